import { type ActionCounts, sumCounts } from '../chip/action.ts';
import { columnsPerWeight } from '../dataflow/dot-product.ts';
import { fillingS, type Loading, weightBytes } from './loading.ts';
import { chipsHolding, type PlacedLayer, type Placement } from './place.ts';
import type { Structure } from './structure.ts';

/**
 * Writing the weights of each placed layer, per inference: fractions where a batch shares it. Weights come over the links,
 * once to every chip that holds a copy, of a copy larger than a chip to each the part it holds. Nothing where they stay in the
 * arrays.
 */
export function writeActions(structure: Structure, placement: Placement): readonly ActionCounts[] {
  return placement.layers.map(placed => {
    if (!placement.reloads) return {};
    const written = {
      cellWrites: cellsOf(structure, placed) * placed.copies,
      linkBytes: weightBytes(structure, placed) * timesHeld(placed),
    };
    return sumCounts([1 / placement.batch, written]);
  });
}

/** How often all chips together hold the weights of a layer; copies on one chip are written from the same. */
function timesHeld(placed: PlacedLayer): number {
  const holding = chipsHolding(placed);
  return holding / Math.min(placed.chipsPerCopy, holding);
}

/** Cells of one copy that must be written: where groups share an array, also those between them, which must be off. */
function cellsOf({ dot }: Structure, { layer, groupsPerArray }: PlacedLayer): number {
  const { rows, columns, groups } = layer.matrix;
  const rest = groups % groupsPerArray;
  const blocks = (groups - rest) * groupsPerArray + rest ** 2;
  return blocks * rows * columns * columnsPerWeight(dot);
}

/** Seconds of writing for one batch. */
export function writingS(
  structure: Structure,
  { chips, batch, layers }: Placement,
  loading: Loading,
  writes: readonly ActionCounts[],
): number {
  const placed = loading.layers.map(index => layers[index]!);
  const linkBytes = loading.layers.reduce((sum, index) => sum + (writes[index]!.linkBytes ?? 0) * batch, 0);
  return loading.times * fillingS(structure, placed, chips, linkBytes / loading.times);
}
