import type { ArrayGeometry, Level } from '../chip/chip.ts';
import { type Parameters, positive, word } from '../units/index.ts';
import type { Action } from '../chip/action.ts';
import type { Cost, Values } from './table-cost.ts';
import { scalings } from './scaling.ts';

/** A kind of component: what may be said about it, what it does, and what that costs. */
export interface ComponentKind {
  /** The word of the language, and the key of the catalogue. */
  readonly kind: string;
  readonly doc: string;
  readonly category: Category;
  readonly parameters: Parameters;
  /** What an instance does when it stands at this level of the hierarchy. */
  readonly performs: (level: Level) => readonly Action[];
  /** What stands in for values of the table, in the order they are worked out: a later one may use what an earlier one gives. */
  readonly laws?: readonly Law[];
  /** Whether what it draws for an action flows through resistances, and so does not shrink with the transistors; see `scaleNode`. */
  readonly conducts?: boolean;
  /** From values of the table, those that laws gave included. Ask `costOf` in `law.ts`, which brings them along. */
  readonly cost: (values: Values, context: CostContext) => Cost;
}

/** An equation that gives one value of the table where the text does not state it. A stated value wins, see `law.ts`. */
export interface Law {
  readonly gives: 'energy' | 'area' | 'rate' | 'static';
  /** The equation in words and names of parameters, as hover shows it: `√capacity × …`. */
  readonly doc: string;
  /** What it must know that says something about the component anyhow: its resolution, its capacity. */
  readonly needs: readonly string[];
  /** What is stated for the sake of the law alone, and so changes nothing where the table wins. It must know these too. */
  readonly coefficients: readonly string[];
  /** What is stated for the sake of the law alone too, but need not be. */
  readonly optional?: readonly string[];
  /** In SI base units. Everything in `needs` and `coefficients` is there. */
  readonly value: (values: Values, context: CostContext) => number;
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

/** What a cost may depend on besides the component itself. */
export interface CostContext {
  readonly array: ArrayGeometry;
  /** Technology node at which the component's numbers hold, metres. */
  readonly nodeM: number;
}

/** What every kind may state from a table of a paper. */
export const tableParameters: Parameters = {
  power: positive('power', 'Power of one instance when busy all the time.'),
  area: { doc: 'Area of one instance.', type: { dimension: 'area', min: 0 } },
  rate: positive('frequency', 'Actions per second one instance can do.'),
  energy: positive('energy', 'Energy of one action. When absent, power ÷ rate.'),
  static: { doc: 'Power drawn whether busy or not.', type: { dimension: 'power', min: 0 } },
  node: positive('length', 'Technology node the numbers hold at. When absent, the node of the chip.'),
  scaling: word(
    Object.keys(scalings),
    `How the numbers are brought to the node of the chip. ${Object.entries(scalings)
      .map(([name, { doc }]) => `\`${name}\`: ${doc}`)
      .join(' ')} The energy of currents through cells and ladders stays in any case.`,
    { default: 'constant-voltage' },
  ),
};
