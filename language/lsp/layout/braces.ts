import type { LeafCstNode } from 'langium';

/** Index of the closing brace by that of the opening one. */
export function bracesOf(leaves: readonly LeafCstNode[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const opened: number[] = [];
  leaves.forEach((leaf, index) => {
    if (isBrace(leaf, '{')) opened.push(index);
    if (isBrace(leaf, '}')) pairs.set(opened.pop() ?? index, index);
  });
  return pairs;
}

export const isBrace = (leaf: LeafCstNode, brace: '{' | '}'): boolean => !leaf.hidden && leaf.text === brace;

/** Line breaks of the author between two leaves. */
export function breaksBetween(a: LeafCstNode, b: LeafCstNode): number {
  return b.range.start.line - a.range.end.line;
}
