import { type Action, type ActionCounts, sumCounts } from '../chip/action.ts';
import { hasUnitColumn } from '../chip/chip.ts';
import { type DotProduct, unitColumn } from '../dataflow/dot-product.ts';
import type { ArrayLayout } from './fold.ts';
import { resourceNames } from './resource.ts';
import { ratePerArray, type Structure } from './structure.ts';
import { windowActions } from './window-actions.ts';

/** What sets the time between two windows of one copy. */
export interface Stage {
  readonly timeS: number;
  /** Time of the pipeline itself: input cycles and, where it does not overlap, the copy. */
  readonly nominalS: number;
  readonly bottleneck: Demand;
  /** Of the units that are the bottleneck; where none are, of the busiest. None where nothing has a limit. */
  readonly use?: Use;
}

/** How much of what some units can do is asked of them at the pipeline's own pace; above 1 they hold it up. */
export interface Use {
  readonly action: Action;
  readonly share: number;
}

/**
 * Time of one pipeline stage of a layer, in seconds.
 *
 * Coarse pipeline (Neural-PIM 5.2): one copy cycle and C input cycles. Fine (ISAAC 6): C input cycles, the copy
 * overlaps. What must happen in every input cycle (converting bit lines, analog accumulation) stretches the cycle
 * when its units are too slow. What happens once per result may take one input cycle (the papers' rule, the excess is
 * added) or the whole stage. Everything else a window makes happen must fit into the stage.
 */
export function stageTime(structure: Structure, layout: ArrayLayout): Stage {
  const { chip, cycles } = structure;
  const cycleS = chip.array.cycleS;
  const perCycle = cycleDemands(structure, layout);
  const slowest = longest(perCycle);
  const stretchedCycleS = Math.max(cycleS, slowest.timeS);
  const nominalS = nominalStageS(structure);
  const inputS = nominalS + cycles * (stretchedCycleS - cycleS);

  const results = resultDemands(structure, layout);
  // What the last cycle left comes first. In a fine pipeline results are then converted beside what the next cycle left, in a
  // coarse one, where the copy came in between, beside a reading alone.
  const oneCycleS = chip.pipeline.kind === 'fine' ? stretchedCycleS : cycleS;
  const allowedS = chip.pipeline.conversions === 'cycle' ? oneCycleS : inputS;
  const result = longest(results);
  const afterResults = inputS + Math.max(0, result.timeS - allowedS);

  const inStage = windowDemands(structure, layout);
  const window = longest(inStage);
  const timeS = Math.max(afterResults, window.timeS);
  const resultS = chip.pipeline.conversions === 'cycle' ? cycleS : nominalS;
  return { timeS, nominalS, ...held() };

  function held(): Pick<Stage, 'bottleneck' | 'use'> {
    if (window.timeS > afterResults * (1 + 1e-9)) return { bottleneck: window, ...useOf([window], nominalS) };
    if (result.timeS > allowedS * (1 + 1e-9))
      return {
        bottleneck: { ...result, timeS: afterResults },
        ...useOf([result], resultS),
      };
    if (slowest.timeS > cycleS * (1 + 1e-9))
      return { bottleneck: { ...slowest, timeS: inputS }, ...useOf([slowest], cycleS) };
    const uses = [
      useOf([slowest], cycleS).use,
      useOf([result], resultS).use,
      useOf(besideReading(inStage), nominalS).use,
    ];
    return { bottleneck: { resource: 'input cycles', timeS: nominalS }, ...busiest(uses) };
  }
}

/** Driving rows and reading cells are what an input cycle is made of, so that these are always busy. */
export const besideReading = (demands: readonly Demand[]): Demand[] =>
  demands.filter(({ action }) => action !== 'rowDrives' && action !== 'cellReads');

/** The use of the units that take longest for what they have so many seconds for. */
export function useOf(demands: readonly Demand[], allowedS: number): Pick<Stage, 'use'> {
  return busiest(
    demands.map(({ action, timeS }) =>
      action && timeS > 0 ? { action, share: timeS / allowedS } : undefined,
    ),
  );
}

