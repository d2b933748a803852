import type { MetricName, NumberSensitivity, Report, Sensitivity, Variation } from '../../simulator/index.ts';
import { type DimensionName, formatAs, formatNumber } from '../../simulator/units/index.ts';
import { axisFor } from './bar-config.ts';
import type { Swing, SwingFigure } from './figure.ts';
import { chipPicker, networkPicker } from './pickers.ts';
import type { Cell, Table } from './table-text.ts';
import type { Picker, View } from './view.ts';
import { differenceText, inSentence, plural } from './words.ts';

/** What a metric depends on: a tornado of the numbers of the text, the one that moves it most on top. */
export const sensitivityView: View = {
  id: 'sensitivity',
  name: 'Sensitivity',
  content: look => {
    const { report, choices } = look;
    const own = (report.sensitivities ?? []).filter(
      ({ chip, workload }) => chip === choices.chip && workload === choices.workload,
    );
    const shown = own.find(({ metric }) => metric === choices.metric) ?? own[0];
    if (!shown) return undefined;
    return {
      pickers: [...chipPicker(look), ...networkPicker(look), ...metricPicker(report, own, shown.metric)],
      figures: [tornado(report, shown)],
    };
  },
};

function metricPicker(report: Report, own: readonly Sensitivity[], chosen: MetricName): Picker[] {
  const options = own.map(({ metric }) => ({ value: metric, label: report.metrics[metric].label }));
  if (options.length < 2) return [];
  return [{ label: 'Metric', options, chosen, choice: value => ({ metric: value as MetricName }) }];
}

export function tornado(report: Report, found: Sensitivity): SwingFigure {
  const { label, dimension } = report.metrics[found.metric];
  const moving = found.numbers.filter(number => largest(number) > 0);
  const swings = moving.slice(0, mostShown).map(number => swingOf(number, dimension));
  const title = titleOf(found, label);
  const axis = axisFor(
    swings.flatMap(({ below = 0, above = 0 }) => [Math.abs(below), Math.abs(above)]),
    '%',
    `${found.chip} ${found.workload} ${found.metric}`,
  );
  return {
    id: 'sensitivity',
    title,
    subtitle: `Change of ${inSentence(label)} of ${found.chip} on ${found.workload}, ${formatAs(found.value, dimension)}, in %, with a number a tenth smaller or larger; whole things by one at least`,
    summary: `${title}. ${swings.map(({ reading }) => reading).join('; ')}.`,
    swings,
    axis,
    note: noteOf(found, moving.length),
    table: sensitivityTable(found, label, dimension),
  };
}

/** More say no more; the table has them all. */
const mostShown = 16;

/** `Energy efficiency depends most on count of Tile in NeuralPIM`. */
function titleOf({ numbers }: Sensitivity, label: string): string {
  const [first] = numbers;
  return first && largest(first) > 0
    ? `${label} depends most on ${first.name}`
    : `${label} depends on no number of the text`;
}

function swingOf(
  { name, text, origin, below, above, elasticity }: NumberSensitivity,
  dimension: DimensionName,
): Swing {
  return {
    label: `${name} ${text}`,
    ...(below.change === undefined ? {} : { below: below.change * 100 }),
    ...(above.change === undefined ? {} : { above: above.change * 100 }),
    text: [below, above].map(changeText).join(' / '),
    reading: `${name} ${text}: ${[below, above].map(each => variationText(each, dimension)).join(', ')}`,
    derivation: [
      ...(elasticity === undefined ? [] : [`elasticity ${formatNumber(elasticity)}`]),
      ...[below, above].flatMap(({ text: tried, problem }) => (problem ? [`${tried}: ${problem}`] : [])),
    ],
    origin,
  };
}

const changeText = ({ change }: Variation): string =>
  change === undefined ? '–' : differenceText(1 + change);

/** `14 mW makes it 1.31 TOPS/W`. */
const variationText = ({ text, value, change }: Variation, dimension: DimensionName): string =>
  value === undefined || change === undefined
    ? `${text} is not possible`
    : `${text} makes it ${formatAs(value, dimension)} (${differenceText(1 + change)})`;

const largest = ({ below, above }: NumberSensitivity): number =>
  Math.max(Math.abs(below.change ?? 0), Math.abs(above.change ?? 0));

function noteOf({ numbers }: Sensitivity, moving: number): string {
  const rest = moving - mostShown;
  const less = rest > 0 ? `${plural(rest, 'further number')} move it less. ` : '';
  return `Hollow: the number smaller. Filled: larger. ${less}${idleText(numbers.length - moving)}`;
}

const idleText = (idle: number): string =>
  `${plural(idle, 'number')} ${idle === 1 ? 'does' : 'do'} not move it.`;

function sensitivityTable(
  { chip, workload, numbers }: Sensitivity,
  label: string,
  dimension: DimensionName,
): Table {
  const varied = ({ text, value, problem }: Variation): Cell[] => [
    { text },
    value === undefined ? { text: problem ?? '' } : { text: formatAs(value, dimension), value },
  ];
  const change = ({ change: found }: Variation): Cell =>
    found === undefined ? { text: '–' } : { text: differenceText(1 + found), value: found };
  return {
    id: 'sensitivity',
    caption: `What ${inSentence(label)} of ${chip} on ${workload} depends on`,
    columns: [
      { label: 'Number' },
      { label: 'Written' },
      { label: 'Less' },
      { label: `${label} with less` },
      { label: 'Change', numeric: true },
      { label: 'More' },
      { label: `${label} with more` },
      { label: 'Change', numeric: true },
      { label: 'Elasticity', numeric: true },
    ],
    rows: numbers.map(({ name, text, origin, below, above, elasticity }) => ({
      cells: [
        { text: name },
        { text },
        ...varied(below),
        change(below),
        ...varied(above),
        change(above),
        elasticity === undefined ? { text: '–' } : { text: formatNumber(elasticity), value: elasticity },
      ],
      origin,
    })),
  };
}
