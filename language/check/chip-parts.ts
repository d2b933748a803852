import type { AstNode } from 'langium';
import { type Action, type Chip, type Component, type Placed, structureOf } from '../../simulator/index.ts';
import type { Elaboration } from '../elaborate/elaborate.ts';
import type * as ast from '../generated/ast.ts';
import * as nodes from '../generated/ast.ts';
import type { Context } from './check.ts';
import { chipsIn } from './chips-in.ts';

/** The components of a chip that perform an action. */
export function performers({ chip }: Elaboration, action: Action): readonly Placed[] {
  return chip ? structureOf(chip).components.filter(({ performs }) => performs.includes(action)) : [];
}

/** A component on a chip. */
export interface Use {
  readonly chip: Chip;
  readonly component: Component;
}

/** What is wrong with every use of a component that takes a parameter's value from the same place. */
export interface SharedFault {
  readonly places: readonly AstNode[];
  readonly uses: readonly Use[];
}

/**
 * The components performing an action with which something is wrong wherever the chips of a file use them. Chips that take a
 * parameter's value from the same place share it: what one of them has no use for, another may need.
 */
export function faultyEverywhere(
  root: ast.Document,
  { elaborations }: Context,
  action: Action,
  parameter: string,
  isFaulty: (use: Use) => boolean,
): readonly SharedFault[] {
  const chips = chipsIn(root).map(({ block, given, anchor }) => {
    const elaboration = elaborations.chip(block, given);
    const uses = performers(elaboration, action).map(placed => ({ chip: elaboration.chip!, ...placed }));
    return { block, anchor, elaboration, uses };
  });
  // Most files have no such fault, and checks run on every keystroke.
  if (!chips.some(({ uses }) => uses.some(isFaulty))) return [];
  const shared = new Map<AstNode, SharedFault>();
  for (const { block, anchor, elaboration, uses } of chips)
    for (const use of uses) {
      const stated = placesOf(elaboration, use, parameter, block);
      const places = anchor ? [...stated, anchor] : stated;
      const before = shared.get(places[0]!);
      shared.set(places[0]!, { places, ...before, uses: [...(before?.uses ?? []), use] });
    }
  return [...shared.values()].filter(({ uses }) => uses.every(isFaulty));
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
