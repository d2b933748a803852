import type { Claim, Comparison, Report } from '../../simulator/index.ts';
import { formatNumber } from '../../simulator/units/index.ts';
import { axisFor, barConfig } from './bar-config.ts';
import { chipColor } from './chip-color.ts';
import type { Axis, BarFigure, Line, Row } from './figure.ts';
import type { Table } from './table-text.ts';
import type { Theme } from './theme.ts';
import type { View } from './view.ts';
import { differenceText, inSentence, ratioText } from './words.ts';

export const comparisonView: View = {
  id: 'comparison',
  name: 'Comparison',
  content: ({ report, theme }) =>
    report.comparisons.length > 0 ? { figures: comparisons(report, theme) } : undefined,
};

/** How much better one chip is than another: per comparison one figure of ratios with the published one as a line. */
export function comparisons(report: Report, theme: Theme): BarFigure[] {
  const claims = report.comparisons.map(comparison => claimOf(report, comparison));
  const values = report.comparisons.flatMap((comparison, index) => [
    ...comparison.ratios.map(({ ratio }) => ratio),
    comparison.average,
    claims[index]?.claimed ?? 0,
  ]);
  const axis = axisFor([...values, 1], '', 'ratios');
  const rows = report.comparisons.map(comparison => rowsOf(report, comparison, theme));
  const lines = claims.map(linesOf);
  return report.comparisons.map((comparison, index) => ({
    ...figureOf(report, comparison, claims[index], rows[index]!, lines[index]!, axis, theme),
    peers: rows.flat(),
    peerLines: lines.flat(),
  }));
}

/** `NeuralPIM: 4.18× the energy efficiency of ISAACStyle`. */
export const comparisonTitle = ({ metrics }: Report, comparison: Comparison): string =>
  `${comparison.chip}: ${ratioText(comparison.average)} the ` +
  `${inSentence(metrics[comparison.metric].label)} of ${comparison.against}`;

/** The claim about the same two chips and metric over all workloads, if the text has one. */
export function claimOf(report: Report, { chip, against, metric }: Comparison): Claim | undefined {
  return report.claims.find(
    ({ subject }) =>
      subject?.metric === metric &&
      subject.chip === chip &&
      subject.against === against &&
      subject.workload === undefined,
  );
}

/** How the ratios were averaged, and what was made equal first; `in brief` without the formula. */
export function basisOf(
  { normalisation, averageKind, ratios }: Comparison,
  extent: 'full' | 'in brief',
): string {
  const average = ratios.length > 1 ? [`${averageKind} mean`] : [];
  const equal = extent === 'full' ? normalisation : normalisation.split(':')[0]!;
  return [...average, ...(normalisation === 'none' ? [] : [equal])].join(', ');
}

function rowsOf(report: Report, comparison: Comparison, theme: Theme): Row[] {
  const color = chipColor(report, comparison.chip, theme);
  const { chip, against, metric, ratios, average, averageKind } = comparison;
  const of = `${inSentence(report.metrics[metric].label)}, ${chip} ÷ ${against}`;
  const origin = report.chips.find(({ name }) => name === chip)?.origin;
  const link = origin === undefined ? {} : { origin };
  const rows: Row[] = ratios.map(({ workload, ratio }) => ({
    label: workload,
    bar: {
      value: ratio,
      assumed: 0,
      color,
      text: '',
      emphasis: ratioText(ratio),
      reading: `${workload}: ${ratioText(ratio)}`,
      derivation: [of],
      ...link,
    },
  }));
  if (ratios.length < 2) return rows;
  const mean: Row = {
    label: `${averageKind === 'geometric' ? 'Geometric' : 'Arithmetic'} mean`,
    bar: {
      value: average,
      assumed: 0,
      color,
      hollow: true,
      text: '',
      emphasis: ratioText(average),
      reading: `${averageKind} mean: ${ratioText(average)}`,
      derivation: [of, `over ${ratios.length} networks`],
      ...link,
    },
  };
  return [...rows, mean];
}

function figureOf(
  report: Report,
  comparison: Comparison,
  claim: Claim | undefined,
  rows: readonly Row[],
  lines: readonly Line[],
  axis: Axis,
  theme: Theme,
): Omit<BarFigure, 'peers' | 'peerLines'> {
  const { chip, against, metric } = comparison;
  return {
    id: `comparison-${metric}-${chip}-${against}`,
    title: comparisonTitle(report, comparison),
    subtitle: ['Ratio per network', basisOf(comparison, 'full')].filter(Boolean).join('; '),
    summary: `${comparisonTitle(report, comparison)}. ${rows.map(row => row.bar?.reading).join('; ')}.${
      claim ? ` Claimed: ${ratioText(claim.claimed)} (${claim.source}).` : ''
    }`,
    rows,
    axis,
    lines,
    config: barConfig(rows, axis, theme),
    table: ratioTable(report, comparison, claim),
  };
}

/** Where both chips are equal, and what was claimed. */
function linesOf(claim: Claim | undefined): Line[] {
  const parity: Line = { value: 1, text: 'equal', kind: 'parity' };
  if (!claim) return [parity];
  return [parity, { value: claim.claimed, text: `claimed ${ratioText(claim.claimed)}`, kind: 'claim' }];
}

function ratioTable(report: Report, comparison: Comparison, claim: Claim | undefined): Table {
  const row = (name: string, ratio: number) => [
    { text: name },
    { text: formatNumber(ratio), value: ratio },
    ...(claim
      ? [{ text: differenceText(ratio / claim.claimed).replace(' %', ''), value: ratio / claim.claimed }]
      : []),
  ];
  const { ratios, average, averageKind } = comparison;
  const origin = (name: string) => report.workloads.find(workload => workload.name === name)?.origin;
  return {
    id: `comparison-${comparison.metric}-${comparison.chip}-${comparison.against}`,
    caption: comparisonTitle(report, comparison),
    columns: [
      { label: 'Network' },
      { label: 'Ratio', unit: '×', numeric: true },
      ...(claim ? [{ label: `From the claimed ${ratioText(claim.claimed)}`, unit: '%', numeric: true }] : []),
    ],
    rows: [
      ...ratios.map(({ workload, ratio }) => {
        const from = origin(workload);
        return { cells: row(workload, ratio), ...(from === undefined ? {} : { origin: from }) };
      }),
      { cells: row(`${averageKind} mean`, average) },
    ],
  };
}
