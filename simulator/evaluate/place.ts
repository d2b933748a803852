import { isMatrixLayer, type Layer, type Workload } from '../workload/workload.ts';
import { chipsNeeded, type FoldedLayer, fold } from './fold.ts';
import { stageTime } from './stage.ts';
import type { Structure } from './structure.ts';

/** A workload on arrays. */
export interface Placement {
  readonly chips: number;
  readonly layers: readonly PlacedLayer[];
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
}

/**
 * Puts every matrix of the workload on arrays and replicates layers so that the slowest one is as fast as the
 * arrays allow. A network larger than the chips asked for takes as many as it needs.
 */
export function place(structure: Structure, workload: Workload, options: PlaceOptions = {}): Placement {
  const layers = workload.layers.filter(isMatrixLayer).map(layer => fold(structure, layer));
  const needed = layers.reduce((sum, layer) => sum + layer.arraysPerCopy, 0);
  const chips = Math.max(options.chips ?? 1, chipsNeeded(structure, needed));
  const copies = replicate(structure, layers, chips * structure.arrays);
  let firstArray = 0;
  const placed = layers.map((folded, index): PlacedLayer => {
    const result = {
      ...folded,
      copies: copies[index]!,
      firstArray,
      sources: sources(workload, layers, folded.layer),
    };
    firstArray += result.copies * result.arraysPerCopy;
    return result;
  });
  return { chips, layers: placed };
}

/**
 * Copies of each layer that minimise the slowest layer's ⌈windows / copies⌉ · stage within the arrays.
 *
 * Given a bound T on that time, each layer needs r = ⌈windows / ⌊T / stage⌋⌉ copies. The arrays needed fall as T
 * grows, so bisection finds the smallest T that fits. Only times at which some layer's window count changes
 * matter, and the search ends when no such time is left between the bounds.
 */
function replicate(structure: Structure, layers: readonly FoldedLayer[], arrays: number): number[] {
  const stages = layers.map(folded => stageTime(structure, folded).timeS);
  const copiesAt = (time: number) =>
    layers.map(({ layer }, index) => copiesWithin(layer.matrix.windows, time / stages[index]!));
  const fits = (time: number) =>
    copiesAt(time).reduce((sum, copies, index) => sum + copies * layers[index]!.arraysPerCopy, 0) <= arrays;
  let high = Math.max(0, ...layers.map(({ layer }, index) => layer.matrix.windows * stages[index]!));
  let low = 0;
  for (let step = 0; step < bisectionSteps && !atOneWindow(low, high, stages); step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return copiesAt(high);
}

const bisectionSteps = 60;

function copiesWithin(windows: number, windowsInTime: number): number {
  // A bound that is a whole number of stages must count as that number in spite of rounding.
  const windowsEach = Math.floor(windowsInTime * (1 + 1e-9));
  return windowsEach < 1 ? Number.POSITIVE_INFINITY : Math.ceil(windows / windowsEach);
}

/** Whether both bounds allow every layer the same number of windows per copy. */
function atOneWindow(low: number, high: number, stages: readonly number[]): boolean {
  return stages.every(
    stage => Math.floor((low / stage) * (1 + 1e-9)) === Math.floor((high / stage) * (1 + 1e-9)),
  );
}

function sources(workload: Workload, placed: readonly FoldedLayer[], layer: Layer): number[] {
  return layer.from.flatMap(index => {
    const source = workload.layers[index];
    if (!source) return [];
    return isMatrixLayer(source)
      ? [placed.findIndex(each => each.layer === source)]
      : sources(workload, placed, source);
  });
}
