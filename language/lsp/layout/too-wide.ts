import { isBrace } from './braces.ts';
import { endsInComment, linesOf, type Slot, widthOf } from './slot.ts';

/** Of each line that is too long the first block in it, to be broken into lines. */
export function tooWide(
  slots: readonly Slot[],
  braces: ReadonlyMap<number, number>,
  open: ReadonlySet<number>,
): number[] {
  const indexes = new Map(slots.map((slot, index) => [slot, index]));
  const isClosed = (index: number) =>
    isBrace(slots[index]!.leaf, '{') && !open.has(index) && braces.get(index) !== index + 1;
  return linesOf(slots)
    .filter(line => widthOf(endsInComment(line) ? line.slice(0, -1) : line) > lineWidth)
    .flatMap(line => line.map(slot => indexes.get(slot)!).find(isClosed) ?? []);
}

/** Longest line of which a block is kept in one line. */
const lineWidth = 100;
