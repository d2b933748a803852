import type { Scaling } from '../chip/component.ts';
import { sumCounts } from '../chip/action.ts';
import type { Cost } from './table-cost.ts';

/** What becomes of a cost when every length is multiplied by s. */
export interface ScalingRule {
  readonly doc: string;
  /** What it does to the energy of a switch and to everything else, for the list of assumptions; empty where nothing changes. */
  readonly effect: { readonly energy: string; readonly others: string };
  /** Factors on the energy of an action, on power drawn at rest, and on area. */
  readonly energy: (s: number) => number;
  readonly static: (s: number) => number;
  readonly area: (s: number) => number;
}

/**
 * The ways to bring numbers to another node, by the word of the language.
 *
 * Constant field is Dennard et al., JSSC 9(5), 1974, table I: with lengths and voltages ∝ s, capacitance is ∝ s, so the energy
 * C·V² of a switch is ∝ s³; currents are ∝ s, so power at rest V·I is ∝ s². Constant voltage keeps V in the same equations:
 * C·V² and V·I, the current with the width of the transistor, are ∝ s. The truth lies between: CACTI 7's SRAM goes with about
 * s^1.8 from 90 to 32 nm. Parts that wires or thermal noise size scale less than either.
 */
export const scalings: Readonly<Record<Scaling, ScalingRule>> = {
  'constant-voltage': {
    doc: 'Supply voltages stay, so energy goes with the length and area with its square.',
    effect: { energy: 'energy in proportion', others: 'area to its square' },
    energy: s => s,
    static: s => s,
    area: s => s ** 2,
  },
  'constant-field': {
    doc: 'Supply voltages shrink with the length, so energy goes with its third power, power at rest and area with its square.',
    effect: { energy: 'energy to the third power', others: 'power at rest and area to the square' },
    energy: s => s ** 3,
    static: s => s ** 2,
    area: s => s ** 2,
  },
  none: {
    doc: 'The numbers are taken as they are.',
    effect: { energy: '', others: '' },
    energy: () => 1,
    static: () => 1,
    area: () => 1,
  },
};

/** What is done to numbers, in words. */
export function effectOf(scaling: Scaling = 'constant-voltage', conducts = false): string {
  const { energy, others } = scalings[scaling].effect;
  if (others === '') return 'its numbers are taken as they are';
  return `${conducts ? 'energy as it is, being that of currents through resistances' : energy}, ${others}`;
}

/** From a node to another, both in metres; what conducts says the kind of the component. */
export interface Step {
  readonly fromM: number;
  readonly toM: number;
  readonly scaling?: Scaling | undefined;
  readonly conducts?: boolean | undefined;
}

/**
 * The cost at another technology node. Rates are left alone: the input cycle of the arrays sets them, not the transistors. So is
 * the energy of what conducts, V²·G·t (Joule's law): there is no capacitance in it, and read voltage, resistance and time are
 * those of the device, whatever the transistors beside it.
 */
export function scaleNode(
  cost: Cost,
  { fromM, toM, scaling = 'constant-voltage', conducts = false }: Step,
): Cost {
  const s = toM / fromM;
  const rule = scalings[scaling];
  const [energy, atRest] = [conducts ? 1 : rule.energy(s), rule.static(s)];
  return {
    ...cost,
    peakPowerW: (cost.peakPowerW - cost.staticPowerW) * energy + cost.staticPowerW * atRest,
    staticPowerW: cost.staticPowerW * atRest,
    areaM2: cost.areaM2 * rule.area(s),
    energyJ: cost.energyJ * energy,
    ...(cost.energiesJ ? { energiesJ: sumCounts([energy, cost.energiesJ]) } : {}),
  };
}
