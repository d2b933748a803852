import type { Roofline, RooflinePoint } from '../report/report.ts';
import type { Counts } from './count.ts';
import type { PlacedLayer } from './place.ts';
import { nominalStageS } from './stage.ts';
import { ratePerArray, type Structure } from './structure.ts';
import type { Timing } from './time.ts';

/**
 * How fast the layers of a network run beside how fast they could (Williams et al., Commun. ACM 52(4), 2009).
 *
 * Layers work side by side on arrays and buffers of their own, so each is drawn as if a whole chip did nothing else: operations a second
 * times arrays of a chip ÷ arrays of the layer. The flat roof is every cell working at the pipeline's own pace; the slope is the
 * bandwidth of all tile buffers of a chip, for the operations that a layer does with each byte they move. No layer can be above
 * either. One below both has empty cells, copies that wait for each other, or another bottleneck, which its report names.
 */
export function roofline(
  structure: Structure,
  layers: readonly PlacedLayer[],
  counts: Counts,
  timing: Timing,
): Roofline {
  const { arrays, weightsPerRow, chip } = structure;
  const peak = (2 * arrays * chip.array.rows * weightsPerRow) / nominalStageS(structure);
  const bandwidth = arrays * ratePerArray(structure, 'bufferBytes');
  const bounded = Number.isFinite(bandwidth);
  return {
    peak,
    ...(bounded ? { bandwidth, ridge: peak / bandwidth } : {}),
    layers: layers.map((placed, index): RooflinePoint => {
      const { name, origin, matrix } = placed.layer;
      const operations = 2 * matrix.rows * matrix.columns * matrix.groups * matrix.windows;
      const intensity = operations / bufferBytes(counts, index);
      const ownArrays = placed.copies * placed.arraysPerCopy;
      return {
        name,
        origin,
        intensity,
        throughput: ((operations / timing.layers[index]!.totalS) * arrays) / ownArrays,
        attainable: bounded ? Math.min(peak, bandwidth * intensity) : peak,
      };
    }),
  };
}

/** Bytes of one inference that buffers give and take for a layer, its part of the layers without weights on its tiles included. */
function bufferBytes({ layers, digital }: Counts, index: number): number {
  return digital.reduce(
    (sum, { actions, hosts }) => sum + (actions.bufferBytes ?? 0) * (hosts.get(index) ?? 0),
    layers[index]!.actions.bufferBytes ?? 0,
  );
}
