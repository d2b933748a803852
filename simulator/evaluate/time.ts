import type { Action, ActionCounts } from '../chip/action.ts';
import type { PlacedLayer, Placement } from './place.ts';
import { chipsHolding } from './route.ts';
import { type Stage, stageTime } from './stage.ts';
import { ratePerArray, type Structure } from './structure.ts';

export interface Timing {
  readonly layers: readonly LayerTime[];
  /** Seconds between two results of a full pipeline. */
  readonly intervalS: number;
  /** Seconds of one inference through an empty pipeline. */
  readonly latencyS: number;
}

export interface LayerTime extends Stage {
  /** Seconds per inference: ⌈windows / copies⌉ stages. */
  readonly totalS: number;
}

/**
 * Interval and latency in closed form (model: every layer works on its own windows all the time).
 *
 * The interval is the slowest layer's ⌈windows / copies⌉ · stage. The latency adds, layer by layer, the windows the
 * next layer must wait for (ISAAC's buffer formula, (kernel height − 1) rows and kernel width values) and the depth of
 * the pipeline, then the rest of the slowest layer's work. Buffers are taken to be large enough.
 */
export function time(structure: Structure, placement: Placement, counts: readonly ActionCounts[]): Timing {
  const layers = placement.layers.map((placed, index) =>
    layerTime(structure, placement, placed, counts[index]!),
  );
  const intervalS = Math.max(0, ...layers.map(({ totalS }) => totalS));
  return { layers, intervalS, latencyS: latency(structure, placement, layers) };
}

/** What is moved and computed beside the arrays may take as long per inference as the arrays do; where it takes longer, the stage stretches. */
function layerTime(
  structure: Structure,
  placement: Placement,
  placed: PlacedLayer,
  counts: ActionCounts,
): LayerTime {
  const stage = stageTime(structure, placed);
  const rounds = Math.ceil(placed.layer.matrix.windows / placed.copies);
  const demands = perInference.map(({ action, resource, arrays }) => ({
    resource,
    timeS:
      (counts[action] ?? 0) /
      (arrays(structure, placement, placed) * ratePerArray(structure, action)) /
      rounds,
  }));
  const slowest = demands.reduce((a, b) => (b.timeS > a.timeS ? b : a));
  const stretched =
    slowest.timeS > stage.timeS ? { ...stage, timeS: slowest.timeS, bottleneck: slowest } : stage;
  return { ...stretched, totalS: rounds * stretched.timeS };
}

type ArraysServed = (structure: Structure, placement: Placement, placed: PlacedLayer) => number;

const ownArrays: ArraysServed = (_structure, _placement, { copies, arraysPerCopy }) => copies * arraysPerCopy;
/** Links serve whole chips. */
const allArraysOfItsChips: ArraysServed = (structure, placement, placed) =>
  chipsHolding(structure, placement, placed) * structure.arrays;

/** Work that may spread over a layer's whole time, and the arrays whose share of the units does it. */
const perInference: readonly {
  readonly action: Action;
  readonly resource: string;
  readonly arrays: ArraysServed;
}[] = [
  { action: 'flitHops', resource: 'router', arrays: ownArrays },
  { action: 'activations', resource: 'activation', arrays: ownArrays },
  { action: 'poolings', resource: 'pooling', arrays: ownArrays },
  { action: 'linkBytes', resource: 'link', arrays: allArraysOfItsChips },
];

function latency(structure: Structure, { layers: placed }: Placement, layers: readonly LayerTime[]): number {
  const firstWindows = placed.map((_, index) => windowsBeforeNext(placed, index));
  const timeOf = (windows: number, index: number) =>
    Math.ceil(windows / placed[index]!.copies) * layers[index]!.timeS;
  const fills = layers.map(
    (stage, index) => timeOf(firstWindows[index]!, index) + pipelineDepthS(structure, stage),
  );
  const rest = placed.map(({ layer }, index) => timeOf(layer.matrix.windows - firstWindows[index]!, index));
  return fills.reduce((sum, fill) => sum + fill, 0) + Math.max(0, ...rest);
}

/**
 * From the last input cycle of a window to its result in the buffer. Coarse: one more stage. Fine: six cycles besides
 * the input cycles (copy; last conversion, PE add, tile add, activation, write), 22 in all for ISAAC's 16.
 */
function pipelineDepthS({ chip }: Structure, stage: Stage): number {
  return chip.pipeline.kind === 'coarse' ? stage.timeS : 6 * chip.array.cycleS;
}

/** Windows of a layer that must be done before the first window of any layer it feeds can start; all, if it feeds none. */
function windowsBeforeNext(placed: readonly PlacedLayer[], index: number): number {
  const { windows } = placed[index]!.layer.matrix;
  const consumers = placed.filter(({ sources }) => sources.includes(index));
  if (consumers.length === 0) return windows;
  const waits = consumers.map(({ layer: { kernel, input } }) => {
    // Through pooling, one input position of the consumer stands for several windows of this layer.
    const perPosition = windows / (input.height * input.width);
    return Math.ceil(((kernel.height - 1) * input.width + kernel.width) * perPosition);
  });
  return Math.min(windows, Math.max(...waits));
}
