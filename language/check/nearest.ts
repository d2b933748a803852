import { type AstNode, GrammarUtils } from 'langium';
import { closest, distance } from 'fastest-levenshtein';
import type { Fix } from './check.ts';

/** The candidate a misspelt name most likely means, or undefined when none is close. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const all = [...new Set(candidates)].filter(candidate => candidate !== name);
  if (all.length === 0) return undefined;
  const same =
    all.find(candidate => candidate.toLowerCase() === name.toLowerCase()) ??
    all.find(candidate => lettersOf(candidate) === lettersOf(name));
  const best = same ?? closest(name, all);
  return same || distance(name, best) <= Math.max(1, Math.floor(name.length / 3)) ? best : undefined;
}

/** Letters in another order are the most common slip, and two steps for a measure of distance. */
const lettersOf = (word: string): string => [...word.toLowerCase()].sort().join('');

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
