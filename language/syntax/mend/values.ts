import { Places } from './places.ts';
import {
  columnOf,
  declarators,
  endOf,
  type Mended,
  missing,
  onSameLine,
  readAs,
  type Slip,
  startsLine,
  type Token,
  typeOf,
  type Vocabulary,
} from './tokens.ts';

/**
 * Keeps entries apart where one of them breaks off: a property without its value, a count without its part, a calculation
 * that ends in an operator; and leaves out the sign that other languages put between a name and its value. A value belongs to the name above it only where it is indented deeper.
 */
export function mendValues(tokens: readonly Token[], vocabulary: Vocabulary, text: string): Mended {
  const slips: Slip[] = [];
  const places = new Places();
  const mended: Token[] = [];
  /** Where the entry being read began among `mended`. */
  let start = 0;
  let entryColumn = 1;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const { inside, startsEntry, column } = places.next(token, before, declarators);
    const isEntries = inside === 'block' || inside === 'evaluation';
    const breaksOff =
      isEntries && before !== undefined && startsLine(token, before) && columnOf(token) <= entryColumn;
    const isApart = breaksOff && isBlank(text, before, token);
    if (isApart) {
      if (isLoneName(mended, start)) {
        if (!goesOn.has(typeOf(token))) mended.push(missing(',', before, vocabulary));
      } else if (operators.has(typeOf(before)) && beginsEntry(tokens, index)) {
        slips.push(dangling(mended, start, before, text));
        if (isCount(mended, start)) mended.push(readAs('ID', before, vocabulary));
        else mended.pop();
        start = mended.length;
      }
    }
    const isCounted = isEntries && ['×', '*'].includes(typeOf(token)) && onSameLine(tokens[index + 1], token);
    if (isCounted && (startsEntry || breaksOff) && beginsPart(tokens, index)) {
      slips.push(uncounted(token));
      mended.push({ ...readAs('NUMBER', token, vocabulary), image: '1' });
    }
    if (isEntries && !startsEntry && [':', '='].includes(typeOf(token)) && isLoneName(mended, start)) {
      slips.push(assignment(mended[start]!, token));
      return;
    }
    // What begins a line and is no entry of its own is the value of the name above it.
    const isValue =
      isEntries && before !== undefined && !isApart && isLoneName(mended, start) && startsLine(token, before);
    if (startsEntry && !isValue) {
      start = mended.length;
      entryColumn = column;
      if (isEntries && isNameless(tokens, index)) {
        slips.push(nameless(token, tokens[index + 2]!, text));
        mended.push(token);
      }
    }
    mended.push(isValue && typeOf(token) === 'LINE_PAREN' ? readAs('(', token, vocabulary) : token);
  });
  return { tokens: mended, slips };
}

const operators: ReadonlySet<string> = new Set(['×', '*', '+', '-', '/', '^']);

/** With these a name goes on: `arrays × …`, braces, a calculation. */
const goesOn: ReadonlySet<string> = new Set([
  ...operators,
  '{',
  '}',
  '.',
  '[',
  '(',
  '=',
  '<',
  '<=',
  '>',
  '>=',
  ',',
]);

/** Nothing but blanks and line breaks: behind a comment, what was begun may go on. */
const isBlank = (text: string, before: Token, token: Token): boolean =>
  /^\s*$/.test(text.slice(endOf(before), token.startOffset));

const isLoneName = (mended: readonly Token[], start: number): boolean =>
  start === mended.length - 1 && typeOf(mended[start]) === 'ID';

/** A line that reads as an entry of its own: `cell RRAM`, `4 × PE`, `tile T {`. */
function beginsEntry(tokens: readonly Token[], index: number): boolean {
  const [token, after, further] = tokens.slice(index, index + 3);
  const isOn = onSameLine(after, token);
  switch (typeOf(token)) {
    case 'ID':
      return isOn && ['ID', 'NUMBER', 'STRING', '{', '×', '*'].includes(typeOf(after));
    case 'NUMBER':
      return isOn && ['×', '*', '/'].includes(typeOf(after)) && typeOf(further) !== '';
    default:
      return /^[a-z]+$/.test(typeOf(token)) || typeOf(token) === '}';
  }
}

/** Whether the entry so far is how many of a part there are: `4 ×`, `arrays ×`, `1/4 ×`. */
function isCount(mended: readonly Token[], start: number): boolean {
  const [first, second] = mended.slice(start);
  if (!['×', '*'].includes(typeOf(mended.at(-1)))) return false;
  return ['NUMBER', '(', 'LINE_PAREN'].includes(typeOf(first)) || operators.has(typeOf(second));
}

/** `× PE`, `× crossbar {` */
function beginsPart(tokens: readonly Token[], index: number): boolean {
  const [part, after] = [tokens[index + 1], tokens[index + 2]];
  if (!/^(ID|tile|pe|crossbar)$/.test(typeOf(part))) return false;
  return after === undefined || ['{', '}', '(', ','].includes(typeOf(after)) || startsLine(after, part);
}

/** `EDRAM.power` on a line of its own: a value that nothing is named for. */
function isNameless(tokens: readonly Token[], index: number): boolean {
  const [token, dot, member, after] = tokens.slice(index, index + 4);
  if (typeOf(token) !== 'ID' || typeOf(dot) !== '.' || typeOf(member) !== 'ID') return false;
  return after === undefined || ['}', ','].includes(typeOf(after)) || startsLine(after, member);
}

function nameless(first: Token, last: Token, text: string): Slip {
  const said = text.slice(first.startOffset, endOf(last));
  return {
    message: `expected the name of a property before \`${said}\``,
    offset: first.startOffset,
    length: endOf(last) - first.startOffset,
    cuts: true,
  };
}

function dangling(mended: readonly Token[], start: number, operator: Token, text: string): Slip {
  const said = text.slice(mended[start]!.startOffset, endOf(operator)).replace(/\s+/g, ' ');
  const what = isCount(mended, start) ? 'a component or block' : 'a value';
  return { message: `expected ${what} after \`${said}\``, offset: endOf(operator), length: 0, cuts: true };
}

function assignment(name: Token, sign: Token): Slip {
  const [offset, length] = [sign.startOffset, 1];
  return {
    message: `no \`${sign.image}\` stands between a property and its value, as in \`rate 1 GHz\``,
    offset,
    length,
    fix: {
      title: `Remove \`${sign.image}\``,
      offset: endOf(name),
      length: offset + length - endOf(name),
      text: '',
    },
  };
}

function uncounted(times: Token): Slip {
  return {
    message: 'expected how many before `×`, for example `4 ×`',
    offset: times.startOffset,
    length: 1,
    fix: { title: 'Insert `1`', offset: times.startOffset, length: 0, text: '1 ' },
  };
}
