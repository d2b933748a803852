import type { MetricName, Report } from '../../simulator/index.ts';
import { dimensions, formatAs, formatNumber, scaleFor } from '../../simulator/units/index.ts';
import { textTable } from './text-table.ts';

/** The report for a terminal: results, comparison, claims, expectations; assumptions and sources are only counted. */
export function reportTable(report: Report): string {
  const sections = [
    results(report),
    rewriting(report),
    comparisons(report),
    claims(report),
    expectations(report),
    sensitivities(report),
    notes(report),
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

/** The columns, in reading order; each in one unit, so that rows can be compared. */
const shown: readonly (readonly [MetricName, string])[] = [
  ['energyPerInference', 'Energy'],
  ['energyEfficiency', 'Efficiency'],
  ['throughput', 'Throughput'],
  ['inferencesPerSecond', 'Inferences'],
  ['latency', 'Latency'],
  ['power', 'Power'],
  ['area', 'Area'],
  ['chips', 'Chips'],
];

function results({ evaluations, metrics, studies }: Report): string {
  const columns = shown.map(([name, title]) => {
    const values = evaluations.map(({ metrics: all }) => all[name]);
    const { symbol, factor } = scaleFor(values, dimensions[metrics[name].dimension]);
    const unit = name === 'inferencesPerSecond' ? '1/s' : symbol;
    const scale = name === 'inferencesPerSecond' ? 1 : factor;
    return { title, unit, cells: values.map(value => formatNumber(value * scale)) };
  });
  const rows = evaluations.map(({ study, chip, workload }, row) => [
    chip,
    workload,
    ...columns.map(({ cells }) => cells[row]!),
    studies[study]!.label,
  ]);
  const titles = ['Chip', 'Network', ...columns.map(({ title }) => title), 'Question'];
  return textTable(titles, rows, ['', '', ...columns.map(({ unit }) => unit), '']);
}

/** What it takes to rewrite the arrays, where a network does not fit. */
function rewriting({ evaluations }: Report): string {
  const rows = evaluations.flatMap(({ chip, workload, reload, metrics: { interval } }) =>
    reload
      ? [
          [
            chip,
            workload,
            formatNumber(reload.loadings),
            formatNumber(reload.batch),
            formatAs(reload.energy, 'energy'),
            formatAs(reload.time, 'time'),
            `${formatNumber((100 * reload.time) / interval)} %`,
            reload.lifetime === undefined ? '–' : formatAs(reload.lifetime, 'time'),
          ],
        ]
      : [],
  );
  if (rows.length === 0) return '';
  const titles = ['Chip', 'Network', 'Writings', 'Batch', 'Energy', 'Time', 'of interval', 'Lifetime'];
  return `Rewriting of the arrays: writings for each batch, energy and time for each inference\n${textTable(titles, rows)}`;
}

function comparisons({ comparisons: all, metrics, studies }: Report): string {
  return all
    .map(({ study, chip, against, metric, ratios, average, averageKind, normalisation }) => {
      const rows = [
        ...ratios.map(({ workload, ratio }) => [workload, times(ratio)]),
        [`${averageKind} mean`, times(average)],
      ];
      const notes = [studies[study]!.label, normalisation === 'none' ? '' : normalisation].filter(Boolean);
      const basis = notes.length > 0 ? ` (${notes.join('; ')})` : '';
      return `${metrics[metric].label} of ${chip} over ${against}${basis}\n${textTable(['Network', 'Ratio'], rows)}`;
    })
    .join('\n\n');
}

const times = (ratio: number): string => `${ratio.toFixed(2)}×`;

function claims({ claims: all, studies }: Report): string {
  if (all.length === 0) return '';
  const sources = [...new Set(all.map(({ source }) => source))];
  const rows = all.map(({ study, text, claimedText, actualText, claimed, actual, source }) => [
    text.replace(/^claim /, '').replace(/ = .*$/, ''),
    claimedText,
    actualText,
    percent(actual / claimed - 1),
    `[${sources.indexOf(source) + 1}]`,
    studies[study]!.label,
  ]);
  const notes = sources.map((source, index) => `[${index + 1}] ${source}`);
  const titles = ['Claim', 'Claimed', 'Ours', 'Difference', 'Source', 'Question'];
  return `Claims of the literature\n${textTable(titles, rows)}\n${notes.join('\n')}`;
}

function percent(fraction: number): string {
  const value = 100 * fraction;
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} %`;
}

function expectations({ expectations: all, studies }: Report): string {
  if (all.length === 0) return '';
  const lines = all.map(({ study, text, passed, actualText }) => {
    const { label } = studies[study]!;
    return `${passed ? '✓' : '✗'} ${text}  (${actualText})${label === '' ? '' : `  [${label}]`}`;
  });
  return `Expectations\n${lines.join('\n')}`;
}

/** The numbers that move a metric most, with what it becomes; the other reports have all of them. */
function sensitivities({ sensitivities: all = [], metrics, studies }: Report): string {
  return all
    .map(({ study, chip, workload, metric, value, numbers }) => {
      const { label, dimension } = metrics[metric];
      const rows = numbers
        .slice(0, numbersShown)
        .map(({ name, text, below, above, elasticity }) => [
          name,
          text,
          ...[below, above].flatMap(variation => [
            variation.text,
            variation.value === undefined
              ? 'not possible'
              : `${formatAs(variation.value, dimension)} (${percent(variation.change ?? 0)})`,
          ]),
          elasticity === undefined ? '–' : signed(elasticity),
        ]);
      const titles = ['Number', 'Written', 'Less', label, 'More', label, 'Elasticity'];
      const question = studies[study]!.label === '' ? '' : ` (${studies[study]!.label})`;
      const rest = numbers.length - rows.length;
      return [
        `What ${label.toLowerCase()} of ${chip} on ${workload} depends on: ${formatAs(value, dimension)} as it stands${question}`,
        textTable(titles, rows),
        ...(rest > 0 ? [`and ${rest} more numbers that move it less`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

const numbersShown = 12;

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

function notes({ assumptions, sources }: Report): string {
  return `Rests on ${assumptions.length} assumptions and ${sources.length} sources, listed in the json and html reports.`;
}
