import { type Token, typeOf } from './mend/tokens.ts';

/** What is said where a text goes deeper than it can be followed. */
export const tooDeep = 'this file nests too deeply to be checked; give inner parts names';

/**
 * The first token that is nested so deeply that no stack might be large enough to read on, and the reading of all other files would
 * end as well; undefined in any text that a person writes.
 */
export function firstTooDeep(tokens: readonly Token[]): Token | undefined {
  const outside: number[] = [];
  let depth = 0;
  let before = '';
  return tokens.find(token => {
    const type = typeOf(token);
    if (closing.has(type)) depth = outside.pop() ?? 0;
    else if (begins(type, before)) depth = outside.length * deepStep;
    depth += stepOf(type, before);
    if (opening.has(type)) outside.push(depth - deepStep);
    before = type;
    return depth > mostDepth;
  });
}

/** Whether a token ends what was going on inside the same brackets: a value after a value, a comma, a keyword of an entry. */
function begins(type: string, before: string): boolean {
  if (value.has(type) || type === 'LINE_PAREN') return endsValue.has(before);
  return type === 'if' ? before !== 'else' : !goesOn.has(type);
}

function stepOf(type: string, before: string): number {
  if (opening.has(type) || type === 'not' || type === 'else') return deepStep;
  if (type === '-' && !endsValue.has(before)) return deepStep;
  return infix.has(type) ? 1 : 0;
}

/** A bracket or a sign before a value takes the parser through several rules; of signs between values it makes a chain. */
const deepStep = 5;
const mostDepth = 1000;

const opening: ReadonlySet<string> = new Set(['(', 'LINE_PAREN', '[', '{']);
const closing: ReadonlySet<string> = new Set([')', ']', '}']);
const infix: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '×', 'and', 'or']);
const value: ReadonlySet<string> = new Set(['ID', 'NUMBER', 'STRING']);
const endsValue: ReadonlySet<string> = new Set([...value, 'UNIT', ...closing]);
const goesOn: ReadonlySet<string> = new Set([
  ...[...opening, ...infix, ...endsValue, 'not', 'else'],
  ...['.', '..', 'step', '=', '!=', '<', '<=', '>', '>='],
]);
