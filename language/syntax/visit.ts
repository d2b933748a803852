import type { AstNode } from 'langium';

/** Visits a node and everything below it, parents first. Runs on every keystroke, so it walks plain properties. */
export function visit(node: AstNode, each: (node: AstNode) => void): void {
  each(node);
  for (const key in node) {
    if (key.startsWith('$')) continue;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) value.forEach(item => visitNode(item, each));
    else visitNode(value, each);
  }
}

function visitNode(value: unknown, each: (node: AstNode) => void): void {
  if (typeof value === 'object' && value !== null && '$type' in value) visit(value as AstNode, each);
}
