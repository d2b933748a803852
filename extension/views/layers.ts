import type { Evaluation, LayerReport } from '../../simulator/index.ts';
import { formatAs, formatNumber } from '../../simulator/units/index.ts';
import { quantityColumn, rowsOf, shareColumn, textCells } from './columns.ts';
import { layerOrders, type LayerOrder } from './layer-order.ts';
import { layerTimes, timeScale } from './layer-times.ts';
import { chipPicker, networkPicker } from './pickers.ts';
import type { Table } from './table-text.ts';
import type { View } from './view.ts';
import { countText, plural } from './words.ts';

/** Every layer with where it sits and what holds it up; the title names the one that sets the pace. */
export const layersView: View = {
  id: 'layers',
  name: 'Layers',
  content: look => {
    const { report, theme, choices } = look;
    const found = report.evaluations.find(
      ({ chip, workload }) => chip === choices.chip && workload === choices.workload,
    );
    if (!found) return undefined;
    const figure = { ...layerTimes(found, theme, choices.order), ...layersWords(found) };
    return {
      pickers: [
        ...chipPicker(look),
        ...networkPicker(look),
        {
          label: 'Order',
          options: Object.entries(layerOrders).map(([value, label]) => ({ value, label })),
          chosen: choices.order,
          choice: value => ({ order: value as LayerOrder }),
        },
      ],
      figures: found.layers.length > 0 ? [figure] : [],
      table: layerTable(found),
    };
  },
};

export const layersWords = (evaluation: Evaluation): { title: string; subtitle: string } => ({
  title: layersTitle(evaluation),
  subtitle:
    `Time per inference of ${plural(evaluation.layers.length, 'layer')} of ${evaluation.workload} on ${evaluation.chip}` +
    `, in ${timeScale(evaluation).symbol}`,
});

/** `conv1 sets the pace: 12.3 µs per inference, held up by the converters`; equally slow ones are counted. */
function layersTitle({ layers, chip }: Evaluation): string {
  const slowest = layers.toSorted((a, b) => b.time - a.time)[0];
  if (!slowest) return `${chip} runs no layer with weights`;
  const others = layers.filter(({ time }) => time > slowest.time * (1 - 1e-6)).length - 1;
  const who = others > 0 ? `${slowest.name} and ${plural(others, 'other')} set` : `${slowest.name} sets`;
  const pace = `${who} the pace: ${formatAs(slowest.time, 'time')} per inference`;
  const { explanation, stretches } = slowest.bottleneck;
  return stretches ? `${pace}, ${explanation}` : pace;
}

export function layerTable({ layers, chip, workload }: Evaluation): Table {
  const counts = (label: string, of: (layer: LayerReport) => number) => ({
    column: { label, numeric: true },
    cells: layers.map(layer => ({ text: formatNumber(of(layer)), value: of(layer) })),
  });
  const columns = [
    { column: { label: 'Layer' }, cells: textCells(layers.map(layer => layer.name)) },
    { column: { label: 'Kind' }, cells: textCells(layers.map(layer => layer.kind)) },
    quantityColumn(
      'Time',
      'time',
      layers.map(layer => layer.time),
    ),
    { column: { label: 'Bottleneck' }, cells: textCells(layers.map(bottleneck)) },
    quantityColumn(
      'Stage',
      'time',
      layers.map(layer => layer.stage),
    ),
    { column: { label: 'Matrix' }, cells: layers.map(matrix) },
    counts('Windows', layer => layer.windows),
    counts('Copies', layer => layer.copies),
    counts('Arrays per copy', layer => layer.arraysPerCopy),
    shareColumn(
      'Cells used',
      layers.map(layer => layer.utilization),
    ),
    quantityColumn(
      'Dynamic energy',
      'energy',
      layers.map(layer => layer.energy),
    ),
  ];
  const rows = rowsOf(columns.map(({ cells }) => cells));
  return {
    id: 'layers',
    caption: `Layers of ${workload} on ${chip}`,
    columns: columns.map(({ column }) => column),
    rows: rows.map((cells, index) => ({ cells, origin: layers[index]!.origin })),
  };
}

/** `1,152 × 384`, with the number of groups where there are several. */
function matrix(layer: LayerReport) {
  const size = `${formatNumber(layer.rows)} × ${formatNumber(layer.columns)}`;
  return { text: layer.groups > 1 ? `${countText(layer.groups)} of ${size}` : size };
}

/** In full where it costs time, else just what sets the pace. */
const bottleneck = ({ bottleneck: { resource, explanation, stretches } }: LayerReport): string =>
  stretches ? explanation : resource;
