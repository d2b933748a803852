import type { LangiumDocument, LeafCstNode } from 'langium';
import { nearest } from '../syntax/spelling.ts';
import { itemFrom, itemUpTo, leavesOf } from './items.ts';

/** Part of a text. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A comment that silences rules at a place: `// allow network-exceeds-chip: evaluated on purpose`. */
export interface Directive extends Span {
  readonly codes: readonly (Span & { readonly code: string })[];
  /** Why, or undefined where the comment does not say. */
  readonly reason: string | undefined;
  /** Where the reason stands, or would. */
  readonly reasonAt: Span;
  /** The comment as far as it and its line would be gone if there were none. */
  readonly removal: Span;
  /** The definition or entry it speaks about; undefined where there is none. */
  readonly covers: Span | undefined;
}

/**
 * The directives of a file. One on a line of its own speaks about the definition or entry below it, one at the end of a line about
 * the one that ends there. Both mean the same in whatever lines the formatter puts them.
 */
export function directivesIn(document: LangiumDocument, known: readonly string[]): Directive[] {
  const text = document.textDocument.getText();
  if (!text.includes(word)) return [];
  const leaves = leavesOf(document);
  return leaves.flatMap((leaf, index) => {
    const read = leaf.hidden ? readDirective(leaf.text, known) : undefined;
    if (!read) return [];
    const { codes, reason, reasonAt } = shifted(read, leaf.offset);
    const before = leaves.slice(0, index).findLast(isWord);
    const isAlone = !before || before.range.end.line < leaf.range.start.line;
    const next = leaves.slice(index).find(isWord);
    const item = isAlone ? next && itemFrom(next) : itemUpTo(before);
    const cst = item?.$cstNode;
    return [
      {
        offset: leaf.offset,
        length: leaf.length,
        codes,
        reason,
        reasonAt,
        removal: removalOf(leaf, isAlone, text),
        covers: cst && { offset: cst.offset, length: cst.length },
      },
    ];
  });
}

const word = 'allow';

/** A comma between entries goes when lines take its place. */
const isWord = ({ hidden, text }: LeafCstNode): boolean => !hidden && text !== ',';

type Read = Pick<Directive, 'codes' | 'reason' | 'reasonAt'>;

/** Reads a comment; undefined for one that only happens to begin like a directive. */
export function readDirective(comment: string, known: readonly string[]): Read | undefined {
  const match = pattern.exec(comment);
  if (!match) return undefined;
  const [, lead, list, said] = match as unknown as [string, string, string, string | undefined];
  const codes = [...list.matchAll(/[\w-]+/g)].map(found => ({
    code: found[0],
    offset: lead.length + found.index,
    length: found[0].length,
  }));
  // Prose may begin with the word as well: `// allow sharing: two tiles use one`.
  if (!codes.every(({ code }) => code.includes('-') || nearest(code, known) !== undefined)) return undefined;
  const reason = said?.trim() ?? '';
  const end = lead.length + list.trimEnd().length;
  const reasonAt =
    reason === ''
      ? { offset: end, length: comment.trimEnd().length - end }
      : { offset: comment.lastIndexOf(reason), length: reason.length };
  return { codes, reason: reason === '' || reason === placeholder ? undefined : reason, reasonAt };
}

const pattern = /^(\/\/\s*allow\s+)([a-z][\w-]*(?:\s*,\s*[a-z][\w-]*)*\s*)(?::(.*))?$/;

/** What stands for a reason until somebody writes one. */
export const placeholder = 'reason';

const shifted = ({ codes, reason, reasonAt }: Read, by: number): Read => ({
  codes: codes.map(each => ({ ...each, offset: each.offset + by })),
  reason,
  reasonAt: { ...reasonAt, offset: reasonAt.offset + by },
});

function removalOf({ offset, end }: LeafCstNode, isAlone: boolean, text: string): Span {
  const blanks = /[ \t]*$/.exec(text.slice(0, offset))![0].length;
  const breaks = isAlone ? /^\r?\n/.exec(text.slice(end))?.[0].length : 0;
  return { offset: offset - blanks, length: end + (breaks ?? 0) - offset + blanks };
}
