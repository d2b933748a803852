import { isMatrixLayer, type Layer, type Workload } from '../workload/workload.ts';
import { type FoldedLayer, type FoldOptions, fold, needOfLayers } from './fold.ts';
import { fillings, type Loading, loadingsOf, oneLoading } from './loading.ts';
import { replications } from './replicate.ts';
import type { Structure } from './structure.ts';

/** A workload on arrays. */
export interface Placement {
  readonly chips: number;
  readonly layers: readonly PlacedLayer[];
  /** What is in the arrays at the same time: all layers, unless they are rewritten during an inference. */
  readonly loadings: readonly Loading[];
  readonly reloads: boolean;
  /** Inferences that share one writing of the weights, where they are rewritten. */
  readonly batch: number;
  /** For every layer of the workload, the placed layers on whose tiles its results are made, by index. */
  readonly madeBy: readonly Places[];
}

/** Indices of placed layers; none for what comes from outside. */
export type Places = readonly number[];

/** One layer on its arrays. */
export interface PlacedLayer extends FoldedLayer {
  readonly copies: number;
  /** Index of the loading the layer belongs to. */
  readonly loading: number;
  /** First array of the layer when arrays are filled in layer order. */
  readonly firstArray: number;
  /** The chip that works on each part of the picture, or has the arrays for each part of the inputs; all parts are equal. */
  readonly chipOfPart: readonly number[];
  /** The placed layers on whose tiles its inputs are made. */
  readonly inputsMadeBy: Places;
}

export interface PlaceOptions extends FoldOptions {
  /** Chips to use; as many as one copy of the workload takes when absent, or one where arrays are rewritten. */
  readonly chips?: number;
  /** What happens to a network that does not fit; `chips` when absent. */
  readonly capacity?: Capacity;
  /** Inferences that share one writing of the weights, where arrays are rewritten; one when absent. */
  readonly batch?: number;
  /** How layers are replicated; `optimal` when absent. */
  readonly replication?: keyof typeof replications;
}

/**
 * `chips`: a network larger than the chips asked for takes as many as it needs. `reload`: its arrays are rewritten
 * during each inference or batch. `reject`: the text has an error, so it is never evaluated.
 */
export type Capacity = 'chips' | 'reload' | 'reject';

/**
 * Puts every matrix of the workload on arrays and replicates layers so that the slowest one is as fast as the
 * arrays allow.
 */
export function place(structure: Structure, workload: Workload, options: PlaceOptions = {}): Placement {
  const layers = workload.layers.filter(isMatrixLayer).map(layer => fold(structure, layer, options));
  const replication = replications[options.replication ?? 'optimal'];
  const asked = options.chips ?? 1;
  const fitting = needOfLayers(structure, layers).chips;
  const chips = options.capacity === 'reload' ? asked : Math.max(asked, fitting);
  const batch = options.batch ?? 1;
  const loadings =
    chips < fitting ? loadingsOf(structure, layers, { chips, batch, replication }) : oneLoading(layers);
  const madeBy = makers(workload);
  const placed = loadings.flatMap((loading, index) => {
    const own = loading.layers.map(each => layers[each]!);
    // A layer larger than all arrays has one copy, in parts.
    const copies = loading.times > 1 ? [1] : replication(structure, own, chips * structure.arrays);
    let firstArray = 0;
    return own.map((folded, each): PlacedLayer => {
      const result = {
        ...folded,
        copies: copies[each]!,
        loading: index,
        firstArray,
        chipOfPart: chipsOfParts(folded, copies[each]!, chips),
        inputsMadeBy: unique(inputsOf(folded.layer, madeBy).flat()),
      };
      firstArray += result.copies * result.arraysPerCopy;
      return result;
    });
  });
  return { chips, layers: placed, loadings, reloads: fillings(loadings) > 1, batch, madeBy };
}

/**
 * The chip that works on each part of the picture. With as many copies as chips or more, every chip has an equal share; fewer
 * copies, which have larger parts, stand on the chip in the middle of theirs. A copy larger than a chip takes several.
 */
function chipsOfParts({ chipsPerCopy }: FoldedLayer, copies: number, chips: number): number[] {
  const parts = Math.min(chips, copies * chipsPerCopy);
  return Array.from({ length: parts }, (_, part) => Math.floor(((part + 0.5) * chips) / parts));
}

/** Chips that hold a part of a layer. */
export const chipsHolding = ({ chipOfPart }: PlacedLayer): number => new Set(chipOfPart).size;

/**
 * For each layer of the workload the placed layers on whose tiles its results are made. Values that are added are made where
 * the last of them is; other layers without weights leave values where they are. Layers come after those they read.
 */
function makers({ layers }: Workload): readonly Places[] {
  const madeBy: Places[] = [];
  let placed = 0;
  for (const layer of layers) {
    const inputs = inputsOf(layer, madeBy);
    if (isMatrixLayer(layer)) madeBy.push([placed++]);
    else madeBy.push(layer.kind === 'elementwise' ? latest(inputs) : unique(inputs.flat()));
  }
  return madeBy;
}

/** Where each input of a layer is made. */
export const inputsOf = ({ from }: Layer, madeBy: readonly Places[]): readonly Places[] =>
  from.map(index => madeBy[index] ?? []);

/** The input of which a part is made last. */
export function latest(inputs: readonly Places[]): Places {
  return inputs.reduce((a, b) => (Math.max(-1, ...b) > Math.max(-1, ...a) ? b : a));
}

const unique = (places: Places): Places => [...new Set(places)];
