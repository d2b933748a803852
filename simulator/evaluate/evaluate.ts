import { sumCounts } from '../chip/action.ts';
import type { Chip } from '../chip/chip.ts';
import type { Evaluation, LayerReport, Metrics, ReloadReport, TreeNode } from '../report/report.ts';
import { macCount, weightCount, type Workload } from '../workload/workload.ts';
import { cost, dynamicEnergy } from './cost.ts';
import { count, type Counts, totalCounts } from './count.ts';
import { explained } from './explain.ts';
import { fillings } from './loading.ts';
import { type PlacedLayer, type PlaceOptions, type Placement, place } from './place.ts';
import { peakStage } from './peak.ts';
import { rooflineOf, rooflinePoint } from './roofline.ts';
import { type Structure, structureOf } from './structure.ts';
import { type LayerTime, type Timing, time } from './time.ts';

/**
 * Evaluates one chip on one workload: place → count → time → cost → report.
 *
 * Expects a chip without errors: at least one array, a known strategy, weights that fit a row; and a workload with weights:
 * where there are none nothing is timed, so rates, efficiencies and utilisation are no numbers (NaN). All numbers of the result are in
 * SI base units. `assumed` names the components that rest on an assumption.
 */
export function evaluate(
  chip: Chip,
  workload: Workload,
  options: PlaceOptions = {},
  assumed: ReadonlySet<string> = new Set(),
): Omit<Evaluation, 'study'> {
  const structure = structureOf(chip);
  const placement = place(structure, workload, options);
  const counts = count(structure, workload, placement);
  const timing = time(structure, workload, placement, counts);
  const tree = cost(structure, totalCounts(counts), timing.intervalS, placement.chips, assumed);
  const roofline = rooflineOf(structure);
  return {
    chip: chip.name,
    workload: workload.name,
    metrics: metricsOf(structure, workload, placement, timing, tree),
    tree,
    layers: placement.layers.map((placed, index) => ({
      ...layerReport(structure, placed, timing.layers[index]!, layerEnergy(structure, counts, index)),
      roofline: rooflinePoint(structure, roofline, placed, counts, index, timing.layers[index]!.totalS),
    })),
    roofline,
    ...(placement.reloads ? { reload: reloadReport(structure, placement, counts, timing) } : {}),
  };
}

/** What rewriting the arrays takes. A cell may be written in every filling, so that many writes wear it in each batch. */
function reloadReport(
  structure: Structure,
  { loadings, batch }: Placement,
  { writes }: Counts,
  { intervalS, writingS }: Timing,
): ReloadReport {
  const actions = sumCounts(...writes.map(each => [1, each] as const));
  const { endurance } = structure.chip.array.write ?? {};
  const writesPerBatch = fillings(loadings);
  return {
    loadings: writesPerBatch,
    batch,
    cellWrites: actions.cellWrites ?? 0,
    energy: dynamicEnergy(structure, actions),
    time: writingS,
    ...(endurance === undefined ? {} : { lifetime: (endurance * batch * intervalS) / writesPerBatch }),
  };
}

function metricsOf(
  structure: Structure,
  workload: Workload,
  placement: Placement,
  timing: Timing,
  tree: TreeNode,
): Metrics {
  const { intervalS, latencyS } = timing;
  const operations = 2 * macCount(workload);
  const peak = peakMetrics(structure, tree);
  return {
    energyPerInference: tree.energy,
    energyEfficiency: operations / tree.energy,
    throughput: operations / intervalS,
    inferencesPerSecond: 1 / intervalS,
    interval: intervalS,
    latency: latencyS,
    power: tree.energy / intervalS,
    ...peak,
    computeDensity: operations / intervalS / (tree.area * placement.chips),
    ...utilization(structure, workload, placement, timing),
    chips: placement.chips,
  };
}

/** Dynamic energy of a layer and its part of the layers without weights that run on its tiles. */
function layerEnergy(structure: Structure, { layers, writes, digital }: Counts, index: number): number {
  return digital
    .filter(({ hosts }) => hosts.has(index))
    .reduce(
      (sum, { actions, hosts }) => sum + dynamicEnergy(structure, actions) * hosts.get(index)!,
      dynamicEnergy(structure, layers[index]!.actions) + dynamicEnergy(structure, writes[index]!),
    );
}

/** Figures of one chip that do not depend on the workload. */
function peakMetrics(structure: Structure, tree: TreeNode) {
  const { chip, arrays, weightsPerArray } = structure;
  const weights = arrays * weightsPerArray;
  const peakThroughput = (2 * weights) / peakStage(structure).timeS;
  const linksM2 = structure.components
    .filter(({ performs }) => performs.includes('linkBytes'))
    .reduce((sum, { instances, cost: each }) => sum + instances * each.areaM2, 0);
  return {
    peakPower: tree.power,
    area: tree.area,
    storageDensity: (weights * chip.precision.weightBits) / 8 / tree.area,
    peakThroughput,
    peakEfficiency: peakThroughput / tree.power,
    peakComputeDensity: peakThroughput / tree.area,
    peakComputeDensityWithoutLinks: peakThroughput / (tree.area - linksM2),
  };
}

function utilization(
  structure: Structure,
  workload: Workload,
  placement: Placement,
  { layers, intervalS }: Timing,
) {
  const arrays = placement.chips * structure.arrays;
  // Where arrays are rewritten, on the average of all fillings.
  const stored = placement.layers.reduce(
    (sum, { layer: { matrix }, copies }) => sum + matrix.rows * matrix.columns * matrix.groups * copies,
    0,
  );
  // An array that waits for its converters, or for anything else that stretches the stage, is not busy.
  const busy = placement.layers.reduce(
    (sum, { layer, arraysPerCopy }, index) =>
      sum + arraysPerCopy * layer.matrix.windows * layers[index]!.nominalS,
    0,
  );
  return {
    cellUtilization:
      stored / (arrays * structure.weightsPerArray * Math.max(1, fillings(placement.loadings))),
    arrayUtilization: weightCount(workload) === 0 ? 0 : busy / (arrays * intervalS),
  };
}

function layerReport(
  structure: Structure,
  placed: PlacedLayer,
  timing: LayerTime,
  energy: number,
): Omit<LayerReport, 'roofline'> {
  const { layer, arraysPerCopy, copies } = placed;
  const { rows, columns, groups, windows } = layer.matrix;
  return {
    name: layer.name,
    kind: layer.kind,
    origin: layer.origin,
    rows,
    columns,
    groups,
    windows,
    arraysPerCopy,
    copies,
    utilization: (rows * columns * groups) / (arraysPerCopy * structure.weightsPerArray),
    macs: rows * columns * groups * windows,
    energy,
    stage: timing.timeS,
    time: timing.totalS,
    bottleneck: explained(structure, timing),
  };
}
