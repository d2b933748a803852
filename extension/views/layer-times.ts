import type { Evaluation, LayerReport } from '../../simulator/index.ts';
import { dimensions, formatAs, scaleFor } from '../../simulator/units/index.ts';
import { axisFor, barConfig, inUnit, type Scale } from './bar-config.ts';
import type { BarFigure, Row } from './figure.ts';
import type { LayerOrder } from './layer-order.ts';
import type { Theme } from './theme.ts';
import { countText, plural } from './words.ts';

/** What each layer needs per inference: a bar per layer in the colour of what holds it up, which the label names. */
export function layerTimes(
  evaluation: Evaluation,
  theme: Theme,
  order: LayerOrder,
): Omit<BarFigure, 'title' | 'subtitle'> {
  const all = evaluation.layers;
  const slowest = all.toSorted((a, b) => b.time - a.time);
  const shown = order === 'network' ? all : slowest.slice(0, mostShown);
  const scale = timeScale(evaluation);
  const rows = shown.map(layer => rowOf(layer, scale, theme));
  const axis = axisFor(
    all.map(({ time }) => time * scale.factor),
    scale.symbol,
    `${evaluation.chip} ${evaluation.workload}`,
  );
  const note = rest(slowest.slice(shown.length));
  return {
    id: 'layer-times',
    summary: `Time per inference: ${rows.map(({ bar }) => bar?.reading).join('; ')}. ${note}`,
    rows,
    peers: rows,
    axis,
    lines: [],
    peerLines: [],
    config: barConfig(rows, axis, theme),
    ...(note === '' ? {} : { note }),
  };
}

/** One unit for all layers. */
export const timeScale = ({ layers }: Evaluation): Scale =>
  scaleFor(
    layers.map(({ time }) => time),
    dimensions.time,
  );

/** More bars than this say no more; the table has them all. */
const mostShown = 16;

function rowOf(layer: LayerReport, scale: Scale, theme: Theme): Row {
  const { name, time, windows, copies, stage, origin } = layer;
  const { resource, category, explanation } = layer.bottleneck;
  return {
    label: name,
    bar: {
      value: time * scale.factor,
      assumed: 0,
      color: theme.categories[category],
      text: `${inUnit(time, scale)}, ${resource}`,
      reading: `${name}: ${formatAs(time, 'time')}, ${explanation}`,
      derivation: [
        `${countText(windows)} windows on ${plural(copies, 'copy', 'copies')}, ` +
          `one every ${formatAs(stage, 'time')} on each`,
      ],
      origin,
    },
  };
}

/** `The other 89 layers take 1.2 µs or less.` */
function rest([longest, ...others]: readonly LayerReport[]): string {
  if (!longest) return '';
  const count = others.length + 1;
  return `The other ${plural(count, 'layer')} ${count === 1 ? 'takes' : 'take'} ${formatAs(longest.time, 'time')} or less.`;
}
