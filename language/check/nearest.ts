import { type AstNode, GrammarUtils } from 'langium';
import { listed } from '../../simulator/units/index.ts';
import type { Fix } from './check.ts';

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

/** `a`, `a or b`, `a, b or c`, each as a piece of code. */
export const oneOf = (words: readonly string[]): string => listed(words.map(quoted), 'or');

/** `a`, `a and b`, `a, b and c`, each as a piece of code. */
export const allOf = (words: readonly string[]): string => listed(words.map(quoted), 'and');

const quoted = (word: string): string => `\`${word}\``;
