import type { DefaultLexer, LexerResult } from 'langium';

/** A token of the text, or one that stands for what is missing there and has no length. */
export type Token = LexerResult['tokens'][number];

/** The types of tokens by name: keywords by themselves, terminals by that of their rule. */
export type Vocabulary = DefaultLexer['definition'];

/** A slip of the pen and where it is: the sentence that is said about it, and the edit that would have avoided it. */
export interface Slip {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  /** Whether the entry breaks off here, so that its value means nothing. */
  readonly cuts?: boolean;
  readonly fix?: {
    readonly title: string;
    readonly offset: number;
    readonly length: number;
    readonly text: string;
  };
}

/** Tokens as they were meant, with what was said about those that were not. */
export interface Mended {
  readonly tokens: readonly Token[];
  readonly slips: readonly Slip[];
}

export const typeOf = (token: Token | undefined): string => token?.tokenType.name ?? '';

export const endOf = (token: Token): number => (token.endOffset ?? token.startOffset) + 1;

export const columnOf = (token: Token): number => token.startColumn ?? 1;

/** Whether a token is the first one on its line. */
export const startsLine = (token: Token, before: Token | undefined): boolean =>
  !before || (token.startLine ?? 0) > (before.endLine ?? 0);

export const onSameLine = (token: Token | undefined, before: Token | undefined): boolean =>
  token !== undefined && before !== undefined && !startsLine(token, before);

/** A token for what is missing behind another one. The parser goes on as if it were there, and no node gets it. */
export function missing(type: string, before: Token, { [type]: tokenType }: Vocabulary): Token {
  return {
    ...before,
    image: '',
    startOffset: endOf(before),
    endOffset: endOf(before) - 1,
    startColumn: (before.endColumn ?? 0) + 1,
    tokenType: tokenType!,
    tokenTypeIdx: tokenType!.tokenTypeIdx!,
    isInsertedInRecovery: true,
  };
}

/** The same token read as another type. */
export const readAs = (type: string, token: Token, { [type]: tokenType }: Vocabulary): Token => ({
  ...token,
  tokenType: tokenType!,
  tokenTypeIdx: tokenType!.tokenTypeIdx!,
});

/** Words that begin a definition, or stand before one that does. */
export const declarators: readonly string[] = [
  ...['import', 'private', 'component', 'chip', 'tile', 'pe', 'crossbar', 'workload', 'evaluate', 'constant'],
];

/** Those that never stand inside braces. */
export const outermost: readonly string[] = [
  ...['import', 'private', 'component', 'chip', 'workload', 'evaluate'],
];

/** After these, what was begun goes on, on the next line as well. */
export const openEnded: ReadonlySet<string> = new Set([
  ...[
    ',',
    '(',
    'LINE_PAREN',
    '[',
    '{',
    '=',
    '+',
    '-',
    '*',
    '/',
    '^',
    '×',
    '<',
    '<=',
    '>',
    '>=',
    '!=',
    '.',
    '..',
  ],
  ...[
    'ARROW',
    ':',
    'extends',
    'on',
    'from',
    'within',
    'and',
    'or',
    'not',
    'to',
    'as',
    'in',
    'step',
    'if',
    'else',
  ],
  ...[
    'evaluate',
    'expect',
    'claim',
    'normalise',
    'input',
    'constant',
    ...['import', 'private', 'component', 'workload'],
  ],
]);

/** With these, what stands on the line above goes on. */
export const continuing: ReadonlySet<string> = new Set([
  ...[',', '(', ')', '[', ']', '=', '+', '-', '*', '/', '^', '×', '<', '<=', '>', '>=', '!=', '.', '..', '{'],
  ...['ARROW', ':', 'extends', 'on', 'from', 'within', 'and', 'or', 'to', 'as', 'in', 'step'],
]);
