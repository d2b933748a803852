import { isMatrixLayer, type Layer, type Workload } from '../workload/workload.ts';
import { chipsNeeded, type FoldedLayer, type FoldOptions, fold } from './fold.ts';
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
  /** For every layer of the workload, the placed layers that feed it through any layers without weights. */
  readonly feeding: ReadonlyMap<Layer, readonly number[]>;
}

/** One layer on its arrays. */
export interface PlacedLayer extends FoldedLayer {
  readonly copies: number;
  /** Index of the loading the layer belongs to. */
  readonly loading: number;
  /** First array of the layer when arrays are filled in layer order. */
  readonly firstArray: number;
  /** Indices of the placed layers whose values reach this one, through any layers without weights. */
  readonly sources: readonly number[];
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
  const needed = layers.reduce((sum, layer) => sum + layer.arraysPerCopy, 0);
  const chips = options.capacity === 'reload' ? asked : Math.max(asked, chipsNeeded(structure, needed));
  const batch = options.batch ?? 1;
  const loadings =
    chips < chipsNeeded(structure, needed)
      ? loadingsOf(structure, layers, { chips, batch, replication })
      : oneLoading(layers);
  const feeding = sourcesOf(workload, layers);
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
        sources: feeding.get(folded.layer)!,
      };
      firstArray += result.copies * result.arraysPerCopy;
      return result;
    });
  });
  return { chips, layers: placed, loadings, reloads: fillings(loadings) > 1, batch, feeding };
}

/** For each placed layer the placed layers that feed it; each layer of the workload is followed back once. */
function sourcesOf(
  workload: Workload,
  placed: readonly FoldedLayer[],
): ReadonlyMap<Layer, readonly number[]> {
  const indices = new Map<Layer, number>(placed.map(({ layer }, index) => [layer, index]));
  const sources = new Map<Layer, readonly number[]>();
  // Layers come after those they read.
  for (const layer of workload.layers) {
    const reached = layer.from.flatMap(from => {
      const source = workload.layers[from];
      if (!source) return [];
      return isMatrixLayer(source) ? [indices.get(source)!] : sources.get(source)!;
    });
    sources.set(layer, [...new Set(reached)]);
  }
  return sources;
}
