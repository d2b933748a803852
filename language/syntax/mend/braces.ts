import {
  columnOf,
  continuing,
  declarators,
  endOf,
  type Mended,
  missing,
  openEnded,
  outermost,
  type Slip,
  startsLine,
  type Token,
  typeOf,
  type Vocabulary,
} from './tokens.ts';

/**
 * Puts in braces that were forgotten and leaves out those too many, one definition at a time, so that what is around them
 * is read as it was meant. Only where they do not match: then the indentation tells where one is missing.
 */
export function mendBraces(tokens: readonly Token[], vocabulary: Vocabulary, text: string): Mended {
  const segments = segmentsOf(tokens);
  if (segments.every(segment => balanceOf(segment) === 0)) return { tokens, slips: [] };
  const slips: Slip[] = [];
  const mended = segments.flatMap(segment => {
    const balance = balanceOf(segment);
    if (balance > 0) return closed(segment, balance, vocabulary, text, slips);
    return balance < 0 ? opened(segment, -balance, vocabulary, text, slips) : segment;
  });
  return { tokens: mended, slips };
}

/** The tokens of each definition. One that begins at the margin ends what was left open above it. */
function segmentsOf(tokens: readonly Token[]): Token[][] {
  const segments: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, index) => {
    const type = typeOf(token);
    const begins = startsLine(token, tokens[index - 1]) && columnOf(token) === 1;
    const words = depth > 0 ? outermost : declarators;
    if (begins && words.includes(type) && typeOf(tokens[index - 1]) !== 'private') {
      segments.push([]);
      depth = 0;
    }
    depth = Math.max(0, depth + stepOf(type));
    segments.at(-1)!.push(token);
  });
  return segments;
}

const stepOf = (type: string): number => (type === '{' ? 1 : type === '}' ? -1 : 0);

const balanceOf = (tokens: readonly Token[]): number =>
  tokens.reduce((balance, token) => balance + stepOf(typeOf(token)), 0);

/** An open brace, and the column in which the entry it belongs to begins. */
interface Open {
  readonly brace: Token;
  readonly column: number;
  readonly head: string;
  /** What is inside is not indented, so indentation tells nothing. */
  readonly isFlat: boolean;
}

/** Closes `count` braces: each before the first line that is not indented as its inside would be. */
function closed(
  tokens: readonly Token[],
  count: number,
  vocabulary: Vocabulary,
  text: string,
  slips: Slip[],
): Token[] {
  const mended: Token[] = [];
  const open: Open[] = [];
  let left = count;
  const close = (before: Token) => {
    const { head, brace, column } = open.pop()!;
    slips.push(unclosed(before, head, brace, column));
    mended.push(missing('}', before, vocabulary));
    left--;
  };
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const isClosing = typeOf(token) === '}';
    if (before && startsLine(token, before) && !continuing.has(typeOf(token)))
      while (left > 0 && isOutside(token, open.at(-1), isClosing)) close(before);
    // What follows an arrow is never inside the braces of a layer.
    if (before && left > 0 && open.length > 1 && typeOf(token) === 'ARROW') close(before);
    if (typeOf(token) === '{') {
      const head = headOf(tokens, Math.max(0, index - 1), text);
      open.push({ brace: token, ...head, isFlat: isFlat(token, tokens[index + 1], head.column) });
    }
    if (isClosing) open.pop();
    mended.push(token);
  });
  while (left > 0 && open.length > 0) close(tokens.at(-1)!);
  return mended;
}

function isOutside(token: Token, open: Open | undefined, isClosing: boolean): boolean {
  if (!open || open.isFlat || (token.startLine ?? 0) <= (open.brace.startLine ?? 0)) return false;
  return isClosing ? columnOf(token) < open.column : columnOf(token) <= open.column;
}

const isFlat = (brace: Token, after: Token | undefined, column: number): boolean =>
  after !== undefined && startsLine(after, brace) && columnOf(after) <= column && typeOf(after) !== '}';

function unclosed(before: Token, head: string, brace: Token, column: number): Slip {
  const isOneLine = brace.startLine === before.endLine;
  return {
    message: `expected \`}\`; what \`${head} {\` begins does not end`,
    offset: endOf(before),
    length: 0,
    fix: {
      title: 'Insert `}`',
      offset: endOf(before),
      length: 0,
      text: isOneLine ? ' }' : `\n${' '.repeat(column - 1)}}`,
    },
  };
}

/** The words of an entry up to the one at `last`, however many lines that takes, and the column it begins in. */
function headOf(tokens: readonly Token[], last: number, text: string): Pick<Open, 'column' | 'head'> {
  let start = last;
  while (start > 0 && !isApart(tokens, start)) start--;
  const head = text.slice(tokens[start]!.startOffset, endOf(tokens[last]!));
  return { column: columnOfLine(tokens, start), head: head.replace(/\s+/g, ' ') };
}

function isApart(tokens: readonly Token[], index: number): boolean {
  const isNext = startsLine(tokens[index]!, tokens[index - 1]) && !goesOn(tokens, index);
  return isNext || ['{', '}', ','].includes(typeOf(tokens[index - 1]));
}

/** Whether the token that begins a line belongs to what stands on the line above. */
const goesOn = (tokens: readonly Token[], index: number): boolean =>
  continuing.has(typeOf(tokens[index])) || openEnded.has(typeOf(tokens[index - 1]));

function columnOfLine(tokens: readonly Token[], index: number): number {
  let start = index;
  while (start > 0 && !startsLine(tokens[start]!, tokens[start - 1])) start--;
  return columnOf(tokens[start]!);
}

/** Opens braces behind lines whose next one is indented deeper; a closing one that is still too many goes. */
function opened(
  tokens: readonly Token[],
  count: number,
  vocabulary: Vocabulary,
  text: string,
  slips: Slip[],
): Token[] {
  const mended: Token[] = [];
  let left = count;
  let depth = 0;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (before && left > 0 && isDeeper(tokens, index)) {
      slips.push(unopened(tokens, index - 1, text));
      mended.push(missing('{', before, vocabulary));
      left--;
      depth++;
    }
    depth += stepOf(typeOf(token));
    if (depth < 0) {
      depth = 0;
      slips.push(surplus(token, text));
    } else mended.push(token);
  });
  return mended;
}

function isDeeper(tokens: readonly Token[], index: number): boolean {
  const [token, before] = [tokens[index]!, tokens[index - 1]];
  if (!startsLine(token, before) || goesOn(tokens, index) || typeOf(token) === '}') return false;
  return columnOf(token) > columnOfLine(tokens, index - 1) && typeOf(before) !== '}';
}

function unopened(tokens: readonly Token[], last: number, text: string): Slip {
  const { head } = headOf(tokens, last, text);
  const offset = endOf(tokens[last]!);
  return {
    message: `expected \`{\` after \`${head}\``,
    offset,
    length: 0,
    fix: { title: 'Insert `{`', offset, length: 0, text: ' {' },
  };
}

function surplus(token: Token, text: string): Slip {
  const { startOffset: offset } = token;
  const start = text.slice(0, offset).search(/\s*$/);
  return {
    message: '`}` closes nothing; no `{` is open here',
    offset,
    length: 1,
    fix: { title: 'Remove `}`', offset: start, length: offset + 1 - start, text: '' },
  };
}
