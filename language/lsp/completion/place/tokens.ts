import { levels } from '../../../../simulator/index.ts';
import type { Token } from '../../tokens-before.ts';
import { type Given, nothing, type Place } from './place.ts';

/** The terminal or keyword a token is; empty where there is none. */
export const typeOf = (token: Token | undefined): string => {
  const name = token?.tokenType.name ?? '';
  return name === 'LINE_PAREN' ? '(' : name;
};

export const levelWords: readonly string[] = levels;
export const comparisons: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
export const operators: readonly string[] = ['+', '-', '*', '×', '/', '^', '..', 'step', ...comparisons];
export const opening: readonly string[] = ['{', '(', '['];
export const closing: readonly string[] = ['}', ')', ']'];

/** After a point: what the name before it has. */
export const memberOf = (tokens: readonly Token[], owner: number): Place => ({
  kind: 'member',
  target: tokens.at(-2)?.image ?? '',
  owner,
});

/** What may go on after a value: its unit where it is a number, and words. */
export function wordsAfter(last: string, owner: number, words: readonly string[]): Place {
  if (last === 'NUMBER') return { kind: 'unit', owner, words };
  return words.length > 0 ? { kind: 'keywords', words } : nothing;
}

/** Which argument is being written at the end of some tokens, those since the bracket was opened. */
export function argumentAfter(tokens: readonly Token[]): Given {
  const commas = topLevelCommas(tokens);
  const [name, equals] = tokens.slice((commas.at(-1) ?? -1) + 1);
  return typeOf(equals) === '=' ? { name: name!.image } : { index: commas.length };
}

/** Indices of the commas outside of inner brackets. */
export function topLevelCommas(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.flatMap((token, index) => {
    const type = typeOf(token);
    if (opening.includes(type)) depth++;
    if (closing.includes(type)) depth--;
    return type === ',' && depth === 0 ? [index] : [];
  });
}

/** The tokens of the last entry, as far as line breaks tell. */
export function lastLine(tail: readonly Token[]): readonly Token[] {
  const start = tail.findLastIndex(
    (token, index) => index === 0 || startsLine(tail, index) || typeOf(tail[index - 1]) === '}',
  );
  return tail.slice(Math.max(0, start));
}

/** Whether a token is the first of its line. */
export const startsLine = (tokens: readonly Token[], index: number): boolean =>
  index > 0 && (tokens[index]!.startLine ?? 0) > (tokens[index - 1]!.endLine ?? 0);
