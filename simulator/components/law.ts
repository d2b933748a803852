import type { Cost, Values } from './table-cost.ts';
import type { ComponentKind, CostContext, Law } from './kind.ts';

/**
 * What becomes of the laws of a kind beside what a text states: the one place that says which of two ways to a number wins.
 *
 * A value of the table wins over a law for the same value, since somebody published it and the law only predicts it. The energy
 * of an action is also settled by a power and a rate.
 */
export interface Ruling {
  /** Laws that give their value, in the order they are worked out. */
  readonly inForce: readonly Law[];
  /** Values of the table that stand beside a law, and what was stated for the law alone and so changes nothing. */
  readonly overruled: readonly { readonly winner: string; readonly over: readonly string[] }[];
  /** Laws something was stated for, but not all they must know. */
  readonly incomplete: readonly {
    readonly law: Law;
    readonly stated: readonly string[];
    readonly missing: readonly string[];
  }[];
  /** Parameters no law in force asks for, though another would. */
  readonly idle: ReadonlySet<string>;
}

/** The ruling on what is stated and what defaults add. */
export function rulingOf({ laws = [], parameters }: ComponentKind, values: Values): Ruling {
  const known = new Set(Object.keys(values));
  const inForce: Law[] = [];
  const overruled: { winner: string; over: string[] }[] = [];
  const incomplete: Ruling['incomplete'][number][] = [];
  for (const law of laws) {
    const winner = winnerOver(law, known);
    const hasDefault = (name: string) => parameters[name]?.default !== undefined;
    const stated = ownOf(law).filter(name => known.has(name) && !hasDefault(name));
    const missing = [...law.needs, ...law.coefficients].filter(name => !known.has(name) && !hasDefault(name));
    if (winner !== undefined) overruled.push({ winner, over: stated });
    else if (missing.length > 0) {
      if (stated.length > 0) incomplete.push({ law, stated, missing });
    } else {
      inForce.push(law);
      known.add(law.gives);
    }
  }
  const used = new Set(inForce.flatMap(ownOf));
  const idle = new Set(laws.flatMap(ownOf).filter(name => !used.has(name)));
  return {
    inForce,
    overruled: overruled
      .map(({ winner, over }) => ({ winner, over: over.filter(name => idle.has(name)) }))
      .filter(({ over }) => over.length > 0),
    incomplete,
    idle,
  };
}

/** What is stated for the sake of a law alone. */
export const ownOf = ({ coefficients, optional = [] }: Law): readonly string[] => [
  ...coefficients,
  ...optional,
];

/** The cost of a component of a kind in SI base units: from the table, and from laws where the table is silent. */
export function costOf(kind: ComponentKind, values: Values, context: CostContext): Cost {
  const complete = rulingOf(kind, values).inForce.reduce(
    (known: Values, law) => ({ ...known, [law.gives]: law.value(known, context) }),
    values,
  );
  return kind.cost(complete, context);
}

function winnerOver({ gives }: Law, known: ReadonlySet<string>): string | undefined {
  if (known.has(gives)) return gives;
  return gives === 'energy' && known.has('power') && known.has('rate') ? 'power' : undefined;
}
