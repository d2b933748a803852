import type { AstNode } from 'langium';
import * as ast from '../../generated/ast.ts';
import type { Slot } from './slot.ts';

/** Puts a blank line between declarations; imports, constants and other declarations of one line may stand close. */
export function keepApart(lines: readonly Slot[][]): void {
  const placed: Placed[] = [];
  let comment: Slot | undefined;
  for (const line of lines) {
    const start = line[0]!;
    if (line.every(({ leaf }) => leaf.hidden)) {
      comment ??= start;
      continue;
    }
    if (start.item && ast.isDocument(start.item.$container))
      placed.push({ item: start.item, first: comment ?? start, isOneLine: true });
    else placed.at(-1)!.isOneLine = false;
    comment = undefined;
  }
  placed.forEach((here, index) => {
    const last = placed[index - 1];
    if (last && areApart(last, here)) here.first.lines = 2;
  });
}

function areApart(last: Placed, here: Placed): boolean {
  if (ast.isImport(last.item) || ast.isImport(here.item))
    return ast.isImport(last.item) !== ast.isImport(here.item);
  return here.first.leaf.hidden || !last.isOneLine || !here.isOneLine;
}

/** A declaration on its lines. */
interface Placed {
  readonly item: AstNode;
  /** Where it begins, with the comments on lines of their own above it. */
  readonly first: Slot;
  isOneLine: boolean;
}
