import { type Action, sumCounts } from '../chip/action.ts';
import type { Counts, LayerCounts } from './count.ts';
import { latency } from './latency.ts';
import { sumOf } from './link.ts';
import type { Loading } from './loading.ts';
import type { Workload } from '../workload/workload.ts';
import type { PlacedLayer, Placement } from './place.ts';
import { layerTimeS } from './replicate.ts';
import { writingS } from './rewrite.ts';
import { besideReading, busiest, type Demand, demandOf, type Stage, stageTime, useOf } from './stage.ts';
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
  /** Seconds per inference, as often as the arrays are filled for the layer. */
  readonly totalS: number;
}

/**
 * Interval and latency, when every layer works on its own windows all the time and buffers are large enough.
 *
 * The interval is the slowest layer's ⌈windows / copies⌉ · stage; the latency is that of the windows one after the other.
 */
export function time(structure: Structure, workload: Workload, placement: Placement, counts: Counts): Timing {
  const shared = placement.loadings.map(loading => sharedTimes(structure, placement, counts, loading));
  const layers = placement.layers.map((placed, index) =>
    timeOf(structure, placement, counts, shared[placed.loading]!, index),
  );
  if (placement.reloads) return { layers, ...timeOfBatch(structure, workload, placement, counts, layers) };
  const intervalS = Math.max(0, ...layers.map(({ totalS }) => totalS));
  return { layers, intervalS, latencyS: latency(structure, workload, placement, layers), writingS: 0 };
}

/**
 * Where arrays are rewritten, one loading follows the other: write its weights, then run the whole batch through its
 * layers. All inferences of the batch are ready together.
 */
function timeOfBatch(
  structure: Structure,
  workload: Workload,
  placement: Placement,
  { writes }: Counts,
  layers: readonly LayerTime[],
): Omit<Timing, 'layers'> {
  const { loadings, batch } = placement;
  let writeS = 0;
  let runS = 0;
  for (const loading of loadings) {
    const slowestS = Math.max(...loading.layers.map(index => layers[index]!.totalS)) / loading.times;
    const throughS = latency(structure, workload, placement, layers, loading);
    // Routers and links are busy for their time even where the windows of a layer are through before.
    const onceS = Math.max(throughS, slowestS) + (batch - 1) * slowestS;
    writeS += writingS(structure, placement, loading, writes);
    runS += loading.times * onceS;
  }
  const latencyS = writeS + runS;
  return { intervalS: latencyS / batch, latencyS, writingS: writeS / batch };
}

/** Seconds per inference and filling that what all layers use together is busy: the routers of all chips, and the links of each. */
interface SharedTimes {
  readonly routersS: number;
  readonly linksS: ReadonlyMap<number, number>;
}

/** Of the layers that are in the arrays together. What moves for a layer in parts moves in equal shares, one for each filling. */
function sharedTimes(
  structure: Structure,
  { chips }: Placement,
  counts: Counts,
  { layers, times }: Loading,
): SharedTimes {
  const hosted = counts.digital.filter(({ hosts }) => layers.some(index => hosts.has(index)));
  const together = [...layers.map(index => counts.layers[index]!), ...hosted];
  const { flitHops = 0 } = sumCounts(...together.map(({ actions }) => [1, actions] as const));
  const arriving = sumOf(...together.map(({ links }) => links));
  const linkRate = structure.arrays * ratePerArray(structure, 'linkBytes');
  return {
    routersS: flitHops / (times * chips * structure.arrays * ratePerArray(structure, 'flitHops')),
    linksS: new Map([...arriving].map(([chip, amount]) => [chip, amount / (times * linkRate)])),
  };
}

/** What is moved and computed beside the arrays may take as long per inference as the arrays do; where it takes longer, the stage stretches. */
function timeOf(
  structure: Structure,
  placement: Placement,
  counts: Counts,
  shared: SharedTimes,
  index: number,
): LayerTime {
  const placed = placement.layers[index]!;
  const stage = stageTime(structure, placed);
  const arraysS = layerTimeS(structure, placed, stage.timeS, placed.copies);
  const work = workOf(counts, index);
  const demands = [...ownDemands(structure, placed, work), ...sharedDemands(shared, work)];
  const slowest = demands.reduce((a, b) => (b.timeS > a.timeS ? b : a));
  const { times } = placement.loadings[placed.loading]!;
  // What the arrays would take if nothing stretched their stage.
  const pacedS = (arraysS * stage.nominalS) / stage.timeS;
  if (slowest.timeS <= arraysS * (1 + 1e-9)) {
    const isPaced = stage.timeS <= stage.nominalS * (1 + 1e-9);
    return {
      ...stage,
      ...(isPaced ? busiest([stage.use, useOf(besideReading(demands), pacedS).use]) : {}),
      totalS: times * arraysS,
    };
  }
  const timeS = (stage.timeS * slowest.timeS) / arraysS;
  const bottleneck = { ...slowest, timeS };
  return { ...stage, timeS, bottleneck, ...useOf([slowest], pacedS), totalS: times * slowest.timeS };
}

/** What happens on a layer's tiles: its own work, and its part of that of the layers without weights. */
type Work = readonly (readonly [part: number, LayerCounts])[];

function workOf({ layers, digital }: Counts, index: number): Work {
  const hosted = digital.filter(({ hosts }) => hosts.has(index));
  return [[1, layers[index]!], ...hosted.map(each => [each.hosts.get(index)!, each] as const)];
}

/** Seconds per inference that the units of a layer's own arrays are busy. */
function ownDemands(structure: Structure, { copies, arraysPerCopy }: PlacedLayer, work: Work): Demand[] {
  const { linkBytes: _shared, ...counts } = sumCounts(
    ...work.map(([part, { actions }]) => [part, actions] as const),
  );
  // Of the routers that values pass, only the last is the layer's own.
  const flitHops = work.reduce((sum, [part, { arriving }]) => sum + part * arriving, 0);
  return Object.entries({ ...counts, flitHops }).map(([action, times]) =>
    demandOf(action as Action, times / (copies * arraysPerCopy * ratePerArray(structure, action as Action))),
  );
}

/** Everybody's values pass the routers, and the links of a chip: whoever uses them has to wait as long as they are busy. */
function sharedDemands({ routersS, linksS }: SharedTimes, work: Work): Demand[] {
  const chips = work.flatMap(([, { links }]) =>
    [...links].flatMap(([chip, amount]) => (amount > 0 ? [chip] : [])),
  );
  return [
    demandOf('flitHops', routersS),
    demandOf('linkBytes', Math.max(0, ...chips.map(chip => linksS.get(chip)!))),
  ];
}
