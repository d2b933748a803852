import type { FoldedLayer } from './fold.ts';
import { stageTime } from './stage.ts';
import type { Structure } from './structure.ts';

/** How many copies of each layer share its windows; the sum of their arrays stays within `arrays`. */
export type Replication = (structure: Structure, layers: readonly FoldedLayer[], arrays: number) => number[];

/**
 * Copies that minimise the slowest layer's ⌈windows / copies⌉ · stage within the arrays.
 *
 * Given a bound T on that time, each layer needs r = ⌈windows / ⌊T / stage⌋⌉ copies. The arrays needed fall as T grows,
 * so bisection finds the smallest T that fits. Only times at which some layer's window count changes matter, and the
 * search ends when no such time is left between the bounds.
 */
export const optimalReplication: Replication = (structure, layers, arrays) => {
  const stages = layers.map(folded => stageTime(structure, folded).timeS);
  const copiesAt = (time: number) =>
    layers.map((folded, index) => copiesWithin(turns(folded), time / stages[index]!));
  const fits = (time: number) => arraysOf(layers, copiesAt(time)) <= arrays;
  let high = Math.max(0, ...layers.map((folded, index) => turns(folded) * stages[index]!));
  let low = 0;
  for (let step = 0; step < bisectionSteps && !atOneWindow(low, high, stages); step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return copiesAt(high);
};

/**
 * ISAAC's rule (section 5): a layer gets as many copies more than the next as its results are more, so that no layer
 * waits; where that exceeds the arrays, all layers but the last are halved until it fits. Layers at the end then stand
 * idle most of the time.
 */
export const strideReplication: Replication = (_structure, layers, arrays) => {
  const last = layers.at(-1);
  if (!last) return [];
  let copies = layers.map(folded => Math.max(1, Math.ceil(turns(folded) / turns(last))));
  while (arraysOf(layers, copies) > arrays && copies.slice(0, -1).some(each => each > 1))
    copies = copies.map((each, index) => (index === copies.length - 1 ? each : Math.ceil(each / 2)));
  return copies;
};

/** One copy of every layer. */
export const noReplication: Replication = (_structure, layers) => layers.map(() => 1);

/** Every policy by the word the language uses for it. */
export const replications = {
  optimal: optimalReplication,
  stride: strideReplication,
  none: noReplication,
} as const;

/**
 * Stages that one copy of a layer is busy for an inference. Copies of a recurrent layer are channels that work on different
 * inferences (Neural-PIM 5.2.4).
 */
export const turns = ({ layer, stagesPerWindow }: FoldedLayer): number =>
  layer.matrix.windows * stagesPerWindow;

const bisectionSteps = 60;

function arraysOf(layers: readonly FoldedLayer[], copies: readonly number[]): number {
  return layers.reduce((sum, { arraysPerCopy }, index) => sum + arraysPerCopy * copies[index]!, 0);
}

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
