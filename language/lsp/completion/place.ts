import { levels } from '../../../simulator/index.ts';
import { functions } from '../../types/functions.ts';

/** What may be written at the end of some text. `owner` is the offset of the bracket around the place. */
export type Place =
  | {
      readonly kind:
        | 'declaration'
        | 'import'
        | 'importedName'
        | 'componentKind'
        | 'parameterType'
        | 'layer'
        | 'step'
        | 'statement'
        | 'measure';
    }
  | { readonly kind: 'entry' | 'part'; readonly owner: number }
  | { readonly kind: 'value'; readonly owner: number; readonly property: string }
  | { readonly kind: 'unit'; readonly owner: number; readonly property?: string }
  | { readonly kind: 'base'; readonly of: 'component' | 'block' }
  | { readonly kind: 'argument'; readonly target: string; readonly owner: number; readonly isNamed: boolean }
  | { readonly kind: 'expression'; readonly owner: number }
  | { readonly kind: 'member'; readonly target: string; readonly owner: number }
  | { readonly kind: 'chip' | 'workload' | 'layerInput'; readonly owner: number }
  | { readonly kind: 'setting'; readonly name: string }
  | { readonly kind: 'keywords'; readonly words: readonly string[] }
  | { readonly kind: 'nothing' };

export interface Token {
  readonly image: string;
  readonly tokenType: { readonly name: string };
  readonly startOffset: number;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
}

/**
 * The place after some tokens. Looks at the tokens alone, so that it also works in text that is only half written; every
 * position is found from the innermost open bracket and the words since the last entry began.
 */
export function placeAfter(tokens: readonly Token[], isNewLine: boolean): Place {
  const inner = innermost(tokens);
  const tail = tokens.slice(inner + 1);
  const owner = tokens[inner]?.startOffset ?? -1;
  if (inner < 0) return atTop(tail, isNewLine);
  if (typeOf(tokens[inner]) === '(') return inParentheses(tokens, inner, owner);
  if (typeOf(tokens[inner]) === '[') return inList(tokens, owner);
  if (typeOf(tokens[inner - 2]) === 'workload') return inWorkload(tail, isNewLine, owner);
  if (isEvaluation(tokens, inner)) return inEvaluation(tail, isNewLine, owner);
  return inBody(tail, isNewLine, owner);
}

const nothing: Place = { kind: 'nothing' };
const typeOf = (token: Token | undefined): string => {
  const name = token?.tokenType.name ?? '';
  return name === 'LINE_PAREN' ? '(' : name;
};
const levelWords: readonly string[] = levels;
const declarators: readonly string[] = [
  'import',
  'private',
  'component',
  'workload',
  'evaluate',
  'constant',
  ...levelWords,
];
const comparisons: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const operators: readonly string[] = ['+', '-', '*', '×', '/', '^', '..', 'step', ...comparisons];

const opening: readonly string[] = ['{', '(', '['];
const closing: readonly string[] = ['}', ')', ']'];

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

function atTop(tail: readonly Token[], isNewLine: boolean): Place {
  const start = tail.findLastIndex(token => declarators.includes(typeOf(token)));
  const last = tail.at(-1);
  const isOpenEnded = [':', 'extends', 'evaluate', 'on', ',', ...operators].includes(typeOf(last));
  if (start < 0 || (!isOpenEnded && (isNewLine || typeOf(last) === '}'))) return { kind: 'declaration' };
  const said = tail.slice(start + 1);
  switch (typeOf(tail[start])) {
    case 'import':
      return inImport(said);
    case 'private':
      return { kind: 'declaration' };
    case 'component':
      if (typeOf(last) === ':') return { kind: 'componentKind' };
      return inHeader(said, 'component');
    case 'evaluate':
      return inQuestion(said);
    case 'constant':
      if (typeOf(last) === 'NUMBER') return { kind: 'unit', owner: -1 };
      if (typeOf(last) === '.') return memberOf(tail, -1);
      return said.length > 1 && isOpenEnded ? { kind: 'expression', owner: -1 } : nothing;
    case 'workload':
      return nothing;
    default:
      return inHeader(said, 'block');
  }
}

