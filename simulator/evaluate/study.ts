import type { Chip } from '../chip/chip.ts';
import type {
  Assumption,
  Average,
  Claim,
  Comparison,
  Evaluation,
  Expectation,
  MetricName,
  Metrics,
  ReloadReport,
  Report,
  Source,
} from '../report/report.ts';
import { metrics } from '../report/metrics.ts';
import { reportVersion } from '../report/version.ts';
import { formatAs, formatNumber, formatQuantity, type Quantity } from '../units/index.ts';
import { macCount, weightCount, type Workload } from '../workload/workload.ts';
import { assumptionsOf, generalAssumptions } from './assumptions.ts';
import { evaluate } from './evaluate.ts';
import type { PlaceOptions } from './place.ts';
import { labelled } from './study-labels.ts';

/** Chips to be evaluated on workloads, and what is asked about the results. */
export interface Study {
  readonly chips: readonly StudyChip[];
  readonly workloads: readonly Workload[];
  /** How every network is put on every chip. */
  readonly placing: PlaceOptions;
  readonly average: Average;
  /** Name of the chip whose area all others are brought to; none when absent. */
  readonly equalAreaTo?: string;
  /** All settings by the names they have in the text, for the report. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Where it is asked; empty when nowhere. */
  readonly origin: string;
  readonly questions: readonly Question[];
  /** What the text around the chips assumes. */
  readonly assumptions: readonly Assumption[];
  /** Where the numbers of the text come from. */
  readonly sources: readonly Source[];
}

export interface StudyChip {
  /** The chip's name, with its arguments where it was given some. */
  readonly name: string;
  readonly origin: string;
  readonly chip: Chip;
  /** What its own text assumes. */
  readonly assumptions: readonly Assumption[];
}

/** An `expect` or a `claim`: a formula over metrics and what it is held against. */
export type Question = {
  readonly text: string;
  readonly origin: string;
  readonly actual: Formula;
  readonly subject?: NonNullable<Claim['subject']>;
} & (
  | { readonly kind: 'claim'; readonly source: string; readonly claimed: Formula }
  | {
      readonly kind: 'expect';
      readonly holds: (actual: number, bound: number) => boolean;
      readonly bound: Formula;
    }
);

/** Looks up a metric; `workload` only where the formula names one. */
export type Lookup = (chip: string, metric: MetricName, workload?: string) => number;

/** A value over metrics; undefined dimensions cannot occur once the text has no errors. */
export type Formula = (lookup: Lookup) => Quantity;

export interface Progress {
  /** Evaluations done and to do. */
  readonly done: number;
  readonly total: number;
  /** What comes next. */
  readonly message: string;
}

/**
 * Evaluates every chip on every workload, then answers the questions. Yields before each evaluation, so that a caller can
 * show progress or stop.
 */
export function* runStudy(study: Study, generator: string): Generator<Progress, Report> {
  const evaluations: Evaluation[] = [];
  const total = study.chips.length * study.workloads.length;
  for (const { name, origin, chip, assumptions } of study.chips) {
    const assumed = componentsIn([...assumptions, ...assumptionsOf(name, origin, chip)]);
    for (const workload of study.workloads) {
      yield { done: evaluations.length, total, message: `${name} on ${workload.name}` };
      evaluations.push({ study: 0, ...evaluate(chip, workload, study.placing, assumed), chip: name });
    }
  }
  return reportOf(study, generator, evaluations);
}

