import type { AstNode, LeafCstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { isTight, printedToken } from './spacing.ts';

/** A token or comment as it is to be printed, with what stands before it. */
export interface Piece {
  readonly leaf: LeafCstNode;
  readonly before: string;
  readonly text: string;
}

/**
 * Lays out the tokens of a file: blocks that the author wrote on several lines get a line for each entry, those on one
 * line stay on it while they fit, values of neighbouring properties are aligned. Tokens only change in their
 * spelling (`x` to `×`); commas between entries come and go with the line breaks that replace them.
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
    const slots = align(place(root, leaves, items, braces, open));
    const wide = tooWide(slots, braces, open);
    if (wide === undefined) return slots.map(slot => print(slot, newline));
    open.add(wide);
  }
}

/** Longest line of which a block is kept in one line. */
const lineWidth = 100;

/** Where a leaf goes, before it becomes text. */
interface Slot {
  readonly leaf: LeafCstNode;
  text: string;
  /** Line breaks before it: 2 leaves a blank line. */
  readonly lines: number;
  /** Columns before it when it begins a line. */
  readonly indent: number;
  /** Blanks before it when it does not. */
  blanks: number;
  /** Of an item whose second word is aligned with those of its neighbours: that item. */
  readonly item?: AstNode;
  readonly isTrailing: boolean;
}

/** Everything that gets a line of its own in a block of several lines, by the offset where it begins. */
function itemsOf(root: ast.Document): ReadonlyMap<number, AstNode> {
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
  const bodies = [bodyOf(node), ...(ast.isLayer(node) ? node.steps.map(bodyOf) : [])];
  return bodies.flatMap(body => (body ? [[...body.entries, ...body.blocks]] : []));
}

function bodyOf(node: AstNode): ast.Body | undefined {
  if (ast.isPart(node)) return node.body ?? node.inline?.body;
  return 'body' in node && ast.isBody(node.body) ? node.body : undefined;
}

/** Index of the closing brace by that of the opening one. */
function bracesOf(leaves: readonly LeafCstNode[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const opened: number[] = [];
  leaves.forEach((leaf, index) => {
    if (isBrace(leaf, '{')) opened.push(index);
    if (isBrace(leaf, '}')) pairs.set(opened.pop() ?? index, index);
  });
  return pairs;
}

const isBrace = (leaf: LeafCstNode, brace: '{' | '}'): boolean => !leaf.hidden && leaf.text === brace;

function breaksBetween(a: LeafCstNode, b: LeafCstNode): number {
  return b.range.start.line - a.range.end.line;
}

/** A pair of braces around the leaf being placed. */
interface Container {
  readonly isOpen: boolean;
  readonly owner: AstNode;
  /** Of what is inside, and of the closing brace. */
  readonly indent: number;
  readonly closing: number;
}

function place(
  root: ast.Document,
  leaves: readonly LeafCstNode[],
  items: ReadonlyMap<number, AstNode>,
  braces: ReadonlyMap<number, number>,
  open: ReadonlySet<number>,
): Slot[] {
  const slots: Slot[] = [];
  const around: Container[] = [{ isOpen: true, owner: root, indent: 0, closing: 0 }];
  let lineIndent = 0;
  leaves.forEach((leaf, index) => {
    const before = leaves[index - 1];
    const next = leaves[index + 1];
    const container = around.at(-1)!;
    const item = leaf.hidden ? undefined : items.get(leaf.offset);
    if (isBrace(leaf, '}') && around.length > 1) around.pop();
    const slot = slotOf();
    if (slot.lines > 0) lineIndent = slot.indent;
    slots.push(slot);
    if (isBrace(leaf, '{'))
      around.push({
        isOpen: open.has(index) && braces.get(index) !== index + 1,
        owner: leaf.astNode,
        indent: lineIndent + 2,
        closing: lineIndent,
      });

    function slotOf(): Slot {
      const base = {
        leaf,
        text: printedToken(leaf),
        lines: 0,
        indent: 0,
        blanks: 1,
        isTrailing: false,
        ...(item ? { item } : {}),
      };
      if (!before) return { ...base, blanks: 0 };
      const line = (lines: number, indent: number): Slot => ({ ...base, lines, indent });
      const afterLineComment = before.tokenType.name === 'LINE_COMMENT';
      if (leaf.hidden) return comment(base, line);
      if (isBrace(leaf, '}')) {
        if (container.isOpen) return line(1, container.closing);
        return { ...base, blanks: isBrace(before, '{') ? 0 : 1 };
      }
      if (item && container.isOpen) return line(1 + blankLines(), container.indent);
      if (item) return inLine(base);
      if (isSeparator(leaf, container)) return separator(base);
      if (afterLineComment) return line(1, continuation());
      if (isBrace(leaf, '{')) return base;
      if (breaksBetween(before, leaf) > 0 && mayBreak(before, leaf))
        return line(1, leaf.text === ')' ? container.indent : continuation());
      return { ...base, blanks: isTight(before, leaf) ? 0 : 1 };
    }

    function comment(base: Slot, line: (lines: number, indent: number) => Slot): Slot {
      const breaks = breaksBetween(before!, leaf);
      if (breaks === 0 && !isStartOfItem())
        return { ...base, isTrailing: next === undefined || breaksBetween(leaf, next) > 0 };
      if (!container.isOpen && breaks === 0) return base;
      return line(1 + blankLines(), isInsideItem() ? continuation() : container.indent);
    }

    /** Whether a comment on the line of the token before it still belongs to what follows. */
    function isStartOfItem(): boolean {
      return container.isOpen && leaf.text.startsWith('/**') && next !== undefined && items.has(next.offset);
    }

    function isInsideItem(): boolean {
      const following = leaves.slice(index + 1).find(each => !each.hidden);
      return (
        following !== undefined &&
        !items.has(following.offset) &&
        !isBrace(following, '}') &&
        !isSeparator(following, container)
      );
    }

    function continuation(): number {
      return container.indent + 2;
    }

    /** Blank lines before a line: what the author left, at most one, and one between declarations. */
    function blankLines(): number {
      if (isBrace(before!, '{')) return 0;
      const kept = breaksBetween(before!, leaf) > 1 ? 1 : 0;
      const isApart = around.length === 1 && !isAfterOwnComment() && separates();
      return isApart ? 1 : kept;
    }

    /** Whether the lines above are comments of the same declaration. */
    function isAfterOwnComment(): boolean {
      return before!.hidden && !slots.at(-1)!.isTrailing;
    }

    /** Whether two declarations are kept apart; imports, constants and other declarations of one line may stand close. */
    function separates(): boolean {
      const following = leaves.slice(index).findIndex(each => items.has(each.offset) && !each.hidden);
      const [last, here] = [
        declarationBefore(),
        following < 0 ? undefined : items.get(leaves[index + following]!.offset),
      ];
      if (!last || !here) return false;
      if (ast.isImport(last) !== ast.isImport(here)) return true;
      if (ast.isImport(last)) return false;
      const isShort = (node: AstNode) => isOneLine(node, open, leaves);
      return leaf.hidden || !isShort(last) || !isShort(here);
    }

    function declarationBefore(): AstNode | undefined {
      return slots.findLast(({ item: each }) => each && isTopLevel(each))?.item;
    }

    /** An entry of a block on one line: a comma stands between it and the one before. */
    function inLine(base: Slot): Slot {
      const last = slots.findLast(each => !each.leaf.hidden && each.text !== '');
      if (last && !isBrace(last.leaf, '{') && last.text !== ',') last.text += ',';
      return base;
    }

    /** Commas between entries: line breaks replace them, and none stands before a closing brace. */
    function separator(base: Slot): Slot {
      const following = leaves.slice(index + 1).find(each => !each.hidden);
      const isNeeded = !container.isOpen && following !== undefined && !isBrace(following, '}');
      return { ...base, text: isNeeded ? ',' : '', blanks: 0 };
    }
  });
  return slots;
}

const isTopLevel = (node: AstNode): boolean => ast.isDocument(node.$container);

function isOneLine(node: AstNode, open: ReadonlySet<number>, leaves: readonly LeafCstNode[]): boolean {
  const { offset, end, range } = node.$cstNode!;
  if (range.start.line < range.end.line) return false;
  return ![...open].some(index => leaves[index]!.offset >= offset && leaves[index]!.end <= end);
}

function isSeparator(leaf: LeafCstNode, container: Container): boolean {
  return leaf.text === ',' && leaf.astNode === container.owner && !ast.isDocument(container.owner);
}

/** Inside an entry, line breaks of the author are kept where a list or a calculation goes on. */
function mayBreak(before: LeafCstNode, leaf: LeafCstNode): boolean {
  return breakable.has(before.text) || breakable.has(leaf.text);
}

const breakable: ReadonlySet<string> = new Set([
  ...[',', '(', ')', '=', '+', '-', '*', '/', '^', '×', '<', '<=', '>', '>='],
  ...['→', '->', 'on', 'from', 'within', 'extends'],
]);

/** Aligns the second words of neighbouring properties, and comments at the ends of neighbouring lines. */
function align(slots: Slot[]): Slot[] {
  const lines = linesOf(slots);
  alignRuns(lines, line => (isAligned(line) ? 1 : undefined), 1);
  alignRuns(lines, line => (line.at(-1)!.isTrailing && line.length > 1 ? line.length - 1 : undefined), 1);
  return slots;
}

function linesOf(slots: readonly Slot[]): Slot[][] {
  const lines: Slot[][] = [];
  for (const slot of slots) {
    if (slot.lines > 0 || lines.length === 0) lines.push([]);
    lines.at(-1)!.push(slot);
  }
  return lines;
}

/** Gives the chosen slot of neighbouring lines the same column. Blank lines and lines without one end a run. */
function alignRuns(
  lines: readonly Slot[][],
  choose: (line: Slot[]) => number | undefined,
  gap: number,
): void {
  let run: { slot: Slot; width: number; indent: number }[] = [];
  const finish = () => {
    const widest = Math.max(...run.map(({ width }) => width));
    for (const { slot, width } of run) slot.blanks = widest - width + gap;
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

/** Whether a line is an entry of the form `word value` that ends on this line. */
function isAligned(line: readonly Slot[]): boolean {
  const { item } = line[0]!;
  if (!item || line.length < 2 || isBrace(line.findLast(slot => !slot.leaf.hidden)!.leaf, '{')) return false;
  return [ast.Property, ast.Setting, ast.Normalise, ast.Input, ast.Layer].some(
    ({ $type }) => item.$type === $type,
  );
}

const widthOf = (line: readonly Slot[]): number =>
  line.reduce(
    (width, slot, index) =>
      width + (index === 0 ? slot.indent : slot.text === '' ? 0 : slot.blanks) + slot.text.length,
    0,
  );

/** The first block on a line that is too long, to be broken into lines. */
function tooWide(
  slots: readonly Slot[],
  braces: ReadonlyMap<number, number>,
  open: ReadonlySet<number>,
): number | undefined {
  const indexes = new Map(slots.map((slot, index) => [slot, index]));
  for (const line of linesOf(slots)) {
    if (widthOf(line.filter(slot => !slot.isTrailing)) <= lineWidth) continue;
    const block = line
      .map(slot => indexes.get(slot)!)
      .find(index => isBrace(slots[index]!.leaf, '{') && !open.has(index) && braces.get(index) !== index + 1);
    if (block !== undefined) return block;
  }
  return undefined;
}

function print({ leaf, text, lines, indent, blanks }: Slot, newline: string): Piece {
  const before =
    lines > 0 ? newline.repeat(lines) + ' '.repeat(indent) : ' '.repeat(text === '' ? 0 : blanks);
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
