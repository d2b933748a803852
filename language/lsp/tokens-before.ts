import type { Lexer } from 'langium';
import { levels } from '../../simulator/index.ts';

/** What stands before the cursor in the declaration it is in. */
export interface Before {
  readonly tokens: readonly Token[];
  /** Whether the cursor stands in a comment. */
  readonly isInComment: boolean;
}

/** A token by its place in the whole text. */
export interface Token {
  readonly image: string;
  readonly tokenType: { readonly name: string };
  readonly startOffset: number;
  readonly endOffset?: number;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
}

/**
 * The tokens before an offset, from the last declaration at the margin on: it closes what was left open above it, so nothing
 * before it matters, and a long file takes no longer than a short one.
 */
export function tokensBefore(lexer: Lexer, text: string, offset: number): Before {
  const before = text.slice(0, offset);
  let start = 0;
  let isInComment = false;
  for (const { 0: found, 1: declarator, index } of before.matchAll(landmarks)) {
    if (declarator) start = index;
    isInComment = index + found.length === offset && isUnfinishedComment(found);
  }
  // The text ends at the cursor: its braces are open, and its words are no slips yet.
  const { tokens } = lexer.tokenize(before.slice(start), { mode: 'partial' });
  const moved = tokens.map(
    ({ image, tokenType, startOffset, endOffset, startLine, endLine, startColumn }): Token => ({
      ...{ image, tokenType },
      ...{ startOffset: start + startOffset, endOffset: start + (endOffset ?? startOffset) },
      ...(startLine === undefined ? {} : { startLine }),
      ...(endLine === undefined ? {} : { endLine }),
      ...(startColumn === undefined ? {} : { startColumn }),
    }),
  );
  return { tokens: moved, isInComment };
}

/** Words that begin a declaration. */
export const declarators: readonly string[] = [
  ...['import', 'private', 'component', 'workload', 'evaluate', 'constant'],
  ...levels,
];

/** Comments and texts in quotes, so that nothing is looked for inside them, and declarations at the margin. */
const landmarks = new RegExp(
  `/\\*[^]*?(?:\\*/|$(?![^]))|//[^\\n]*|"[^"\\n]*"|^(${declarators.join('|')})\\b(?!-)`,
  'gm',
);

function isUnfinishedComment(text: string): boolean {
  return text.startsWith('//') || (text.startsWith('/*') && (text.length < 4 || !text.endsWith('*/')));
}
