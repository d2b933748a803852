import type { LeafCstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { align } from './layout/align.ts';
import { bracesOf, breaksBetween } from './layout/braces.ts';
import { itemsOf } from './layout/items.ts';
import { keepApart } from './layout/keep-apart.ts';
import { place } from './layout/place.ts';
import { linesOf, type Slot } from './layout/slot.ts';
import { tooWide } from './layout/too-wide.ts';

/** A token or comment as it is to be printed, with what stands before it. */
export interface Piece {
  readonly leaf: LeafCstNode;
  readonly before: string;
  readonly text: string;
}

/**
 * Lays out the tokens of a file: blocks that the author wrote on several lines get a line for each entry, those on one
 * line stay on it while they fit, values of neighbouring properties are aligned. Tokens only change in their
 * spelling (`x` to `×`); commas between entries come and go with the line breaks that replace them. Of the author's
 * text only those line breaks count that stay, so what is laid out once looks the same when laid out again.
 */
export function layOut(
  root: ast.Document,
  leaves: readonly LeafCstNode[],
  newline: string,
): readonly Piece[] {
  const items = itemsOf(root);
  const braces = bracesOf(leaves);
  const open = new Set(
    [...braces]
      .filter(([start, end]) => breaksBetween(leaves[start]!, leaves[end]!) > 0)
      .map(([start]) => start),
  );
  for (;;) {
    const slots = place({ root, leaves, items, braces, open });
    keepApart(linesOf(slots));
    align(linesOf(slots));
    const wide = tooWide(slots, braces, open);
    if (wide.length === 0) return slots.map(slot => print(slot, newline));
    for (const block of wide) open.add(block);
  }
}

function print({ leaf, text, lines, indent, blanks }: Slot, newline: string): Piece {
  const before = lines > 0 ? newline.repeat(lines) + ' '.repeat(indent) : ' '.repeat(blanks);
  return { leaf, before, text: leaf.hidden ? commentText(text, indent, lines > 0, newline) : text };
}

/** A comment with the stars of its further lines below the first one. */
function commentText(text: string, indent: number, startsLine: boolean, newline: string): string {
  const [first, ...others] = text.split(/\r?\n/).map(line => line.trimEnd());
  const shifted = others.map(line =>
    /^\s*\*/.test(line) && startsLine ? `${' '.repeat(indent)} ${line.trimStart()}` : line,
  );
  return [first, ...shifted].join(newline);
}
