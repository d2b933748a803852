import { bytes } from './bytes.ts';
import type { FoldedLayer } from './fold.ts';
import { layerTimeS, type Replication } from './replicate.ts';
import { stageTime } from './stage.ts';
import { ratePerArray, type Structure } from './structure.ts';

/** Layers whose weights are in the arrays at the same time. */
export interface Loading {
  /** Indices of the placed layers, one after the other. */
  readonly layers: readonly number[];
  /** Times the arrays are filled for them: more than once only for a single layer larger than all arrays. */
  readonly times: number;
}

/** All layers at once. */
export const oneLoading = (layers: readonly FoldedLayer[]): readonly Loading[] => [
  { layers: [...layers.keys()], times: 1 },
];

/** Times the arrays are filled for one batch. */
export const fillings = (loadings: readonly Loading[]): number =>
  loadings.reduce((sum, { times }) => sum + times, 0);

/** What loadings are cut for: the chips that hold them, the inferences that share them, and how layers are copied. */
export interface LoadingOptions {
  readonly chips: number;
  readonly batch: number;
  readonly replication: Replication;
}

/**
 * Cuts a network into loadings, each of layers that follow each other, so that a batch is done soonest.
 *
 * Filling every loading to the brim would leave no array for copies, and one layer with many windows would hold up all
 * others in its loading; so the best last cut is looked up for each number of layers, from the first onwards.
 */
export function loadingsOf(
  structure: Structure,
  layers: readonly FoldedLayer[],
  options: LoadingOptions,
): readonly Loading[] {
  const arrays = options.chips * structure.arrays;
  const isInParts = (layer: FoldedLayer) => timesOf([layer], options) > 1;
  const best: { readonly timeS: number; readonly from: number }[] = [{ timeS: 0, from: 0 }];
  for (let end = 1; end <= layers.length; end++) {
    let cut = { timeS: Number.POSITIVE_INFINITY, from: end - 1 };
    let owned = 0;
    for (let from = end - 1; from >= 0; from--) {
      owned += layers[from]!.arraysPerCopy;
      if (from < end - 1 && (owned > arrays || isInParts(layers[from]!) || isInParts(layers[end - 1]!)))
        break;
      const timeS = best[from]!.timeS + batchS(structure, layers.slice(from, end), options);
      if (timeS < cut.timeS) cut = { timeS, from };
    }
    best.push(cut);
  }
  return cutsOf(best).map(([from, end]) => ({
    layers: Array.from({ length: end - from }, (_, index) => from + index),
    times: timesOf(layers.slice(from, end), options),
  }));
}

/** Where the best cuts lie, first to last. */
function cutsOf(
  best: readonly { readonly from: number }[],
): readonly (readonly [from: number, end: number])[] {
  const cuts: (readonly [number, number])[] = [];
  for (let end = best.length - 1; end > 0; end = best[end]!.from) cuts.unshift([best[end]!.from, end]);
  return cuts;
}

/** Seconds for writing a loading and running a batch through it at the pace of its slowest layer, its filling left out. */
function batchS(structure: Structure, layers: readonly FoldedLayer[], options: LoadingOptions): number {
  const times = timesOf(layers, options);
  const copies = times > 1 ? [1] : options.replication(structure, layers, options.chips * structure.arrays);
  const slowestS = Math.max(
    ...layers.map((folded, index) =>
      layerTimeS(structure, folded, stageTime(structure, folded).timeS, copies[index]!),
    ),
  );
  const weights = layers.reduce((sum, folded) => sum + weightBytes(structure, folded), 0);
  return times * (fillingS(structure, layers, options.chips, weights / times) + options.batch * slowestS);
}

function timesOf([first, ...others]: readonly FoldedLayer[], { chips }: LoadingOptions): number {
  return others.length > 0 ? 1 : Math.ceil(first!.chipsPerCopy / chips);
}

/** Bytes of one copy of a layer's weights. */
export function weightBytes({ dot }: Structure, { layer: { matrix } }: FoldedLayer): number {
  return bytes(matrix.rows * matrix.columns * matrix.groups, dot.weightBits);
}

/**
 * Seconds to fill the arrays once. All are written at the same time, row by row, while `linkBytes` arrive over the links;
 * the slower of both counts.
 */
export function fillingS(
  structure: Structure,
  layers: readonly FoldedLayer[],
  chips: number,
  linkBytes: number,
): number {
  const { array } = structure.chip;
  const rows = layers.map(({ layer, groupsPerArray }) =>
    Math.min(array.rows, layer.matrix.rows * groupsPerArray),
  );
  const linkS = linkBytes / (chips * structure.arrays * ratePerArray(structure, 'linkBytes'));
  return Math.max(Math.max(...rows) * (array.write?.rowS ?? 0), linkS);
}
