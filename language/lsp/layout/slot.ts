import type { AstNode, LeafCstNode } from 'langium';

/** Where a leaf goes, before it becomes text. */
export interface Slot {
  readonly leaf: LeafCstNode;
  text: string;
  /** Line breaks before it: 2 leaves a blank line. */
  lines: number;
  /** Columns before it when it begins a line. */
  readonly indent: number;
  /** Blanks before it when it does not. */
  blanks: number;
  /** The item that begins with it. */
  readonly item?: AstNode;
}

/** What will be printed on each line. */
export function linesOf(slots: readonly Slot[]): Slot[][] {
  const lines: Slot[][] = [];
  for (const slot of slots) {
    if (slot.text === '') continue;
    if (slot.lines > 0 || lines.length === 0) lines.push([]);
    lines.at(-1)!.push(slot);
  }
  return lines;
}

/** Whether a line ends in a comment that stands behind something. */
export const endsInComment = (line: readonly Slot[]): boolean => line.length > 1 && line.at(-1)!.leaf.hidden;

/** Columns that slots of one line take. */
export const widthOf = (line: readonly Slot[]): number =>
  line.reduce(
    (width, slot, index) => width + (index === 0 ? slot.indent : slot.blanks) + firstLine(slot.text).length,
    0,
  );

/** Of a comment of several lines only the first one counts: the others move when it is printed. */
const firstLine = (text: string): string => text.split(/\s*\n/, 1)[0]!;
