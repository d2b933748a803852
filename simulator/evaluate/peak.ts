import type { Action, ActionCounts } from '../chip/action.ts';
import type { ArrayLayout } from './fold.ts';
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

/**
 * Stage of an array whose rows and columns are all in use: what peak figures assume. Its inputs are in the registers of its PE
 * already, so neither buffer nor bus nor the writing of these registers takes time: tables of papers count so.
 */
export function peakStage(structure: Structure): Stage {
  return stageTime(structure, fullArray(structure));
}

/** Actions of one window of such an array; nothing for bringing its inputs. */
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

/** What an array in full use, with its inputs in the registers, asks too much of, by action; the units of all other actions keep up. */
export function peakExcesses(structure: Structure): ReadonlyMap<Action, Excess> {
  const { chip, cycles } = structure;
  const { cycleS } = chip.array;
  const layout = fullArray(structure);
  const nominalS = nominalStageS(structure);
  const excesses = new Map<Action, Excess>();
  // What is late in every cycle is late over the whole stage too, so the last word is the closest.
  note(windowDemands(structure, layout), 'stage', 1);
  note(resultDemands(structure, layout), chip.pipeline.conversions === 'cycle' ? 'input cycle' : 'stage', 1);
  note(cycleDemands(structure, layout), 'input cycle', cycles);
  return excesses;

  function note(demands: readonly Demand[], per: Excess['per'], timesInStage: number): void {
    const allowedS = per === 'stage' ? nominalS : cycleS;
    for (const { action, timeS } of demands) {
      if (!action || timeS <= allowedS * (1 + 1e-9)) continue;
      const rate = ratePerArray(structure, action);
      const stretchedS = nominalS + timesInStage * (timeS - allowedS);
      excesses.set(action, {
        asked: timeS * rate,
        done: allowedS * rate,
        per,
        allowedS,
        nominalS,
        stretchedS,
      });
    }
  }
}

function fullArray({ chip, weightsPerRow }: Structure): ArrayLayout {
  return {
    arraysDown: 1,
    arraysAcross: 1,
    arraysPerCopy: 1,
    groupsPerArray: 1,
    grids: [
      {
        count: 1,
        rows: [{ arrays: 1, each: chip.array.rows }],
        results: [{ arrays: 1, each: weightsPerRow }],
      },
    ],
    activity: 'used',
    inputTiles: 0,
    inputPes: 0,
    inputChips: 0,
    partialTiles: 1,
    partialChips: 1,
    chipsPerCopy: 1,
  };
}
