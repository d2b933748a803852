import type { Action, ActionCounts } from '../chip/action.ts';
import type { FoldedLayer } from './fold.ts';
import { resourceNames } from './resource.ts';
import { ratePerArray, type Structure } from './structure.ts';
import { windowActions } from './window-actions.ts';

/** What sets the time between two windows of one copy. */
export interface Stage {
  readonly timeS: number;
  /** Time of the pipeline itself: input cycles and, where it does not overlap, the copy. */
  readonly nominalS: number;
  readonly bottleneck: { readonly resource: string; readonly timeS: number };
}

/**
 * Time of one pipeline stage of a layer.
 *
 * Coarse pipeline (Neural-PIM 5.2): one copy cycle and C input cycles. Fine (ISAAC 6): C input cycles, the copy
 * overlaps. What must happen in every input cycle (converting bit lines, analog accumulation) stretches the cycle
 * when its units are too slow. What happens once per result may take one input cycle (the papers' rule, the excess is
 * added) or the whole stage. Everything else a window makes happen must fit into the stage.
 */
export function stageTime(structure: Structure, folded: FoldedLayer): Stage {
  const { chip, cycles } = structure;
  const cycleS = chip.array.cycleS;
  const perCycle = cycleDemands(structure, folded);
  const slowest = longest(perCycle);
  const stretchedCycleS = Math.max(cycleS, slowest.timeS);
  const nominalS = nominalStageS(structure);
  const inputS = nominalS + cycles * (stretchedCycleS - cycleS);

  const results = resultDemands(structure, folded);
  const allowedS = chip.pipeline.conversions === 'cycle' ? cycleS : inputS;
  const result = longest(results);
  const afterResults = inputS + Math.max(0, result.timeS - allowedS);

  const window = longest(windowDemands(structure, folded));
  const timeS = Math.max(afterResults, window.timeS);
  return { timeS, nominalS, bottleneck: bottleneckOf() };

  function bottleneckOf(): Stage['bottleneck'] {
    if (window.timeS > afterResults * (1 + 1e-9)) return window;
    if (result.timeS > allowedS) return { resource: result.resource, timeS: afterResults };
    if (slowest.timeS > cycleS) return { resource: slowest.resource, timeS: inputS };
    return { resource: 'input cycles', timeS: nominalS };
  }
}

/** The pipeline's own stage: input cycles and, where it does not overlap, the copy. */
export function nominalStageS({ chip, cycles }: Structure): number {
  return (chip.pipeline.kind === 'coarse' ? 1 + cycles : cycles) * chip.array.cycleS;
}

/** What the units behind an action would take for what is asked of them. */
export interface Demand {
  readonly action?: Action;
  readonly resource: string;
  readonly timeS: number;
}

export function cycleDemands(structure: Structure, folded: FoldedLayer): Demand[] {
  const unitColumn = structure.chip.array.weights === 'offset' ? 1 : 0;
  return demands(
    structure,
    fullestArray(structure, folded),
    structure.strategy.actionsPerCycle(structure.dot),
    {
      conversions: unitColumn,
      shiftAdds: unitColumn,
    },
  );
}

export function resultDemands(structure: Structure, folded: FoldedLayer): Demand[] {
  const { conversions = 0, summations = 0 } = structure.strategy.actionsPerResult(structure.dot);
  return demands(structure, fullestArray(structure, folded), { conversions, summations }, {});
}

/** Time for what all dot products of one array do, at that array's share of the units. */
function demands(
  structure: Structure,
  dotProducts: number,
  each: ActionCounts,
  besides: ActionCounts,
): Demand[] {
  const limited: Action[] = [
    'conversions',
    'analogAccumulations',
    'shiftAdds',
    'sensings',
    'bufferCellWrites',
    'summations',
  ];
  return limited
    .filter(action => each[action])
    .map(action => ({
      action,
      resource: resourceNames[action],
      timeS: (dotProducts * each[action]! + (besides[action] ?? 0)) / ratePerArray(structure, action),
    }));
}

/** Dot products of the array that holds most of them. */
const fullestArray = ({ weightsPerRow }: Structure, { active, groupsPerArray }: FoldedLayer): number =>
  Math.min(weightsPerRow, active.dotProducts * groupsPerArray);

/** Time for everything one window makes happen, at the share of the units that belongs to the layer's own arrays. */
export function windowDemands(structure: Structure, folded: FoldedLayer): Demand[] {
  const counts = windowActions(structure, folded);
  const arraysOfGroup = folded.arraysPerCopy / folded.layer.matrix.groups;
  return (Object.keys(counts) as Action[]).map(action => ({
    action,
    resource: resourceNames[action],
    timeS: counts[action]! / (arraysOfGroup * ratePerArray(structure, action)),
  }));
}

function longest(all: readonly Demand[]): Demand {
  return all.reduce((a, b) => (b.timeS > a.timeS ? b : a), { resource: 'input cycles', timeS: 0 });
}
