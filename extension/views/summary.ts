import type { Comparison, MetricName, Report } from '../../simulator/index.ts';
import { quantityColumn, rowsOf, textCells } from './columns.ts';
import { basisOf, claimOf, comparisonTitle } from './comparison.ts';
import { metricRange, metricValue } from './metric-value.ts';
import { questionCell, questionColumn } from './question-column.ts';
import type { Table } from './table-text.ts';
import { listText, ratioText } from './words.ts';

/** The answer before anything else. */
export interface Summary {
  readonly verdicts: readonly Verdict[];
  /** What a reader should see at once when something does not hold. */
  readonly warning?: string;
  /** The few words the status bar has room for. */
  readonly headline: string;
  /** Key numbers, one row per chip and workload. */
  readonly table: Table;
}

export interface Verdict {
  /** `NeuralPIM: 4.18× the energy efficiency of ISAACStyle`. */
  readonly text: string;
  /** `claimed 5.36×`. */
  readonly claim?: string;
  /** Over which networks, how averaged and what was made equal. */
  readonly basis: string;
}

/** Of one study; what fails and the key numbers are those of the whole report. */
export function summary(report: Report, all: Report = report): Summary {
  const compared = report.comparisons.map(comparison => comparisonVerdict(report, comparison));
  const verdicts =
    compared.length > 0 ? compared : report.chips.flatMap(chip => chipVerdict(report, chip.name));
  const failed = all.expectations.filter(expectation => !expectation.passed).length;
  return {
    verdicts: verdicts.length > 0 ? verdicts : [{ text: 'Nothing was evaluated', basis: '' }],
    ...(failed > 0 ? { warning: failureText(failed) } : {}),
    headline: headline(report),
    table: keyNumbers(all),
  };
}

function comparisonVerdict(report: Report, comparison: Comparison): Verdict {
  const claim = claimOf(report, comparison);
  const networks = listText(
    comparison.ratios.map(({ workload }) => workload),
    'networks',
  );
  return {
    text: comparisonTitle(report, comparison),
    ...(claim ? { claim: `claimed ${ratioText(claim.claimed)}` } : {}),
    basis: [networks, basisOf(comparison, 'in brief')].filter(Boolean).join('; '),
  };
}

/** Without a comparison the answer is what a chip achieves. */
function chipVerdict(report: Report, chip: string): Verdict[] {
  const own = report.evaluations.filter(evaluation => evaluation.chip === chip);
  const range = (name: MetricName) => metricRange(report, own, name);
  if (own.length === 0) return [];
  return [
    {
      text: `${chip}: ${range('energyEfficiency')} and ${range('throughput')}`,
      basis: listText(
        own.map(evaluation => evaluation.workload),
        'networks',
      ),
    },
  ];
}

const failureText = (failed: number): string =>
  failed === 1 ? '1 expectation does not hold' : `${failed} expectations do not hold`;

/** `NeuralPIM 4.18× ISAACStyle TOPS/W`, or `NeuralPIM 2.50 to 2.89 TOPS/W`. */
function headline(report: Report): string {
  const comparison =
    report.comparisons.find(({ metric }) => metric === 'energyEfficiency') ?? report.comparisons[0];
  if (comparison)
    return `${comparison.chip} ${ratioText(comparison.average)} ${comparison.against} ${shortUnit(report, comparison.metric)}`;
  const chip = report.chips[0]?.name ?? '';
  const own = report.evaluations.filter(evaluation => evaluation.chip === chip);
  return own.length > 0 ? `${chip} ${metricRange(report, own, 'energyEfficiency')}` : '';
}

// The status bar has no room for `energy efficiency`; the unit people know it by says the same.
const shortUnit = ({ metrics }: Report, metric: MetricName): string =>
  (
    ({ energyEfficiency: 'TOPS/W', throughput: 'TOPS', computeDensity: 'TOPS/mm²' }) as Partial<
      Record<MetricName, string>
    >
  )[metric] ?? metrics[metric].label.toLowerCase();

function keyNumbers(report: Report): Table {
  const { evaluations, metrics } = report;
  const columns = keyMetrics.map(name =>
    quantityColumn(
      metrics[name].label,
      metrics[name].dimension,
      evaluations.map(evaluation => metricValue(report, evaluation, name)),
    ),
  );
  const rows = rowsOf([
    textCells(evaluations.map(evaluation => evaluation.chip)),
    textCells(evaluations.map(evaluation => evaluation.workload)),
    ...columns.map(({ cells }) => cells),
  ]);
  return {
    id: 'key-numbers',
    caption: 'Key numbers',
    columns: [
      { label: 'Chip' },
      { label: 'Network' },
      ...questionColumn(report),
      ...columns.map(({ column }) => column),
    ],
    rows: rows.map((cells, index) => {
      const { chip, study } = evaluations[index]!;
      const origin = report.chips.find(({ name }) => name === chip)?.origin;
      return {
        cells: [...cells.slice(0, 2), ...questionCell(report, study), ...cells.slice(2)],
        ...(origin === undefined ? {} : { origin }),
      };
    }),
  };
}

const keyMetrics: readonly MetricName[] = [
  'energyEfficiency',
  'throughput',
  'area',
  'power',
  'latency',
  'energyPerInference',
];