function reportOf(study: Study, generator: string, evaluations: Evaluation[]): Report {
  const metric = lookupIn(study, evaluations);
  const answers = study.questions.map(question => answer(question, study, metric));
  return {
    version: reportVersion,
    generator,
    metrics,
    studies: [
      {
        label: '',
        chips: study.chips.map(({ name }) => name),
        workloads: study.workloads.map(({ name }) => name),
        settings: study.settings,
        origin: study.origin,
      },
    ],
    chips: study.chips.map(({ name, origin, chip }) => ({ name, dataflow: chip.dataflow, origin })),
    workloads: study.workloads.map(workload => ({
      name: workload.name,
      macs: macCount(workload),
      weights: weightCount(workload),
      origin: workload.origin,
    })),
    evaluations,
    comparisons: comparisons(study, metric),
    expectations: answers.filter(each => 'passed' in each),
    claims: answers.filter(each => 'claimed' in each),
    assumptions: eachOnce([
      ...study.assumptions,
      ...study.chips.flatMap(({ assumptions }) => assumptions),
      ...study.chips.flatMap(({ name, origin, chip }) => assumptionsOf(name, origin, chip)),
      ...studyAssumptions(study, evaluations),
      ...generalAssumptions(study.placing),
    ]),
    sources: [...study.sources],
  };
}

/** The components that assumptions of one chip are about: each names one, or one of its properties. */
const componentsIn = (assumptions: readonly Assumption[]): ReadonlySet<string> =>
  new Set(assumptions.map(({ subject }) => subject.split('.')[0]!));

/** Metrics that grow with the silicon given to a design, and so are brought to equal area: that of one chip or of all in use. */
const growsWith: Partial<Record<MetricName, (metrics: Metrics) => number>> = {
  throughput: ({ area, chips }) => area * chips,
  inferencesPerSecond: ({ area, chips }) => area * chips,
  peakThroughput: ({ area }) => area,
};

type WorkloadLookup = (chip: string, metric: MetricName, workload: string) => number;

function lookupIn(study: Study, evaluations: readonly Evaluation[]): WorkloadLookup {
  const found = new Map(evaluations.map(each => [`${each.chip}\n${each.workload}`, each]));
  return (chip, metric, workload) => {
    const { metrics } = found.get(`${chip}\n${workload}`)!;
    const reference = study.equalAreaTo && found.get(`${study.equalAreaTo}\n${workload}`);
    const growth = reference && growsWith[metric];
    return growth ? metrics[metric] * (growth(reference.metrics) / growth(metrics)) : metrics[metric];
  };
}

/** The first chip against each other one. */
function comparisons(study: Study, metric: WorkloadLookup): Comparison[] {
  const [first, ...others] = study.chips;
  if (!first) return [];
  return others.flatMap(other =>
    (['energyEfficiency', 'throughput'] as const).map((name): Comparison => {
      const ratios = study.workloads.map(({ name: workload }) => ({
        workload,
        ratio: metric(first.name, name, workload) / metric(other.name, name, workload),
      }));
      return {
        study: 0,
        chip: first.name,
        against: other.name,
        metric: name,
        ratios,
        average: mean(
          ratios.map(({ ratio }) => ratio),
          study.average,
        ),
        averageKind: study.average,
        normalisation:
          study.equalAreaTo && growsWith[name]
            ? `equal area: value × area of all chips of ${study.equalAreaTo} in use ÷ that of its own`
            : 'none',
      };
    }),
  );
}

function answer(question: Question, study: Study, metric: WorkloadLookup): Claim | Expectation {
  const { text, origin, actual } = question;
  const over = (formula: Formula) =>
    study.workloads.map(({ name }) =>
      formula((chip, wanted, workload = name) => metric(chip, wanted, workload)),
    );
  const values = over(actual);
  const { dimension } = values[0]!;
  const show = (value: number) => formatQuantity({ value, dimension });
  if (question.kind === 'claim') {
    const ours = mean(
      values.map(({ value }) => value),
      study.average,
    );
    const claimed = question.claimed(() => Number.NaN).value;
    return {
      study: 0,
      text,
      source: question.source,
      claimed,
      actual: ours,
      claimedText: show(claimed),
      actualText: show(ours),
      ...(question.subject ? { subject: question.subject } : {}),
      origin,
    };
  }
  const bounds = over(question.bound);
  const failing = values.findIndex(({ value }, index) => !question.holds(value, bounds[index]!.value));
  const shown = values[Math.max(0, failing)]!.value;
  return {
    study: 0,
    text,
    passed: failing < 0,
    actual: shown,
    actualText: show(shown),
    ...(failing < 0 ? {} : { workload: study.workloads[failing]!.name }),
    origin,
  };
}

