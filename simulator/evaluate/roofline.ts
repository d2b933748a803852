import type { Roofline, RooflinePoint } from '../report/report.ts';
import type { Counts } from './count.ts';
import type { PlacedLayer } from './place.ts';
import { nominalStageS } from './stage.ts';
import { ratePerArray, type Structure } from './structure.ts';

/**
 * What bounds how fast layers run, beside how fast they do how fast they could (Williams et al., Commun. ACM 52(4), 2009).
 *
 * Layers work side by side on arrays and buffers of their own, so each is drawn as if a whole chip did nothing else: operations a second
 * times arrays of a chip ÷ arrays of the layer. The flat roof is every cell working at the pipeline's own pace; the slope is the
 * bandwidth of all tile buffers of a chip, for the operations that a layer does with each byte they move. No layer can be above
 * either. One below both has empty cells, copies that wait for each other, or another bottleneck, which its report names.
 */
export function rooflineOf(structure: Structure): Roofline {
  const { arrays, weightsPerRow, chip } = structure;
  const peak = (2 * arrays * chip.array.rows * weightsPerRow) / nominalStageS(structure);
  const bandwidth = arrays * ratePerArray(structure, 'bufferBytes');
  return { peak, ...(Number.isFinite(bandwidth) ? { bandwidth, ridge: peak / bandwidth } : {}) };
}

/** A layer below these roofs, by what it counts and how many seconds it takes in an inference. */
export function rooflinePoint(
  { arrays }: Structure,
  { peak, bandwidth }: Roofline,
  { layer, copies, arraysPerCopy }: PlacedLayer,
  counts: Counts,
  index: number,
  totalS: number,
): RooflinePoint {
  const { rows, columns, groups, windows } = layer.matrix;
  const operations = 2 * rows * columns * groups * windows;
  const intensity = operations / bufferBytes(counts, index);
  return {
    intensity,
    throughput: ((operations / totalS) * arrays) / (copies * arraysPerCopy),
    attainable: bandwidth === undefined ? peak : Math.min(peak, bandwidth * intensity),
  };
}

/** Bytes of one inference that buffers give and take for a layer, its part of the layers without weights on its tiles included. */
function bufferBytes({ layers, digital }: Counts, index: number): number {
  return digital.reduce(
    (sum, { actions, hosts }) => sum + (actions.bufferBytes ?? 0) * (hosts.get(index) ?? 0),
    layers[index]!.actions.bufferBytes ?? 0,
  );
}
