import type { Chip, Comparison, Report, Study } from '../../simulator/index.ts';

/** What a chip came to in the last study that held it. */
export interface ChipResult {
  /** Operations per joule, one for each workload. */
  readonly efficiencies: readonly number[];
  readonly areaM2: number;
}

/** What a question came to. */
export interface StudyResult {
  /** The first chip against each other one in energy efficiency. */
  readonly ratios: readonly Pick<Comparison, 'against' | 'average'>[];
  readonly failing: number;
}

/**
 * What was last found about each chip and each question, for as long as they stay what they were.
 *
 * They are known by everything the simulator sees of them and by nothing else: an edit elsewhere in the file leaves a result
 * standing, and a chip that is changed back finds its result again.
 */
export class Results {
  private readonly chips = new Map<string, ChipResult>();
  private readonly studies = new Map<string, StudyResult>();

  /** Keeps what a study came to. Answers whether anything of it is new. */
  remember(study: Study, report: Report): boolean {
    const isNew = study.chips.map(({ name, chip }) => {
      const own = report.evaluations.filter(evaluation => evaluation.chip === name);
      const [first] = own;
      if (!first) return false;
      const efficiencies = own.map(({ metrics }) => metrics.energyEfficiency);
      return keep(this.chips, fingerprint(chip), { efficiencies, areaM2: first.metrics.area });
    });
    const ratios = report.comparisons
      .filter(({ metric }) => metric === 'energyEfficiency')
      .map(({ against, average }) => ({ against, average }));
    const failing = report.expectations.filter(({ passed }) => !passed).length;
    return [...isNew, keep(this.studies, fingerprint(study), { ratios, failing })].includes(true);
  }

  ofChip(chip: Chip): ChipResult | undefined {
    return this.chips.size > 0 ? this.chips.get(fingerprint(chip)) : undefined;
  }

  ofStudy(study: Study): StudyResult | undefined {
    return this.studies.size > 0 ? this.studies.get(fingerprint(study)) : undefined;
  }
}

/** The latest come last; the oldest are forgotten. */
function keep<T>(results: Map<string, T>, key: string, value: T): boolean {
  const isNew = JSON.stringify(results.get(key)) !== JSON.stringify(value);
  results.delete(key);
  results.set(key, value);
  const [oldest] = results.keys();
  if (results.size > most && oldest !== undefined) results.delete(oldest);
  return isNew;
}

const most = 100;

/** As text, without where it stands and what is said about it: neither changes a result. */
const fingerprint = (value: Chip | Study): string =>
  JSON.stringify(value, (key, each: unknown) => (unseen.has(key) ? undefined : each));

const unseen: ReadonlySet<string> = new Set(['origin', 'assumptions', 'sources']);
