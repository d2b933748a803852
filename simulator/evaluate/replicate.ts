import type { FoldedLayer } from './fold.ts';
import { pipelineDepthS, stageTime } from './stage.ts';
import type { Structure } from './structure.ts';

/** How many copies of each layer share its windows; the sum of their arrays stays within `arrays`. */
export type Replication = (structure: Structure, layers: readonly FoldedLayer[], arrays: number) => number[];

/**
 * Copies that minimise the slowest layer's ⌈windows / copies⌉ · stage within the arrays.
 *
 * Given a bound T on that time, each layer needs ⌈windows / ⌊T / stage⌋⌉ copies. The arrays needed fall as T grows, so
 * bisection finds the smallest T that fits.
 */
export const optimalReplication: Replication = (structure, layers, arrays) => {
  const stages = layers.map(folded => stageTime(structure, folded).timeS);
  const copiesAt = (timeS: number) =>
    layers.map((folded, index) => copiesWithin(structure, folded, stages[index]!, timeS));
  const alone = layers.map((folded, index) => layerTimeS(structure, folded, stages[index]!, 1));
  let high = Math.max(0, ...alone);
  let low = 0;
  for (let step = 0; step < bisectionSteps; step++) {
    const middle = (low + high) / 2;
    if (arraysOf(layers, copiesAt(middle)) <= arrays) high = middle;
    else low = middle;
  }
  return copiesAt(high);
};

/**
 * ISAAC's rule (section 5): a layer gets as many copies more than the next as its results are more, so that no layer
 * waits; where that exceeds the arrays, all layers but the last are halved until it fits. Layers at the end then stand
 * idle most of the time.
 */
export const strideReplication: Replication = (structure, layers, arrays) => {
  const stagesBusy = layers.map(folded => {
    const stageS = stageTime(structure, folded).timeS;
    return layerTimeS(structure, folded, stageS, 1) / stageS;
  });
  const last = stagesBusy.at(-1);
  if (last === undefined) return [];
  let copies = stagesBusy.map(each => Math.max(1, wholeAbove(each / last)));
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
 * Seconds that so many copies of a layer take for an inference: ⌈windows / copies⌉ stages. A step of a recurrent layer cannot
 * start before the result of the one before, to the depth of the pipeline; its copies are channels that work on different
 * inferences (Neural-PIM 5.2.4), so with several the time is the mean of what they deliver in turn.
 */
export function layerTimeS(
  structure: Structure,
  { layer, waits }: FoldedLayer,
  stageS: number,
  copies: number,
): number {
  const { windows } = layer.matrix;
  const depthS = waits ? pipelineDepthS(structure, stageS) : 0;
  return layer.recurrent ? (windows * (stageS + depthS)) / copies : Math.ceil(windows / copies) * stageS;
}

const bisectionSteps = 60;

function arraysOf(layers: readonly FoldedLayer[], copies: readonly number[]): number {
  return layers.reduce((sum, { arraysPerCopy }, index) => sum + arraysPerCopy * copies[index]!, 0);
}

/** Copies with which a layer takes so long at most. */
function copiesWithin(structure: Structure, folded: FoldedLayer, stageS: number, timeS: number): number {
  const { recurrent, matrix } = folded.layer;
  if (recurrent) return wholeAbove(layerTimeS(structure, folded, stageS, 1) / timeS);
  // A bound that is a whole number of stages must count as that number in spite of rounding.
  const windowsEach = Math.floor((timeS / stageS) * (1 + 1e-9));
  return windowsEach < 1 ? Number.POSITIVE_INFINITY : Math.ceil(matrix.windows / windowsEach);
}

/** The next whole number; one that is whole but for rounding counts as that. */
const wholeAbove = (value: number): number => Math.ceil(value * (1 - 1e-9));
