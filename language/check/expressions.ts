import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';

/** The whole expressions that stand directly in a node: each is inferred once, and its type errors go to the rules. */
export function expressionsIn(node: AstNode): readonly (ast.Expression | undefined)[] {
  const pick = table[node.$type as keyof ast.PimAstType] as
    | ((node: AstNode) => readonly (ast.Expression | undefined)[])
    | undefined;
  return pick ? pick(node) : none;
}

const none: readonly undefined[] = [];

const table: {
  readonly [Type in keyof ast.PimAstType]?: (
    node: ast.PimAstType[Type],
  ) => readonly (ast.Expression | undefined)[];
} = {
  Property: node => [node.value],
  Parameter: node => [node.value, node.domain],
  Comparison: node => [node.left, node.right],
  Argument: node => [node.value],
  Constant: node => [node.value],
  Input: node => [node.shape],
  Count: node => node.factors,
  Claim: node => [node.left, node.right],
  Expectation: node => [node.left, node.right, node.tolerance],
};

/** The types of nodes in which expressions stand. */
export const expressionOwners = Object.keys(table) as readonly (keyof ast.PimAstType)[];
