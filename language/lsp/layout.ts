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

/** Longest line of which a block is kept in one line. */
const lineWidth = 100;

/** Where a leaf goes, before it becomes text. */
interface Slot {
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

/** What is known of a file before its leaves are placed. */
interface Source {
  readonly root: ast.Document;
  readonly leaves: readonly LeafCstNode[];
  readonly items: ReadonlyMap<number, AstNode>;
  readonly braces: ReadonlyMap<number, number>;
  /** Opening braces, by index, whose contents get lines of their own. */
  readonly open: ReadonlySet<number>;
}

function place(source: Source): Slot[] {
  return new Placement(source).run();
}

/** Goes through the leaves once; lives as long as one call of `place`. */
class Placement {
  private readonly source: Source;
  private readonly slots: Slot[] = [];
  private readonly around: Container[];
  private lineIndent = 0;

  constructor(source: Source) {
    this.source = source;
    this.around = [{ isOpen: true, owner: source.root, indent: 0, closing: 0 }];
  }

  run(): Slot[] {
    this.source.leaves.forEach((leaf, index) => this.put(leaf, index));
    return this.slots;
  }

  private put(leaf: LeafCstNode, index: number): void {
    const container = this.around.at(-1)!;
    if (isBrace(leaf, '}') && this.around.length > 1) this.around.pop();
    const slot = this.slotOf(leaf, index, container);
    if (slot.lines > 0) this.lineIndent = slot.indent;
    this.slots.push(slot);
    if (!isBrace(leaf, '{')) return;
    const { open, braces } = this.source;
    const isOpen = open.has(index) && braces.get(index) !== index + 1;
    this.around.push({ isOpen, owner: leaf.astNode, indent: this.lineIndent + 2, closing: this.lineIndent });
  }

  private slotOf(leaf: LeafCstNode, index: number, container: Container): Slot {
    const before = this.lastPrinted?.leaf;
    const item = this.itemAt(leaf);
    const base: Slot = {
      leaf,
      text: printedToken(leaf),
      lines: 0,
      indent: 0,
      blanks: before ? 1 : 0,
      ...(item ? { item } : {}),
    };
    if (!before) return base;
    const continued = { ...base, lines: 1, indent: container.indent + 2 };
    if (leaf.hidden) return this.comment(base, index, before, container);
    if (isBrace(leaf, '}')) return closing(base, before, container);
    if (item) return this.entry(base, before, container);
    if (isSeparator(leaf, container)) return this.separator(base, index, container);
    if (before.tokenType.name === 'LINE_COMMENT') return continued;
    if (isBrace(leaf, '{')) return base;
    if (breaksBetween(before, leaf) > 0 && mayBreak(before, leaf))
      return [')', ']'].includes(leaf.text) ? { ...continued, indent: container.indent } : continued;
    return { ...base, blanks: isTight(before, leaf) ? 0 : 1 };
  }

  /** The first token of an entry: on a line of its own, or after a comma. */
  private entry(base: Slot, before: LeafCstNode, { isOpen, indent }: Container): Slot {
    if (isOpen) return { ...base, lines: linesBetween(before, base.leaf), indent };
    const last = this.slots.findLast(({ leaf }) => !leaf.hidden);
    if (last && !isBrace(last.leaf, '{') && last.text !== ',') last.text += ',';
    return base;
  }

  /** A comma between entries: line breaks replace it, and none stands before a closing brace. */
  private separator(base: Slot, index: number, container: Container): Slot {
    const isNeeded = !container.isOpen && this.itemAfter(index, container) !== undefined;
    return { ...base, text: isNeeded ? ',' : '', blanks: 0 };
  }

  private comment(base: Slot, index: number, before: LeafCstNode, container: Container): Slot {
    const { leaf } = base;
    const startsEntry =
      container.isOpen && leaf.text.startsWith('/**') && this.itemAfter(index, container) !== undefined;
    if (breaksBetween(before, leaf) === 0 && !startsEntry) return base;
    const indent = this.isInsideEntry(index, container) ? container.indent + 2 : container.indent;
    return { ...base, lines: linesBetween(before, leaf), indent };
  }

