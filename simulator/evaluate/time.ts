import type { Action, ActionCounts } from '../chip/action.ts';
import type { Counts } from './count.ts';
import type { PlacedLayer, Placement } from './place.ts';
import { turns } from './replicate.ts';
import { resourceNames } from './resource.ts';
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
  /** Seconds per inference: ⌈windows / copies⌉ stages, twice that where each window waits for the one before. */
  readonly totalS: number;
}

/**
 * Interval and latency in closed form (model: every layer works on its own windows all the time).
 *
 * The interval is the slowest layer's ⌈windows / copies⌉ · stage. The latency adds, layer by layer, the windows the
 * next layer must wait for (ISAAC's buffer formula, (kernel height − 1) rows and kernel width values) and the depth of
 * the pipeline, then the rest of the slowest layer's work. Buffers are taken to be large enough.
 */
export function time(structure: Structure, placement: Placement, counts: Counts): Timing {
  const layers = placement.layers.map((_, index) => layerTime(structure, placement, counts, index));
  const intervalS = Math.max(0, ...layers.map(({ totalS }) => totalS));
  return { layers, intervalS, latencyS: latency(structure, placement, layers) };
}

/** What is moved and computed beside the arrays may take as long per inference as the arrays do; where it takes longer, the stage stretches. */
function layerTime(
  structure: Structure,
  placement: Placement,
  { layers, digital, hops }: Counts,
  index: number,
): LayerTime {
  const placed = placement.layers[index]!;
  const stage = stageTime(structure, placed);
  const rounds = Math.ceil(turns(placed) / placed.copies);
  const busyS = new Map<Action, number>();
  addBusy(layers[index]!, placed.copies * placed.arraysPerCopy);
  for (const { actions, hosts } of digital) if (hosts.includes(index)) addBusy(actions, arraysOf(hosts));
  const demands = [...busyS].map(([action, timeS]) => ({
    resource: resourceNames[action],
    timeS: timeS / rounds,
  }));
  const slowest = demands.reduce((a, b) => (b.timeS > a.timeS ? b : a), noDemand);
  const stretched =
    slowest.timeS > stage.timeS * (1 + 1e-9)
      ? { ...stage, timeS: slowest.timeS, bottleneck: slowest }
      : stage;
  return { ...stretched, totalS: rounds * stretched.timeS };

  function addBusy(counts: ActionCounts, arrays: number): void {
    for (const action of Object.keys(counts) as Action[]) {
      const seconds = counts[action]! / (served(action, arrays) * ratePerArray(structure, action));
      busyS.set(action, (busyS.get(action) ?? 0) + seconds);
    }
  }

  /** Links serve whole chips; each hop of a way is another router's; everything else serves the arrays it stands beside. */
  function served(action: Action, arrays: number): number {
    if (action === 'linkBytes') return chipsHolding(structure, placement, placed) * structure.arrays;
    return action === 'flitHops' ? arrays * hops[index]! : arrays;
  }

  function arraysOf(hosts: readonly number[]): number {
    return hosts.reduce(
      (sum, host) => sum + placement.layers[host]!.copies * placement.layers[host]!.arraysPerCopy,
      0,
    );
  }
}

const noDemand = { resource: '', timeS: 0 };

function latency(structure: Structure, { layers: placed }: Placement, layers: readonly LayerTime[]): number {
  const firstWindows = placed.map((_, index) => windowsBeforeNext(placed, index));
  // The steps of one inference follow each other, however many channels there are.
  const timeOf = (windows: number, index: number) => {
    const { layer, copies } = placed[index]!;
    return (layer.recurrent ? 2 * windows : Math.ceil(windows / copies)) * layers[index]!.timeS;
  };
  const fills = layers.map(
    (stage, index) => timeOf(firstWindows[index]!, index) + pipelineDepthS(structure, stage),
  );
  const rest = placed.map(({ layer }, index) => timeOf(layer.matrix.windows - firstWindows[index]!, index));
  // Branches run side by side: a layer starts when the slowest of those that feed it has filled.
  const filled: number[] = [];
  placed.forEach(({ sources }, index) => {
    filled.push(fills[index]! + Math.max(0, ...sources.map(source => filled[source]!)));
  });
  return Math.max(0, ...filled) + Math.max(0, ...rest);
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
