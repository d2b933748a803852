import type { AstNode } from 'langium';

/** Whether a node is another one or stands inside it. */
export function isWithin(node: AstNode, ancestor: AstNode): boolean {
  for (let current: AstNode | undefined = node; current; current = current.$container)
    if (current === ancestor) return true;
  return false;
}
