import { declarators, type Token } from '../../tokens-before.ts';
import { inBody } from './body.ts';
import { inList, inParentheses } from './brackets.ts';
import { inEvaluation } from './evaluation.ts';
import type { Place } from './place.ts';
import { closing, opening, typeOf } from './tokens.ts';
import { atTop } from './top.ts';
import { inWorkload } from './workload.ts';

/**
 * The place after some tokens. Looks at the tokens alone, so that it also works in text that is only half written; every
 * position is found from the innermost open bracket and the words since the last entry began.
 */
export function placeAfter(tokens: readonly Token[], isNewLine: boolean): Place {
  const inner = innermost(tokens);
  const tail = tokens.slice(inner + 1);
  const owner = tokens[inner]?.startOffset ?? -1;
  if (inner < 0) return atTop(tail, isNewLine);
  if (typeOf(tokens[inner]) === '(') return inParentheses(tokens, inner);
  if (typeOf(tokens[inner]) === '[') return inList(tokens, inner);
  if (typeOf(tokens[inner - 2]) === 'workload') return inWorkload(tail, isNewLine, owner);
  if (isEvaluation(tokens, inner)) return inEvaluation(tail, isNewLine, owner);
  return inBody(tail, isNewLine, owner);
}

/** Index of the innermost open bracket, or -1. A declaration at the margin closes what was left open above it. */
function innermost(tokens: readonly Token[]): number {
  let open: number[] = [];
  tokens.forEach((token, index) => {
    const type = typeOf(token);
    if (token.startColumn === 1 && declarators.includes(type)) open = [];
    if (opening.includes(type)) open.push(index);
    if (closing.includes(type)) open.pop();
  });
  return open.at(-1) ?? -1;
}

function isEvaluation(tokens: readonly Token[], inner: number): boolean {
  const start = tokens
    .slice(0, inner)
    .findLastIndex(token => ['{', '}', ...declarators].includes(typeOf(token)));
  return typeOf(tokens[start]) === 'evaluate';
}
