import type { Token } from '../../tokens-before.ts';
import { nothing, type Place } from './place.ts';
import { comparisons, lastLine, memberOf, operators, typeOf, wordsAfter } from './tokens.ts';

/** The place inside the braces of an `evaluate`. */
export function inEvaluation(tail: readonly Token[], isNewLine: boolean, owner: number): Place {
  const last = typeOf(tail.at(-1));
  const line = lastLine(tail);
  const isOpenEnded = ['.', 'on', 'to', 'within', 'expect', 'claim', ...operators].includes(last);
  if (last === '' || last === ',' || (isNewLine && !isOpenEnded)) return { kind: 'statement', owner };
  if (last === '.') return memberOf(tail, owner);
  if (last === 'on') return { kind: 'workload', owner };
  const start = typeOf(line[0]);
  switch (start) {
    case 'normalise':
      if (last === 'normalise') return { kind: 'measure' };
      return last === 'to' ? { kind: 'chip', owner } : { kind: 'keywords', words: ['to'] };
    case 'expect':
    case 'claim':
      if (isOpenEnded && last !== 'within')
        return { kind: 'question', owner, statement: start, side: sideOf(last) };
      return isOpenEnded
        ? { kind: 'expression', owner }
        : wordsAfter(last, owner, start === 'expect' ? ['on', 'within'] : ['on']);
    default:
      return line.length === 1 ? { kind: 'setting', owner, name: line[0]!.image } : nothing;
  }
}

function sideOf(last: string): 'left' | 'right' | 'operand' {
  if (last === 'expect' || last === 'claim') return 'left';
  return comparisons.includes(last) ? 'right' : 'operand';
}
