import type { Action, ActionCounts } from '../chip/action.ts';

/** Values in SI base units, keyed like the parameters of a kind; absent where the text is silent and there is no default. */
export type Values = Readonly<Record<string, number>>;

export interface Cost {
  /** With the component busy all the time, watts. */
  readonly peakPowerW: number;
  /** Drawn whether busy or not, watts. */
  readonly staticPowerW: number;
  readonly areaM2: number;
  /** Per action, joules. */
  readonly energyJ: number;
  /** Of actions that take another energy than the rest. */
  readonly energiesJ?: ActionCounts;
  /** The same of what devices take, which are given for the chip's own node. */
  readonly deviceEnergiesJ?: ActionCounts;
  /** Actions per second when busy; infinite when the text sets no limit. */
  readonly rateHz: number;
  /** Of actions that happen at another rate than the rest. */
  readonly ratesHz?: ActionCounts;
}

/**
 * Cost from table values: the energy of an action is what the text says, else what of the power is not static ÷ rate. The
 * peak power is what the text says, else energy × rate plus static power.
 *
 * `perAction` is how many table actions one counted action is worth: a memory's table speaks of accesses,
 * we count bytes.
 */
export function tableCost(values: Values, perAction = 1): Cost {
  const { power, rate, area = 0, static: staticPowerW = 0 } = values;
  const energyJ = actionEnergyJ(values);
  return {
    peakPowerW: power ?? staticPowerW + energyJ * (rate ?? 0),
    staticPowerW,
    areaM2: area,
    energyJ: energyJ * perAction,
    rateHz: rate === undefined ? Number.POSITIVE_INFINITY : rate / perAction,
  };
}

/** Energy of one action of a component, joules. */
export const energyOf = ({ energyJ, energiesJ, deviceEnergiesJ }: Cost, action: Action): number =>
  deviceEnergiesJ?.[action] ?? energiesJ?.[action] ?? energyJ;

/** How often per second a component can perform one action. */
export const rateOf = ({ rateHz, ratesHz }: Cost, action: Action): number => ratesHz?.[action] ?? rateHz;

/** Energy of one action of the table, joules; 0 where nothing says it. */
export function actionEnergyJ({ energy, power, rate, static: staticPowerW = 0 }: Values): number {
  if (energy !== undefined) return energy;
  return power !== undefined && rate !== undefined ? Math.max(0, power - staticPowerW) / rate : 0;
}
