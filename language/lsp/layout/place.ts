import type { AstNode, LeafCstNode } from 'langium';
import * as ast from '../../generated/ast.ts';
import { isTight, printedToken } from '../spacing.ts';
import { breaksBetween, isBrace } from './braces.ts';
import type { Slot } from './slot.ts';

/** Says for every leaf on which line and in which column it goes, before lines are aligned. */
export function place(source: Source): Slot[] {
  return new Placement(source).run();
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

/** A pair of braces around the leaf being placed. */
interface Container {
  readonly isOpen: boolean;
  readonly owner: AstNode;
  /** Of what is inside, and of the closing brace. */
  readonly indent: number;
  readonly closing: number;
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