/** The use of those units that are asked for most of what they can do. */
export function busiest(uses: readonly (Use | undefined)[]): Pick<Stage, 'use'> {
  const [use] = uses.filter(each => each !== undefined).toSorted((a, b) => b.share - a.share);
  return use ? { use } : {};
}

/** Seconds from the end of a stage of so many seconds to the result in the buffer. Coarse: one more stage. Fine: some more cycles. */
export function pipelineDepthS({ chip }: Structure, stageS: number): number {
  return chip.pipeline.kind === 'coarse' ? stageS : fineCycles * chip.array.cycleS;
}

/**
 * Cycles of a fine pipeline besides the input cycles: copy; last conversion, PE add, tile add, activation, write. Shafiee et al.,
 * ISCA 2016, section 6: 22 in all, of which 16 take in an input. It is the order of the steps, not a size that a chip chooses.
 */
const fineCycles = 6;

/** Seconds of the pipeline's own stage: input cycles and, where it does not overlap, the copy. */
export function nominalStageS({ chip, cycles }: Structure): number {
  return (chip.pipeline.kind === 'coarse' ? 1 + cycles : cycles) * chip.array.cycleS;
}

/** What the units behind an action would take for what is asked of them; the pipeline itself where there is no action. */
export interface Demand {
  readonly action?: Action;
  readonly resource: string;
  readonly timeS: number;
}

/** The demand on the units behind an action, in seconds. */
export const demandOf = (action: Action, timeS: number): Demand => ({
  action,
  resource: resourceNames[action],
  timeS,
});

/** Seconds for what has to be done in every input cycle, by the units of one array. */
export function cycleDemands(structure: Structure, layout: ArrayLayout): Demand[] {
  return demands(structure, layout, structure.strategy.actionsPerCycle);
}

/** Seconds for what has to be done once for each result, by the units of one array. */
export function resultDemands(structure: Structure, layout: ArrayLayout): Demand[] {
  return demands(structure, layout, dot => {
    const { conversions = 0, summations = 0 } = structure.strategy.actionsPerResult(dot);
    return { conversions, summations };
  });
}

/** Time for what all dot products of one array and its unit column do, at that array's share of the units. */
function demands(
  structure: Structure,
  layout: ArrayLayout,
  actionsOf: (dot: DotProduct) => ActionCounts,
): Demand[] {
  const { chip, dot } = structure;
  const all = sumCounts(
    [fullestArray(structure, layout), actionsOf(dot)],
    [hasUnitColumn(chip.array) ? 1 : 0, actionsOf(unitColumn(dot))],
  );
  const limited: Action[] = [
    'conversions',
    'analogAccumulations',
    'shiftAdds',
    'sensings',
    'bufferCellWrites',
    'summations',
  ];
  return limited
    .filter(action => all[action])
    .map(action => demandOf(action, all[action]! / ratePerArray(structure, action)));
}

/** Dot products of the array that holds most of them. */
const fullestArray = ({ weightsPerRow }: Structure, { grids, activity }: ArrayLayout): number =>
  activity === 'whole'
    ? weightsPerRow
    : Math.max(...grids.flatMap(({ results }) => results.map(({ each }) => each)));

/** Seconds for everything one window makes happen, at the share of the units that belongs to the layer's own arrays. */
export function windowDemands(structure: Structure, layout: ArrayLayout): Demand[] {
  const counts = windowActions(structure, layout);
  return (Object.keys(counts) as Action[]).map(action =>
    demandOf(action, counts[action]! / (layout.arraysPerCopy * ratePerArray(structure, action))),
  );
}

function longest(all: readonly Demand[]): Demand {
  return all.reduce((a, b) => (b.timeS > a.timeS ? b : a), { resource: 'input cycles', timeS: 0 });
}
