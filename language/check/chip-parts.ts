import type { AstNode } from 'langium';
import { type Action, description, type Placed, placedComponents } from '../../simulator/index.ts';
import type { Elaboration } from '../elaborate/elaborate.ts';
import type * as ast from '../generated/ast.ts';
import * as nodes from '../generated/ast.ts';

/** The components of a chip that perform an action. */
export function performers({ chip }: Elaboration, action: Action): Placed[] {
  if (!chip) return [];
  return [...placedComponents(chip.root)].filter(({ component, level }) =>
    description.components.get(component.kind)?.performs(level).includes(action),
  );
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