/** Geometric or arithmetic mean. */
function mean(values: readonly number[], kind: Average): number {
  if (kind === 'arithmetic') return values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Networks that do not fit the chips asked for, or one chip, and what becomes of them. */
function studyAssumptions({ placing, chips }: Study, evaluations: readonly Evaluation[]): Assumption[] {
  const asked = placing.chips ?? 1;
  const shortage = `does not fit ${asked === 1 ? 'one chip' : `${asked} chips`}`;
  return evaluations
    .filter(({ metrics, reload }) => metrics.chips > asked || reload)
    .map(({ chip, workload, metrics, reload }) => ({
      text: `${workload} ${shortage}; ${reload ? rewritten(reload) : `it gets the ${metrics.chips} it takes`}`,
      subject: `${chip} on ${workload}`,
      origin: chips.find(({ name }) => name === chip)?.origin ?? '',
    }));
}

/** What is assumed where arrays are rewritten, with what it comes to. */
function rewritten({ loadings, batch, time, energy, lifetime }: ReloadReport): string {
  const whom = batch === 1 ? 'inference' : `batch of ${formatNumber(batch)}`;
  const wear =
    lifetime === undefined
      ? ''
      : `; cells reach their endurance after ${formatAs(lifetime, 'time')} without a pause`;
  return `its arrays are written ${formatNumber(loadings)} times for each ${whom}, all at the same time and row by row, with weights and values between two writings coming over the links; writing takes ${formatAs(time, 'time')} and ${formatAs(energy, 'energy')} of each inference${wear}`;
}

/** Several reports as one, for a file that asks for several evaluations. */
export function mergeReports(reports: readonly Report[]): Report | undefined {
  const [first, ...others] = reports;
  if (!first) return undefined;
  return others.reduce((merged, other): Report => {
    const report = shifted(other, merged.studies.length);
    return {
      ...merged,
      studies: labelled([...merged.studies, ...report.studies]),
      chips: unique([...merged.chips, ...report.chips], ({ name }) => name),
      workloads: unique([...merged.workloads, ...report.workloads], ({ name }) => name),
      evaluations: [...merged.evaluations, ...report.evaluations],
      comparisons: [...merged.comparisons, ...report.comparisons],
      expectations: [...merged.expectations, ...report.expectations],
      claims: [...merged.claims, ...report.claims],
      ...sensitivitiesOf(merged, report),
      assumptions: eachOnce([...merged.assumptions, ...report.assumptions]),
      sources: mergeSources([...merged.sources, ...report.sources]),
    };
  }, first);
}

/** A report whose studies come after some others. */
function shifted(report: Report, by: number): Report {
  const shift = <T extends { study: number }>(items: readonly T[]) =>
    items.map(item => ({ ...item, study: item.study + by }));
  return {
    ...report,
    evaluations: shift(report.evaluations),
    comparisons: shift(report.comparisons),
    expectations: shift(report.expectations),
    claims: shift(report.claims),
    ...(report.sensitivities ? { sensitivities: shift(report.sensitivities) } : {}),
  };
}

function sensitivitiesOf(...reports: readonly Report[]): Pick<Report, 'sensitivities'> {
  const all = reports.flatMap(({ sensitivities = [] }) => sensitivities);
  return all.length > 0 ? { sensitivities: all } : {};
}

/** The same source once, with everything that uses it. */
export function mergeSources(sources: readonly Source[]): Source[] {
  const subjects = new Map<string, Set<string>>();
  for (const source of sources)
    subjects.set(source.text, new Set([...(subjects.get(source.text) ?? []), ...source.subjects]));
  return [...subjects].map(([text, users]) => ({ text, subjects: [...users] }));
}

const eachOnce = (assumptions: readonly Assumption[]): Assumption[] =>
  unique(assumptions, ({ subject, text }) => `${subject}\n${text}`);

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}
