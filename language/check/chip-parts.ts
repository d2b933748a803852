import type { AstNode } from 'langium';
import { type Action, type Chip, description, type Placed, placedComponents } from '../../simulator/index.ts';
import type { Elaboration } from '../elaborate/elaborate.ts';
import type * as ast from '../generated/ast.ts';
import * as nodes from '../generated/ast.ts';
import type { Context } from './check.ts';
import { chipsIn } from './chips-in.ts';

/** The components of a chip that perform an action. */
export function performers({ chip }: Elaboration, action: Action): Placed[] {
  if (!chip) return [];
  return [...placedComponents(chip.root)].filter(({ component, level }) =>
    description.components.get(component.kind)?.performs(level).includes(action),
  );
}

/** A component that one or more chips use, with the places where they state a parameter of it. */
export interface SharedPerformer {
  readonly places: readonly AstNode[];
  readonly uses: readonly { readonly chip: Chip; readonly component: Placed['component'] }[];
}

/**
 * The components that perform an action on any chip of a file. Chips that take a parameter's value from the same place share
 * it: what one of them has no use for, another may need.
 */
export function everyPerformer(
  root: ast.Document,
  { elaborations }: Context,
  action: Action,
  parameter: string,
): readonly SharedPerformer[] {
  const shared = new Map<AstNode, SharedPerformer>();
  for (const { block, given, anchor } of chipsIn(root)) {
    const elaboration = elaborations.chip(block, given);
    for (const placed of performers(elaboration, action)) {
      const stated = placesOf(elaboration, placed, parameter, block);
      const places = anchor ? [...stated, anchor] : stated;
      const before = shared.get(places[0]!);
      const use = { chip: elaboration.chip!, component: placed.component };
      shared.set(places[0]!, { places, ...before, uses: [...(before?.uses ?? []), use] });
    }
  }
  return [...shared.values()];
}

/**
 * Where to point for a component's parameter: its property, wherever it was stated last, else the part, else the chip. The
 * first of them that lies in the file being checked is taken.
 */
export function placesOf(
  elaboration: Elaboration,
  placed: Placed,
  parameter: string,
  declaration: ast.Block,
): AstNode[] {
  const part = elaboration.nodes.get(placed.component.origin);
  const described = elaboration.described.find(({ node }) => node === part);
  const property = described?.given.get(parameter)?.property;
  return [...(property ? [property] : []), ...(part ? [part] : []), declaration];
}

/** The property of the crossbar or chip that states something, for pointing at it. */
export function propertyOf(elaboration: Elaboration, name: string): AstNode[] {
  return elaboration.described.flatMap(({ given }) => {
    const property = given.get(name)?.property;
    return property && nodes.isProperty(property) ? [property] : [];
  });
}
