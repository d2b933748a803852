import type { AstNode } from 'langium';
import * as ast from '../../generated/ast.ts';

/** Everything that gets a line of its own in a block of several lines, by the offset where it begins. */
export function itemsOf(root: ast.Document): ReadonlyMap<number, AstNode> {
  const items = new Map<number, AstNode>();
  const add = (nodes: readonly AstNode[]) => {
    for (const node of nodes) {
      if (node.$cstNode) items.set(node.$cstNode.offset, node);
      for (const inner of blocksIn(node)) add(inner);
    }
  };
  add([...root.imports, ...root.declarations]);
  return items;
}

/** The lists of items inside the braces of a node. */
function blocksIn(node: AstNode): (readonly AstNode[])[] {
  if (ast.isWorkload(node)) return [node.items];
  if (ast.isEvaluation(node)) return [node.statements];
  const bodies = [
    bodyOf(node),
    ...(ast.isLayer(node) ? node.steps.map(bodyOf) : []),
    ...alternativesOf(node),
  ];
  return bodies.flatMap(body =>
    body ? [[...body.constants, ...body.entries, ...body.blocks, ...body.conditionals]] : [],
  );
}

/** The braces after `else`, however long the chain is. */
function alternativesOf(node: AstNode): readonly ast.Body[] {
  if (!ast.isConditional(node)) return [];
  const { otherwise, chained } = node;
  return [...(otherwise ? [otherwise] : []), ...(chained ? [chained.body, ...alternativesOf(chained)] : [])];
}

function bodyOf(node: AstNode): ast.Body | undefined {
  if (ast.isPart(node)) return node.body ?? node.inline?.body;
  return 'body' in node && ast.isBody(node.body) ? node.body : undefined;
}
