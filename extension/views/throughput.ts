import type { Claim, Evaluation, MetricName, Report } from '../../simulator/index.ts';
import { dimensions, formatAs, scaleFor } from '../../simulator/units/index.ts';
import { axisFor, barConfig, inUnit, type Scale } from './bar-config.ts';
import { chipColor } from './chip-color.ts';
import { quantityColumn, rowsOf, textCells } from './columns.ts';
import type { Bar, BarFigure, Row } from './figure.ts';
import { metricRange, metricValue } from './metric-value.ts';
import type { Table } from './table-text.ts';
import type { Theme } from './theme.ts';
import type { View } from './view.ts';
import { inSentence, listText, ratioText } from './words.ts';

export const metricView: View = {
  id: 'metric',
  name: 'Network by network',
  content: ({ report, theme, choices }) => ({
    pickers: [
      {
        label: 'Metric',
        options: Object.entries(report.metrics).map(([value, { label }]) => ({ value, label })),
        chosen: choices.metric,
        choice: value => ({ metric: value as MetricName }),
      },
    ],
    figures: [throughput(report, theme, choices.metric)],
  }),
};

/** How fast each chip is on each network, or any other metric: bars grouped by network, best chip first. */
export function throughput(report: Report, theme: Theme, metric: MetricName = 'throughput'): BarFigure {
  const { label, dimension } = report.metrics[metric];
  const all = report.evaluations.map(evaluation => metricValue(report, evaluation, metric));
  const scale = scaleFor(
    [...all, ...claimsOf(report, metric).map(claim => claim.claimed)],
    dimensions[dimension],
  );
  const rows = report.workloads.flatMap(workload => group(report, workload.name, metric, scale, theme));
  const axis = axisFor(
    rows.flatMap(({ bar }) => (bar ? [bar.value, bar.claim?.value ?? 0] : [])),
    scale.symbol,
    metric,
  );
  const title = metricTitle(report, metric);
  return {
    id: 'throughput',
    title,
    subtitle: `${label}${axis.unit ? ` in ${axis.unit}` : ''}${ratioNote(report, metric)}`,
    summary: `${title}. ${rows.flatMap(({ bar }) => (bar ? [bar.reading] : [])).join('; ')}.`,
    rows,
    peers: rows,
    axis,
    lines: [],
    peerLines: [],
    config: barConfig(rows, axis, theme),
    table: metricTable(report, metric),
  };
}

/** `NeuralPIM has the highest throughput on AlexNet and VGG16`. */
function metricTitle(report: Report, metric: MetricName): string {
  const { label, better = 'higher' } = report.metrics[metric];
  const only = report.chips.length === 1 ? report.evaluations[0] : undefined;
  if (only) return `${label} of ${only.chip}: ${metricRange(report, report.evaluations, metric)}`;
  const best = winners(report, metric);
  const [chip, won] = [...best].sort((a, b) => b[1].length - a[1].length)[0] ?? ['', []];
  const word = inSentence(label);
  if (won.length === 0) return `No chip differs in ${word}`;
  const superlative = better === 'higher' ? 'highest' : 'lowest';
  if (won.length === report.workloads.length && won.length > 4)
    return `${chip} has the ${superlative} ${word} on all ${won.length} networks`;
  const where =
    won.length > 4 ? `${won.length} of ${report.workloads.length} networks` : listText(won, 'networks');
  return `${chip} has the ${superlative} ${word} on ${where}`;
}

/** Which chip is best on which networks; a tie is nobody's. */
function winners(report: Report, metric: MetricName): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const { name } of report.workloads) {
    const [first, second] = sorted(report, name, metric);
    if (first && first.metrics[metric] !== second?.metrics[metric])
      result.set(first.chip, [...(result.get(first.chip) ?? []), name]);
  }
  return result;
}

