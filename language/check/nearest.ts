import { type AstNode, GrammarUtils } from 'langium';
import type { Fix } from './check.ts';

export { nearest } from '../syntax/spelling.ts';

/** `; did you mean \`rate\`?`, or nothing. */
export const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;

/** Replaces the text of a node's property by what was probably meant. */
export function replaceFix(
  node: AstNode,
  property: string | undefined,
  suggestion: string | undefined,
): { fix?: Fix } {
  const cst = property ? GrammarUtils.findNodeForProperty(node.$cstNode, property) : node.$cstNode;
  if (!cst || suggestion === undefined) return {};
  return {
    fix: {
      title: `Change to \`${suggestion}\``,
      edits: [{ offset: cst.offset, length: cst.length, text: suggestion }],
    },
  };
}

/** `a`, `a or b`, `a, b or c`. */
export const oneOf = (words: readonly string[]): string => joined(words, 'or');

/** `a`, `a and b`, `a, b and c`. */
export const allOf = (words: readonly string[]): string => joined(words, 'and');

function joined(words: readonly string[], last: 'or' | 'and'): string {
  const quoted = words.map(each => `\`${each}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}
