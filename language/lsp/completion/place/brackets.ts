import { functions } from '../../../types/functions.ts';
import type { Token } from '../../tokens-before.ts';
import { nothing, type Place, type Written } from './place.ts';
import {
  argumentAfter,
  levelWords,
  memberOf,
  operators,
  topLevelCommas,
  typeOf,
  wordsAfter,
} from './tokens.ts';

/** The place inside parentheses: of arguments, of the parameters of a declaration, of a calculation. */
export function inParentheses(tokens: readonly Token[], inner: number): Place {
  const owner = tokens[inner]!.startOffset;
  const last = tokens.at(-1);
  const [before, name] = [typeOf(tokens[inner - 2]), tokens[inner - 1]];
  if (typeOf(last) === 'NUMBER') return { kind: 'unit', owner };
  if (typeOf(last) === '.') return memberOf(tokens, owner);
  if (before === 'component' || levelWords.includes(before))
    return inParameters(tokens.slice(inner + 1), owner);
  const expectsValue = ['(', ',', ...operators].includes(typeOf(last));
  if (!expectsValue) return nothing;
  // A bracket that begins a line opens a calculation, whatever stands above it.
  const isCall = typeOf(name) === 'ID' && tokens[inner]!.tokenType.name !== 'LINE_PAREN';
  const takesArguments = isCall && ['×', '*', 'extends', 'evaluate', ','].includes(before);
  if (!takesArguments || functions.has(name!.image)) return { kind: 'expression', owner };
  const given = argumentAfter(tokens.slice(inner + 1));
  return { kind: 'argument', target: name!.image, owner, given };
}

/** `(width: bits in 1 bit .. 4 bit = 1 bit, …`: what a parameter is called is its author's business. */
function inParameters(said: readonly Token[], owner: number): Place {
  const current = said.slice((topLevelCommas(said).at(-1) ?? -1) + 1);
  const last = typeOf(current.at(-1));
  const parameter = writtenOf(current);
  if (last === ':') return { kind: 'parameterType', owner, parameter };
  if (last === 'in') return { kind: 'domain', owner, parameter };
  if (last === '=') return { kind: 'default', owner, parameter };
  if (operators.includes(last)) return { kind: 'expression', owner };
  const isTyped = last === 'ID' && current.length > 1 && !current.some(token => typeOf(token) === 'in');
  return isTyped || (last === 'ID' && current.length === 1) ? { kind: 'keywords', words: ['in'] } : nothing;
}

function writtenOf(current: readonly Token[]): Written {
  const [name, colon, type] = current;
  const list = current.findIndex(token => typeOf(token) === '[');
  const words = list < 0 ? [] : current.slice(list).filter(token => typeOf(token) === 'ID');
  return {
    name: name?.image ?? '',
    ...(typeOf(colon) === ':' && type ? { type: type.image } : {}),
    words: words.map(({ image }) => image),
  };
}

/** The place inside the brackets of a list, or of an index. */
export function inList(tokens: readonly Token[], inner: number): Place {
  const owner = tokens[inner]!.startOffset;
  const last = typeOf(tokens.at(-1));
  if (last === '.') return memberOf(tokens, owner);
  if (last === '[' || last === ',') return { kind: 'item', owner };
  if (operators.includes(last)) return { kind: 'expression', owner };
  const item = tokens.slice(tokens.findLastIndex(token => ['[', ','].includes(typeOf(token))) + 1);
  const isRange = item.some(token => typeOf(token) === '..') && !item.some(token => typeOf(token) === 'step');
  return wordsAfter(last, owner, isRange ? ['step'] : []);
}