function inImport(said: readonly Token[]): Place {
  const last = typeOf(said.at(-1));
  if (last === '' || last === 'from') return { kind: 'import' };
  if (last === ',') return { kind: 'importedName' };
  const isNamed = last === 'ID' && typeOf(said.at(-2)) !== 'as';
  return last === 'ID' ? { kind: 'keywords', words: isNamed ? ['as', 'from'] : ['from'] } : nothing;
}

function inList(tokens: readonly Token[], owner: number): Place {
  const last = typeOf(tokens.at(-1));
  if (last === 'NUMBER') return { kind: 'unit', owner };
  if (last === '.') return memberOf(tokens, owner);
  return ['[', ',', ...operators].includes(last) ? { kind: 'expression', owner } : nothing;
}

function inHeader(said: readonly Token[], of: 'component' | 'block'): Place {
  if (typeOf(said.at(-1)) === 'extends') return { kind: 'base', of };
  const isExtended = said.some(token => typeOf(token) === 'extends');
  return said.length > 0 && !isExtended ? { kind: 'keywords', words: ['extends'] } : nothing;
}

function inQuestion(said: readonly Token[]): Place {
  const isAfterOn = said.some(token => typeOf(token) === 'on');
  const expectsName = said.length === 0 || [',', 'on'].includes(typeOf(said.at(-1)));
  if (expectsName) return { kind: isAfterOn ? 'workload' : 'chip', owner: -1 };
  return isAfterOn ? nothing : { kind: 'keywords', words: ['on'] };
}

function inParentheses(tokens: readonly Token[], inner: number, owner: number): Place {
  const last = tokens.at(-1);
  const [before, name] = [typeOf(tokens[inner - 2]), tokens[inner - 1]];
  if (typeOf(last) === 'NUMBER') return { kind: 'unit', owner };
  if (typeOf(last) === '.') return memberOf(tokens, owner);
  const isDeclared = before === 'component' || levelWords.includes(before);
  if (isDeclared && typeOf(last) === 'ID') return { kind: 'keywords', words: ['in'] };
  if (isDeclared && typeOf(last) === 'in') return { kind: 'expression', owner };
  if (isDeclared && !operators.includes(typeOf(last)))
    return typeOf(last) === ':' ? { kind: 'parameterType' } : nothing;
  const expectsValue = ['(', ',', ...operators].includes(typeOf(last));
  if (!expectsValue) return nothing;
  const takesArguments =
    !isDeclared && typeOf(name) === 'ID' && ['×', '*', 'extends', 'evaluate', ','].includes(before);
  if (takesArguments && !functions.has(name!.image))
    return { kind: 'argument', target: name!.image, owner, isNamed: !['(', ','].includes(typeOf(last)) };
  return { kind: 'expression', owner };
}

const memberOf = (tokens: readonly Token[], owner: number): Place => ({
  kind: 'member',
  target: tokens.at(-2)?.image ?? '',
  owner,
});

function inWorkload(tail: readonly Token[], isNewLine: boolean, owner: number): Place {
  const last = typeOf(tail.at(-1));
  const line = lastLine(tail);
  if (last === 'ARROW') return { kind: 'step' };
  // A list of inputs goes on after a comma, on the next line as well.
  const beforeNames = tail.findLast(token => typeOf(token) !== 'ID' && typeOf(token) !== ',');
  if (last === 'from' || (last === ',' && typeOf(beforeNames) === 'from'))
    return { kind: 'layerInput', owner };
  if (last === '' || last === ',' || isNewLine) return { kind: 'layer' };
  return last === 'ID' && line.length === 2 ? { kind: 'keywords', words: ['from'] } : nothing;
}

