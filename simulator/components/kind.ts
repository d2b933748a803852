import type { ArrayGeometry, Level } from '../chip/chip.ts';
import { type Parameters, positive } from '../units/index.ts';
import type { Action, ActionCounts } from '../chip/action.ts';

/** A kind of component: what may be said about it, what it does, and what that costs. */
export interface ComponentKind {
  /** The word of the language, and the key of the catalogue. */
  readonly kind: string;
  readonly doc: string;
  readonly category: Category;
  readonly parameters: Parameters;
  /** What an instance does when it stands at this level of the hierarchy. */
  readonly performs: (level: Level) => readonly Action[];
  /** Values in SI base units, keyed like `parameters`; absent where the text is silent and there is no default. */
  readonly cost: (values: Values, context: CostContext) => Cost;
}

/** What a component is for, in the breakdowns. The report knows the same words; `evaluate` fails to compile if they part. */
export type Category =
  | 'array'
  | 'dac'
  | 'converter'
  | 'shift-add'
  | 'buffer'
  | 'interconnect'
  | 'digital'
  | 'link'
  | 'other';

export type Values = Readonly<Record<string, number>>;

/** What a cost may depend on besides the component itself. */
export interface CostContext {
  readonly array: ArrayGeometry;
}

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
  /** Actions per second when busy; infinite when the text sets no limit. */
  readonly rateHz: number;
}

/** Energy of one action of a component, joules. */
export const energyOf = ({ energyJ, energiesJ }: Cost, action: Action): number =>
  energiesJ?.[action] ?? energyJ;

/** What every kind may state from a table of a paper. */
export const tableParameters: Parameters = {
  power: positive('power', 'Power of one instance when busy all the time.'),
  area: { doc: 'Area of one instance.', type: { dimension: 'area', min: 0 } },
  rate: positive('frequency', 'Actions per second one instance can do.'),
  energy: positive('energy', 'Energy of one action. When absent, power ÷ rate.'),
  static: { doc: 'Power drawn whether busy or not.', type: { dimension: 'power', min: 0 } },
  node: positive('length', 'Technology node the numbers hold at. When absent, the node of the chip.'),
};

/**
 * Cost from table values: the energy of an action is what the text says, else what of the power is not static ÷ rate. The
 * peak power is what the text says, else energy × rate plus static power.
 *
 * `perAction` is how many table actions one counted action is worth: a memory's table speaks of accesses,
 * we count bytes.
 */
export function tableCost(values: Values, perAction = 1): Cost {
  const { power, rate, area = 0, static: staticPowerW = 0 } = values;
  const energyJ =
    values.energy ??
    (power !== undefined && rate !== undefined ? Math.max(0, power - staticPowerW) / rate : 0);
  return {
    peakPowerW: power ?? staticPowerW + energyJ * (rate ?? 0),
    staticPowerW,
    areaM2: area,
    energyJ: energyJ * perAction,
    rateHz: rate === undefined ? Number.POSITIVE_INFINITY : rate / perAction,
  };
}
