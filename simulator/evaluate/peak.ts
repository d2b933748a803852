import type { Action, ActionCounts } from '../chip/action.ts';
import type { FoldedLayer } from './fold.ts';
import {
  cycleDemands,
  type Demand,
  nominalStageS,
  resultDemands,
  type Stage,
  stageTime,
  windowDemands,
} from './stage.ts';
import { ratePerArray, type Structure } from './structure.ts';
import { windowActions } from './window-actions.ts';

/** Stage of an array whose rows and columns are all in use: what peak figures assume. */
export function peakStage(structure: Structure): Stage {
  return stageTime(structure, fullArray(structure));
}

/** Actions of one window of such an array. */
export function peakActions(structure: Structure): ActionCounts {
  return windowActions(structure, fullArray(structure));
}

/** More than the units behind an action can do for one array in the time they have. */
export interface Excess {
  /** Actions the array asks for in `allowedS`, and how many of them its share of the units does. */
  readonly asked: number;
  readonly done: number;
  readonly per: 'input cycle' | 'stage';
  readonly allowedS: number;
  /** The stage as the pipeline has it, and as these units alone would make it. */
  readonly nominalS: number;
  readonly stretchedS: number;
}

/** What an array in full use asks too much of the units behind one action; undefined where they keep up. */
export function peakExcess(structure: Structure, action: Action): Excess | undefined {
  const { chip, cycles } = structure;
  const { cycleS } = chip.array;
  const folded = fullArray(structure);
  const nominalS = nominalStageS(structure);
  const resultsPer = chip.pipeline.conversions === 'cycle' ? 'input cycle' : 'stage';
  const each = seconds(cycleDemands(structure, folded));
  const results = seconds(resultDemands(structure, folded));
  const window = seconds(windowDemands(structure, folded));
  return (
    excess(each, 'input cycle', times => times * cycles) ??
    excess(results, resultsPer, times => times) ??
    excess(window, 'stage', times => times)
  );

  function seconds(all: readonly Demand[]): number {
    return all.find(demand => demand.action === action)?.timeS ?? 0;
  }

  function excess(timeS: number, per: Excess['per'], inStage: (timeS: number) => number): Excess | undefined {
    const allowedS = per === 'stage' ? nominalS : cycleS;
    if (timeS <= allowedS * (1 + 1e-9)) return undefined;
    const rate = ratePerArray(structure, action);
    return {
      asked: timeS * rate,
      done: allowedS * rate,
      per,
      allowedS,
      nominalS,
      stretchedS: nominalS + inStage(timeS - allowedS),
    };
  }
}

function fullArray({ chip, weightsPerRow }: Structure): FoldedLayer {
  const matrix = { rows: chip.array.rows, columns: weightsPerRow, groups: 1, windows: 1 };
  return {
    layer: { matrix } as FoldedLayer['layer'],
    rowTiles: 1,
    columnTiles: 1,
    arraysPerCopy: 1,
    groupsPerArray: 1,
    inputSharers: 0,
    inputSharingPes: 0,
    partialSources: 1,
  };
}