function inEvaluation(tail: readonly Token[], isNewLine: boolean, owner: number): Place {
  const last = typeOf(tail.at(-1));
  const line = lastLine(tail);
  const isOpenEnded = ['.', 'on', 'to', 'within', 'expect', 'claim', ...operators].includes(last);
  if (last === '' || last === ',' || (isNewLine && !isOpenEnded)) return { kind: 'statement' };
  if (last === '.') return memberOf(tail, owner);
  if (last === 'on') return { kind: 'workload', owner };
  if (last === 'NUMBER') return { kind: 'unit', owner };
  switch (typeOf(line[0])) {
    case 'normalise':
      if (last === 'normalise') return { kind: 'measure' };
      return last === 'to' ? { kind: 'chip', owner } : { kind: 'keywords', words: ['to'] };
    case 'expect':
    case 'claim':
      if (isOpenEnded) return { kind: 'expression', owner };
      return { kind: 'keywords', words: ['on', 'within'] };
    default:
      return line.length === 1 ? { kind: 'setting', name: line[0]!.image } : nothing;
  }
}

/** The tokens of the last entry, as far as line breaks and commas tell. */
function lastLine(tail: readonly Token[]): readonly Token[] {
  const start = tail.findLastIndex(
    (token, index) =>
      index === 0 ||
      (token.startLine ?? 0) > (tail[index - 1]!.endLine ?? 0) ||
      typeOf(tail[index - 1]) === '}',
  );
  return tail.slice(Math.max(0, start));
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
  | 'constant';

function inBody(tail: readonly Token[], isNewLine: boolean, owner: number): Place {
  const { state, property } = readEntries(tail);
  const last = typeOf(tail.at(-1));
  switch (state) {
    case 'start':
      return { kind: 'entry', owner };
    case 'name':
    case 'operator':
      return isNewLine && state === 'name' ? { kind: 'entry', owner } : { kind: 'value', owner, property };
    case 'value':
      return last === 'NUMBER' && !isNewLine ? { kind: 'unit', owner, property } : { kind: 'entry', owner };
    case 'member':
      return memberOf(tail, owner);
    case 'times':
      return { kind: 'part', owner };
    case 'extends':
      return { kind: 'base', of: 'block' };
    case 'made':
      return isNewLine ? { kind: 'entry', owner } : nothing;
    case 'block':
      return { kind: 'keywords', words: ['extends'] };
    case 'if':
      return { kind: 'expression', owner };
    case 'condition':
      return last === 'NUMBER' ? { kind: 'unit', owner } : { kind: 'keywords', words: ['and', 'or'] };
    case 'else':
      return { kind: 'keywords', words: ['if'] };
    case 'count':
    case 'division':
    case 'constant':
      return nothing;
  }
}

/** Reads a body entry by entry, without minding what is wrong or missing. */
function readEntries(tail: readonly Token[]): { state: State; property: string } {
  let state: State = 'start';
  let property = '';
  let depth = 0;
  tail.forEach((token, index) => {
    const type = typeOf(token);
    const isNested = depth > 0;
    if (opening.includes(type)) depth++;
    if (closing.includes(type)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0) state = type === '}' ? 'start' : closed(state);
    } else if (!isNested && depth === 0) {
      const startsLine = index > 0 && (token.startLine ?? 0) > (tail[index - 1]!.endLine ?? 0);
      const next = step(state, type, startsLine);
      if (next === 'name' && type === 'ID') property = token.image;
      state = next;
    }
  });
  return { state, property };
}

/** The state after a bracket that was opened in this one. */
function closed(state: State): State {
  if (state === 'if') return 'condition';
  if (state === 'start') return 'count';
  return state === 'operator' || state === 'name' ? 'value' : state;
}

function step(state: State, type: string, startsLine: boolean): State {
  const isTimes = type === '×' || type === '*';
  switch (state) {
    case 'name':
      if (type === 'ID' && startsLine) return 'name';
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
      return type === 'extends' ? 'extends' : type === 'ID' && !startsLine ? 'block' : fresh(type);
    case 'extends':
      return 'made';
    case 'if':
      return type === 'not' ? 'if' : 'condition';
    case 'condition':
      return joins.includes(type) ? 'if' : type === '{' ? 'start' : 'condition';
    case 'else':
      return type === 'if' ? 'if' : 'start';
    case 'constant':
      return type === '=' ? 'operator' : 'constant';
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
