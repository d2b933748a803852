import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { boundBodiesOf } from './inherit.ts';
import { emptyEnvironment, type Environment } from './value.ts';

/** The parameters in force at a node, each on its default. */
export function defaultsAround(node: AstNode): Environment {
  const owners: (ast.Block | ast.Component)[] = [];
  for (let each = node.$container; each; each = each.$container)
    if (ast.isBlock(each) || ast.isComponent(each)) owners.unshift(each);
  return owners.reduce<Environment>(
    (outer, owner) => boundBodiesOf(owner, [], outer).at(-1)?.environment ?? outer,
    emptyEnvironment,
  );
}
