import type { Token } from '../../tokens-before.ts';
import { nothing, type Place } from './place.ts';
import {
  closing,
  comparisons,
  levelWords,
  memberOf,
  opening,
  operators,
  startsLine,
  typeOf,
  wordsAfter,
} from './tokens.ts';

/** The place inside the braces of a block, component, layer or group. */
export function inBody(tail: readonly Token[], isNewLine: boolean, owner: number): Place {
  const { state, property } = readEntries(tail);
  const last = typeOf(tail.at(-1));
  switch (state) {
    case 'start':
      return { kind: 'entry', owner };
    case 'name':
      return isNewLine ? { kind: 'entry', owner } : { kind: 'value', owner, property, isWhole: true };
    case 'operator':
      return { kind: 'value', owner, property, isWhole: false };
    case 'value':
      return last === 'NUMBER' && !isNewLine ? { kind: 'unit', owner, property } : { kind: 'entry', owner };
    case 'member':
      return memberOf(tail, owner);
    case 'times':
      return { kind: 'part', owner };
    case 'extends':
      return { kind: 'base', of: levelBefore(tail) };
    case 'made':
      return isNewLine ? { kind: 'entry', owner } : nothing;
    case 'block':
      return { kind: 'keywords', words: ['extends'] };
    case 'if':
      return inCondition(tail, owner);
    case 'condition':
      return wordsAfter(last, owner, ['and', 'or']);
    case 'else':
      return { kind: 'keywords', words: ['if'] };
    case 'constantValue':
      return { kind: 'expression', owner, declares: property };
    case 'count':
      return isNewLine ? nothing : { kind: 'times' };
    case 'division':
    case 'constant':
      return nothing;
  }
}

/** The level of the block whose head is being written. */
const levelBefore = (tail: readonly Token[]): string =>
  typeOf(tail.findLast(token => levelWords.includes(typeOf(token))));

/** After `style =`, what `style` may be; else the beginning of a comparison or an operand in it. */
function inCondition(tail: readonly Token[], owner: number): Place {
  const [before, name, last] = tail.slice(-3);
  const isCompared = comparisons.includes(typeOf(last)) && typeOf(name) === 'ID';
  if (isCompared && ['if', 'and', 'or', 'not', '('].includes(typeOf(before)))
    return { kind: 'compared', owner, name: name!.image };
  return operators.includes(typeOf(last)) ? { kind: 'expression', owner } : { kind: 'condition', owner };
}

/** Where one is inside an entry of a block. */
type State =
  | 'start'
  | 'name'
  | 'value'
  | 'operator'
  | 'member'
  | 'count'
  | 'division'
  | 'times'
  | 'made'
  | 'block'
  | 'extends'
  | 'if'
  | 'condition'
  | 'else'
  | 'constant'
  | 'constantValue';

/** Reads a body entry by entry, without minding what is wrong or missing. */
function readEntries(tail: readonly Token[]): { state: State; property: string } {
  let state: State = 'start';
  let property = '';
  let depth = 0;
  tail.forEach((token, index) => {
    const type = typeOf(token);
    const isNested = depth > 0;
    if (opening.includes(type)) {
      // A bracket that begins a line opens a count, whatever stands above it.
      if (!isNested && token.tokenType.name === 'LINE_PAREN') state = 'start';
      depth++;
    }
    if (closing.includes(type)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0) state = type === '}' ? 'start' : closed(state);
    } else if (!isNested && depth === 0) {
      const next = step(state, type, startsLine(tail, index));
      // In a constant it is the name of that.
      if (type === 'ID' && (next === 'name' || next === 'constant')) property = token.image;
      state = next;
    }
  });
  return { state, property };
}

/** The state after a bracket that was opened in this one. */
function closed(state: State): State {
  if (state === 'if') return 'condition';
  if (state === 'start') return 'count';
  return ['operator', 'name', 'constantValue'].includes(state) ? 'value' : state;
}

function step(state: State, type: string, isFirst: boolean): State {
  const isTimes = type === '×' || type === '*';
  switch (state) {
    case 'name':
      if (type === 'ID' && isFirst) return 'name';
      if (isTimes) return 'times';
      return type === '/' ? 'division' : operators.includes(type) ? 'operator' : 'value';
    case 'operator':
      return 'value';
    case 'member':
      return 'value';
    case 'value':
      if (type === 'UNIT') return 'value';
      if (type === '.') return 'member';
      return operators.includes(type) ? 'operator' : fresh(type);
    case 'count':
      return isTimes ? 'times' : type === '/' ? 'division' : fresh(type);
    case 'division':
      return 'count';
    case 'times':
      return levelWords.includes(type) ? 'block' : 'made';
    case 'block':
      return type === 'extends' ? 'extends' : type === 'ID' && !isFirst ? 'block' : fresh(type);
    case 'extends':
      return 'made';
    case 'if':
      return type === 'not' ? 'if' : 'condition';
    case 'condition':
      return joins.includes(type) ? 'if' : type === '{' ? 'start' : 'condition';
    case 'else':
      return type === 'if' ? 'if' : 'start';
    case 'constant':
      return type === '=' ? 'constantValue' : 'constant';
    case 'constantValue':
      return 'value';
    case 'start':
    case 'made':
      return fresh(type);
  }
}

/** After these a condition goes on. */
const joins: readonly string[] = ['and', 'or', 'not', ...operators];

/** The state after the first token of an entry. */
function fresh(type: string): State {
  if (type === 'ID') return 'name';
  if (type === 'NUMBER') return 'count';
  if (type === 'if' || type === 'else' || type === 'constant') return type;
  return levelWords.includes(type) ? 'block' : 'start';
}
