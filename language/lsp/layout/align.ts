import * as ast from '../../generated/ast.ts';
import { isBrace } from './braces.ts';
import { endsInComment, type Slot, widthOf } from './slot.ts';

/** Aligns the second words of neighbouring properties, and comments at the ends of neighbouring lines. */
export function align(lines: readonly Slot[][]): void {
  alignRuns(lines, line => (isAligned(line) ? 1 : undefined));
  alignRuns(lines, line => (endsInComment(line) ? line.length - 1 : undefined));
}

/** Gives the chosen slot of neighbouring lines the same column. Blank lines and lines without one end a run. */
function alignRuns(lines: readonly Slot[][], choose: (line: Slot[]) => number | undefined): void {
  let run: { slot: Slot; width: number; indent: number }[] = [];
  const finish = () => {
    const widest = Math.max(...run.map(({ width }) => width));
    for (const { slot, width } of run) slot.blanks = widest - width + 1;
    run = [];
  };
  for (const line of lines) {
    const [first] = line;
    if (first!.lines > 1) finish();
    // Comments on lines of their own belong to the line below and do not part a run.
    if (first!.leaf.hidden) continue;
    const index = choose(line);
    if (index === undefined) {
      finish();
      continue;
    }
    if (run.length > 0 && run[0]!.indent !== first!.indent) finish();
    run.push({ slot: line[index]!, width: widthOf(line.slice(0, index)), indent: first!.indent });
  }
  finish();
}

/** Whether a line begins an entry of the form `word value`, and neither a comment nor a block breaks it there. */
function isAligned(line: readonly Slot[]): boolean {
  const { item } = line[0]!;
  const words = line.filter(({ leaf }) => !leaf.hidden);
  if (!item || words.length < 2 || isBrace(words.at(-1)!.leaf, '{')) return false;
  return [ast.Property, ast.Normalise, ast.Input, ast.Layer].some(({ $type }) => item.$type === $type);
}
