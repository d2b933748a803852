import type { Action, ActionCounts } from '../chip/action.ts';
import type { Counts } from './count.ts';
import type { PlacedLayer, Placement } from './place.ts';
import { turns } from './replicate.ts';
import { resourceNames } from './resource.ts';
import { writingS } from './rewrite.ts';
import { chipsHolding } from './route.ts';
import { type Stage, stageTime } from './stage.ts';
import { ratePerArray, type Structure } from './structure.ts';

export interface Timing {
  readonly layers: readonly LayerTime[];
  /** Seconds between two results of a full pipeline. */
  readonly intervalS: number;
  /** Seconds of one inference through an empty pipeline. */
  readonly latencyS: number;
  /** Seconds of writing weights in each interval. */
  readonly writingS: number;
}

export interface LayerTime extends Stage {
  /**
   * Seconds per inference: ⌈windows / copies⌉ stages, twice that where each window waits for the one before, and as often
   * as the arrays are filled for the layer.
   */
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
  if (placement.reloads) return { layers, ...timeOfBatch(structure, placement, counts, layers) };
  const intervalS = Math.max(0, ...layers.map(({ totalS }) => totalS));
  const latencyS = latency(structure, placement, layers, [...layers.keys()]);
  return { layers, intervalS, latencyS, writingS: 0 };
}

/**
 * Where arrays are rewritten, one loading follows the other: write its weights, then run the whole batch through its
 * layers. All inferences of the batch are ready together.
 */
function timeOfBatch(
  structure: Structure,
  placement: Placement,
  { writes }: Counts,
  layers: readonly LayerTime[],
): Omit<Timing, 'layers'> {
  const { loadings, batch } = placement;
  let writeS = 0;
  let runS = 0;
  for (const loading of loadings) {
    const slowestS = Math.max(...loading.layers.map(index => layers[index]!.totalS)) / loading.times;
    const onceS = latency(structure, placement, layers, loading.layers) + (batch - 1) * slowestS;
    writeS += writingS(structure, placement, loading, writes);
    runS += loading.times * onceS;
  }
  const latencyS = writeS + runS;
  return { intervalS: latencyS / batch, latencyS, writingS: writeS / batch };
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
  return { ...stretched, totalS: placement.loadings[placed.loading]!.times * rounds * stretched.timeS };

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

/** Seconds of one inference through those of the layers that are in the arrays together. */
function latency(
  structure: Structure,
  { layers: placed }: Placement,
  layers: readonly LayerTime[],
  together: readonly number[],
): number {
  // The steps of one inference follow each other, however many channels there are.
  const timeOf = (windows: number, index: number) => {
    const { layer, copies, stagesPerWindow } = placed[index]!;
    const turnsTaken = layer.recurrent ? stagesPerWindow * windows : Math.ceil(windows / copies);
    return turnsTaken * layers[index]!.timeS;
  };
  // Branches run side by side: a layer starts when the slowest of those that feed it has filled.
  const filled = new Map<number, number>();
  let restS = 0;
  for (const index of together) {
    const { layer, sources } = placed[index]!;
    const firstWindows = windowsBeforeNext(placed, index, together);
    const startS = Math.max(0, ...sources.map(source => filled.get(source) ?? 0));
    filled.set(index, startS + timeOf(firstWindows, index) + pipelineDepthS(structure, layers[index]!));
    restS = Math.max(restS, timeOf(layer.matrix.windows - firstWindows, index));
  }
  return Math.max(0, ...filled.values()) + restS;
}

/**
 * From the last input cycle of a window to its result in the buffer. Coarse: one more stage. Fine: six cycles besides
 * the input cycles (copy; last conversion, PE add, tile add, activation, write), 22 in all for ISAAC's 16.
 */
function pipelineDepthS({ chip }: Structure, stage: Stage): number {
  return chip.pipeline.kind === 'coarse' ? stage.timeS : 6 * chip.array.cycleS;
}

/** Windows of a layer that must be done before the first window of any layer it feeds can start; all, if it feeds none. */
function windowsBeforeNext(
  placed: readonly PlacedLayer[],
  index: number,
  together: readonly number[],
): number {
  const { windows } = placed[index]!.layer.matrix;
  const consumers = together.map(each => placed[each]!).filter(({ sources }) => sources.includes(index));
  if (consumers.length === 0) return windows;
  const waits = consumers.map(({ layer: { kernel, input } }) => {
    // Through pooling, one input position of the consumer stands for several windows of this layer.
    const perPosition = windows / (input.height * input.width);
    return Math.ceil(((kernel.height - 1) * input.width + kernel.width) * perPosition);
  });
  return Math.min(windows, Math.max(...waits));
}
