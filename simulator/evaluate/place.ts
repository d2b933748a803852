import { isMatrixLayer, type Layer, type Workload } from '../workload/workload.ts';
import { chipsNeeded, type FoldedLayer, fold, type Grouping } from './fold.ts';
import { replications } from './replicate.ts';
import type { Structure } from './structure.ts';

/** A workload on arrays. */
export interface Placement {
  readonly chips: number;
  readonly layers: readonly PlacedLayer[];
  /** For every layer of the workload, the placed layers that feed it through any layers without weights. */
  readonly feeding: ReadonlyMap<Layer, readonly number[]>;
}

/** One layer on its arrays. */
export interface PlacedLayer extends FoldedLayer {
  readonly copies: number;
  /** First array of the layer when arrays are filled in layer order. */
  readonly firstArray: number;
  /** Indices of the placed layers whose values reach this one, through any layers without weights. */
  readonly sources: readonly number[];
}

export interface PlaceOptions {
  /** Chips to use; as many as one copy of the workload takes when absent. */
  readonly chips?: number;
  /** How layers are replicated; `optimal` when absent. */
  readonly replication?: keyof typeof replications;
  /** Whether groups of channels may share an array; they may when absent. */
  readonly grouping?: Grouping;
}

/**
 * Puts every matrix of the workload on arrays and replicates layers so that the slowest one is as fast as the
 * arrays allow. A network larger than the chips asked for takes as many as it needs.
 */
export function place(structure: Structure, workload: Workload, options: PlaceOptions = {}): Placement {
  const layers = workload.layers.filter(isMatrixLayer).map(layer => fold(structure, layer, options.grouping));
  const needed = layers.reduce((sum, layer) => sum + layer.arraysPerCopy, 0);
  const chips = Math.max(options.chips ?? 1, chipsNeeded(structure, needed));
  const copies = replications[options.replication ?? 'optimal'](structure, layers, chips * structure.arrays);
  const feeding = sourcesOf(workload, layers);
  let firstArray = 0;
  const placed = layers.map((folded, index): PlacedLayer => {
    const result = {
      ...folded,
      copies: copies[index]!,
      firstArray,
      sources: feeding.get(folded.layer)!,
    };
    firstArray += result.copies * result.arraysPerCopy;
    return result;
  });
  return { chips, layers: placed, feeding };
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