function sorted(report: Report, workload: string, metric: MetricName): Evaluation[] {
  const sign = report.metrics[metric].better === 'lower' ? 1 : -1;
  return report.evaluations
    .filter(evaluation => evaluation.workload === workload)
    .sort((a, b) => sign * (a.metrics[metric] - b.metrics[metric]));
}

function group(report: Report, workload: string, metric: MetricName, scale: Scale, theme: Theme): Row[] {
  const evaluations = sorted(report, workload, metric);
  const several = report.chips.length > 1;
  const rows = evaluations.map(evaluation => ({
    label: several ? evaluation.chip : workload,
    bar: barOf(report, evaluation, metric, scale, theme),
  }));
  return several ? [{ label: workload }, ...rows] : rows;
}

function barOf(report: Report, evaluation: Evaluation, metric: MetricName, scale: Scale, theme: Theme): Bar {
  const { label, dimension, doc } = report.metrics[metric];
  const value = metricValue(report, evaluation, metric);
  const against = ratioAgainst(report, evaluation, metric);
  const claim = claimsOf(report, metric).find(
    ({ subject }) =>
      subject?.chip === evaluation.chip && [undefined, evaluation.workload].includes(subject.workload),
  );
  const origin = report.chips.find(chip => chip.name === evaluation.chip)?.origin;
  return {
    value: value * scale.factor,
    assumed: 0,
    color: chipColor(report, evaluation.chip, theme),
    text: inUnit(value, scale),
    ...(against ? { emphasis: ratioText(against.ratio) } : {}),
    ...(claim
      ? { claim: { value: claim.claimed * scale.factor, text: `claimed ${claim.claimedText}` } }
      : {}),
    reading:
      `${evaluation.chip} on ${evaluation.workload}: ${formatAs(value, dimension)}` +
      (against ? `, ${ratioText(against.ratio)} ${against.chip}` : ''),
    derivation: [`${label}: ${doc}`],
    ...(origin === undefined ? {} : { origin }),
  };
}

/** The ratio the report itself gives for this chip and network, against the one chip this chart compares with. */
function ratioAgainst(report: Report, evaluation: Evaluation, metric: MetricName) {
  const chip = comparedWith(report, metric);
  const comparison = report.comparisons.find(
    candidate =>
      candidate.metric === metric && candidate.chip === evaluation.chip && candidate.against === chip,
  );
  const found = comparison?.ratios.find(({ workload }) => workload === evaluation.workload);
  return comparison && found && { ratio: found.ratio, chip: comparison.against };
}

/** With several chips to compare with, the one named first: a ratio must have one meaning in a chart. */
const comparedWith = (report: Report, metric: MetricName): string | undefined =>
  report.comparisons.find(comparison => comparison.metric === metric)?.against;

const claimsOf = (report: Report, metric: MetricName): Claim[] =>
  report.claims.filter(({ subject }) => subject?.metric === metric && subject.against === undefined);

function ratioNote(report: Report, metric: MetricName): string {
  const against = comparedWith(report, metric);
  return against === undefined ? '' : `; × against ${against}`;
}

function metricTable(report: Report, metric: MetricName): Table {
  const { label, dimension } = report.metrics[metric];
  const chips = report.chips.map(chip => chip.name);
  const valueAt = (chip: string, workload: string) => {
    const found = report.evaluations.find(each => each.chip === chip && each.workload === workload);
    return found ? metricValue(report, found, metric) : Number.NaN;
  };
  const workloads = report.workloads.map(workload => workload.name);
  const all = report.evaluations.map(evaluation => metricValue(report, evaluation, metric));
  const columns = chips.map(chip =>
    quantityColumn(
      chip,
      dimension,
      workloads.map(workload => valueAt(chip, workload)),
      all,
    ),
  );
  const rows = rowsOf([textCells(workloads), ...columns.map(column => column.cells)]);
  return {
    id: 'throughput',
    caption: label,
    columns: [{ label: 'Network' }, ...columns.map(({ column }) => column)],
    rows: rows.map((cells, index) => ({ cells, origin: report.workloads[index]!.origin })),
  };
}