  private isInsideEntry(index: number, container: Container): boolean {
    const next = this.tokenAfter(index, container);
    return next !== undefined && !this.itemAt(next) && !isBrace(next, '}');
  }

  private itemAt(leaf: LeafCstNode): AstNode | undefined {
    return leaf.hidden ? undefined : this.source.items.get(leaf.offset);
  }

  private itemAfter(index: number, container: Container): AstNode | undefined {
    const next = this.tokenAfter(index, container);
    return next && this.itemAt(next);
  }

  /** The next token that is neither a comment nor a comma between entries. */
  private tokenAfter(index: number, container: Container): LeafCstNode | undefined {
    const { leaves } = this.source;
    let next = index + 1;
    for (let leaf = leaves[next]; leaf; leaf = leaves[++next])
      if (!leaf.hidden && !isSeparator(leaf, container)) return leaf;
    return undefined;
  }

  /** What the next leaf is printed after: commas that line breaks replace are gone. */
  private get lastPrinted(): Slot | undefined {
    return this.slots.findLast(({ text }) => text !== '');
  }
}

/** Line breaks before what begins a line: a blank line of the author stays, but not at the beginning of a block. */
function linesBetween(before: LeafCstNode, leaf: LeafCstNode): number {
  return breaksBetween(before, leaf) > 1 && !isBrace(before, '{') ? 2 : 1;
}

function closing(base: Slot, before: LeafCstNode, { isOpen, closing: indent }: Container): Slot {
  return isOpen ? { ...base, lines: 1, indent } : { ...base, blanks: isBrace(before, '{') ? 0 : 1 };
}

function isSeparator(leaf: LeafCstNode, container: Container): boolean {
  return leaf.text === ',' && leaf.astNode === container.owner && !ast.isDocument(container.owner);
}

/** Inside an entry, line breaks of the author are kept where a list or a calculation goes on. */
function mayBreak(before: LeafCstNode, leaf: LeafCstNode): boolean {
  // A bracket that begins a line would open a count.
  return breakable.has(before.text) || (leaf.text !== '(' && breakable.has(leaf.text));
}

const breakable: ReadonlySet<string> = new Set([
  ...[',', '(', ')', '[', ']', '=', '+', '-', '*', '/', '^', '×', '<', '<=', '>', '>='],
  ...['→', '->', 'on', 'from', 'within', 'extends', 'and', 'or'],
]);

/** What will be printed on each line. */
function linesOf(slots: readonly Slot[]): Slot[][] {
  const lines: Slot[][] = [];
  for (const slot of slots) {
    if (slot.text === '') continue;
    if (slot.lines > 0 || lines.length === 0) lines.push([]);
    lines.at(-1)!.push(slot);
  }
  return lines;
}

/** A declaration on its lines. */
interface Placed {
  readonly item: AstNode;
  /** Where it begins, with the comments on lines of their own above it. */
  readonly first: Slot;
  isOneLine: boolean;
}

/** Puts a blank line between declarations; imports, constants and other declarations of one line may stand close. */
function keepApart(lines: readonly Slot[][]): void {
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

/** Aligns the second words of neighbouring properties, and comments at the ends of neighbouring lines. */
function align(lines: readonly Slot[][]): void {
  alignRuns(lines, line => (isAligned(line) ? 1 : undefined));
  alignRuns(lines, line => (endsInComment(line) ? line.length - 1 : undefined));
}

const endsInComment = (line: readonly Slot[]): boolean => line.length > 1 && line.at(-1)!.leaf.hidden;

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

const widthOf = (line: readonly Slot[]): number =>
  line.reduce(
    (width, slot, index) => width + (index === 0 ? slot.indent : slot.blanks) + firstLine(slot.text).length,
    0,
  );

/** Of a comment of several lines only the first one counts: the others move when it is printed. */
const firstLine = (text: string): string => text.split(/\s*\n/, 1)[0]!;

/** Of each line that is too long the first block in it, to be broken into lines. */
function tooWide(
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
