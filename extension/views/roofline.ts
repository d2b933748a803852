import type { Evaluation, LayerReport, RooflinePoint } from '../../simulator/index.ts';
import { dimensions, formatAs, formatNumber, scaleFor } from '../../simulator/units/index.ts';
import { quantityColumn, rowsOf, textCells } from './columns.ts';
import type { LogAxis, Point, PointFigure, Roof } from './figure.ts';
import { chipPicker, networkPicker } from './pickers.ts';
import type { Table } from './table-text.ts';
import type { Theme } from './theme.ts';
import type { View } from './view.ts';
import { plural } from './words.ts';

/** How fast each layer runs beside what arrays and buffers would allow. */
export const rooflineView: View = {
  id: 'roofline',
  name: 'Roofline',
  content: look => {
    const { report, theme, choices } = look;
    const found = report.evaluations.find(
      ({ chip, workload }) => chip === choices.chip && workload === choices.workload,
    );
    if (!found || found.layers.length === 0) return undefined;
    return { pickers: [...chipPicker(look), ...networkPicker(look)], figures: [roofline(found, theme)] };
  },
};

export function roofline(evaluation: Evaluation, theme: Theme): PointFigure {
  const { chip, workload, layers, roofline: found } = evaluation;
  const { symbol, factor } = scaleFor([found.peak], dimensions.throughput);
  const points = layers.map(layer => pointOf(layer, factor, theme));
  const x = axisFor('Operations per byte of tile buffers', [
    ...points.map(point => point.x),
    ...(found.ridge === undefined ? [] : [found.ridge]),
  ]);
  const y = axisFor(`Throughput in ${symbol}`, [...points.map(point => point.y), found.peak * factor]);
  const title = titleOf(evaluation);
  return {
    id: 'roofline',
    title,
    subtitle: `Layers of ${workload} on ${chip}, each as if one chip did nothing else; both axes logarithmic`,
    summary: `${title}. ${points.map(({ reading }) => reading).join('; ')}.`,
    points,
    roofs: roofsOf(evaluation, x, factor),
    x,
    y,
    note: 'Triangles: held up by what the hover names. Circles: paced by their input cycles; what keeps them from the roof are empty cells and copies that wait.',
    table: rooflineTable(evaluation),
  };
}

/** `Buffers are the roof of 3 of 54 layers; 12 layers are held up by other things than their arrays`. */
function titleOf({ layers, roofline: { ridge } }: Evaluation): string {
  const below = ridge === undefined ? 0 : layers.filter(each => each.roofline.intensity < ridge).length;
  const held = layers.filter(({ bottleneck }) => bottleneck.stretches).length;
  const buffers =
    below === 0
      ? `Arrays are the roof of ${layers.length === 1 ? 'the one layer' : `all ${layers.length} layers`}`
      : `Buffers are the roof of ${below} of ${plural(layers.length, 'layer')}`;
  return held === 0
    ? buffers
    : `${buffers}; ${held} ${held === 1 ? 'waits' : 'wait'} for something else than arrays`;
}

function pointOf(
  { name, origin, bottleneck, roofline: point }: LayerReport,
  factor: number,
  theme: Theme,
): Point {
  const { intensity, throughput, attainable } = point;
  return {
    label: name,
    x: intensity,
    y: throughput * factor,
    color: theme.categories[bottleneck.category],
    limited: bottleneck.stretches,
    reading: `${name}: ${formatAs(throughput, 'throughput')} of ${formatAs(attainable, 'throughput')} at ${formatNumber(intensity)} op/B`,
    derivation: [bottleneck.explanation],
    origin,
  };
}

/** From edge to edge of the picture. The slope is bandwidth: as many operations a second as bytes times operations for each. */
function roofsOf({ roofline: { peak, bandwidth, ridge } }: Evaluation, x: LogAxis, factor: number): Roof[] {
  const start = ridge === undefined ? x.min : Math.max(x.min, ridge);
  const flat: Roof = {
    from: { x: start, y: peak * factor },
    to: { x: x.max, y: peak * factor },
    text: `all cells ${formatAs(peak, 'throughput')}`,
  };
  if (bandwidth === undefined || ridge === undefined || ridge <= x.min) return [flat];
  const slope: Roof = {
    from: { x: x.min, y: bandwidth * x.min * factor },
    to: { x: ridge, y: peak * factor },
    text: `buffers ${formatAs(bandwidth * 8, 'bandwidth')}`,
  };
  return [slope, flat];
}

/** Whole powers of ten around all values. */
function axisFor(title: string, values: readonly number[]): LogAxis {
  const logs = values.filter(value => value > 0 && Number.isFinite(value)).map(Math.log10);
  const min = 10 ** Math.floor(Math.min(...logs));
  // Something at the very top would touch the edge.
  const max = 10 ** Math.ceil(Math.max(...logs) + 0.05);
  return { title, min, max };
}

function rooflineTable({ chip, workload, layers }: Evaluation): Table {
  const points = layers.map(layer => layer.roofline);
  const all = points.flatMap(({ throughput, attainable }) => [throughput, attainable]);
  const rate = (label: string, of: (point: RooflinePoint) => number) =>
    quantityColumn(label, 'throughput', points.map(of), all);
  const columns = [
    { column: { label: 'Layer' }, cells: textCells(layers.map(({ name }) => name)) },
    {
      column: { label: 'Operations per byte', numeric: true },
      cells: points.map(({ intensity }) => ({ text: formatNumber(intensity), value: intensity })),
    },
    rate('Throughput', ({ throughput }) => throughput),
    rate('Attainable', ({ attainable }) => attainable),
  ];
  return {
    id: 'roofline',
    caption: `Roofline of ${workload} on ${chip}`,
    columns: columns.map(({ column }) => column),
    rows: rowsOf(columns.map(({ cells }) => cells)).map((cells, index) => ({
      cells,
      origin: layers[index]!.origin,
    })),
  };
}
