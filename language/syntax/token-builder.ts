import { DefaultTokenBuilder, type GrammarAST, type TokenBuilderOptions } from 'langium';
import { findUnit, units } from '../../simulator/units/index.ts';

/**
 * Teaches the lexer the places where a word or sign means something because of what stands before it.
 *
 * A word after a number on the same line is its unit: units need no reserved words, so `m`, `S` and `bit`
 * stay usable as names, and a misspelt unit is reported as one. And `x` between blanks after a value is the
 * multiplication sign, as in `128 x 128`. A bracket that begins a line after a whole value opens a count, `(2 * n) × DAC`,
 * and not the arguments of the word above it.
 */
export class PimTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const named = (name: string) => tokens.find(token => token.name === name)!;
    const keywords = new Set(tokens.map(token => token.name).filter(name => /^[a-z]+$/.test(name)));
    const unit = named('UNIT');
    const times = named('×');
    const lineParen = named('LINE_PAREN');
    Object.assign(unit, { PATTERN: unitPattern(keywords), LINE_BREAKS: false, START_CHARS_HINT: unitStarts });
    Object.assign(times, { PATTERN: timesPattern, LINE_BREAKS: false, START_CHARS_HINT: ['×', 'x'] });
    Object.assign(lineParen, { PATTERN: lineParenPattern, LINE_BREAKS: false, START_CHARS_HINT: ['('] });
    const first = [unit, times, lineParen];
    return [...first, ...tokens.filter(token => !first.includes(token))];
  }
}

type TokenVocabulary = ReturnType<DefaultTokenBuilder['buildTokens']>;
type TokenType = Extract<TokenVocabulary, unknown[]>[number];

/** What a unit can begin with. Without this hint the lexer would try every pattern at every character. */
const unitStarts = [
  ...new Set([...units.keys()].map(symbol => symbol[0]!)),
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
];

/** The part of a lexed token that the patterns look back at. */
interface Token {
  readonly tokenType: { readonly name: string };
  readonly endOffset?: number;
}

const word = /[%°µμΩ\u2126A-Za-z][µμΩ\u2126A-Za-z0-9²³^]*/y;
const further = /[/·][µμΩ\u2126A-Za-z][µμΩ\u2126A-Za-z0-9²³^]*/y;

/** The unit after a number: one word and as many `/word` or `·word` as still make a known unit. */
function unitPattern(keywords: ReadonlySet<string>) {
  return (text: string, offset: number, matched: Token[]): [string] | null => {
    const previous = matched.at(-1);
    if (previous?.tokenType.name !== 'NUMBER' || !sameLine(text, previous, offset)) return null;
    let symbol = matchAt(word, text, offset);
    if (!symbol || keywords.has(symbol) || isTimes(text, offset)) return null;
    for (;;) {
      const next = matchAt(further, text, offset + symbol.length);
      if (!next || !findUnit(symbol + next)) return [symbol];
      symbol += next;
    }
  };
}

function timesPattern(text: string, offset: number, matched: Token[]): [string] | null {
  if (text[offset] === '×') return ['×'];
  const previous = matched.at(-1);
  // `×` has the length of `x`, so offsets stay right; the lexer sees to the image.
  const afterValue = /^(NUMBER|UNIT|ID|\))$/.test(previous?.tokenType.name ?? '');
  return afterValue && sameLine(text, previous!, offset) && isTimes(text, offset) ? ['×'] : null;
}

function lineParenPattern(text: string, offset: number, matched: Token[]): [string] | null {
  if (text[offset] !== '(') return null;
  const previous = matched.at(-1);
  const afterValue = /^(NUMBER|UNIT|ID|STRING|[)}\]])$/.test(previous?.tokenType.name ?? '');
  return afterValue && text.slice((previous!.endOffset ?? offset) + 1, offset).includes('\n') ? ['('] : null;
}

/** Whether a lone `x` stands here between a blank and, after blanks, an operand. */
function isTimes(text: string, offset: number): boolean {
  if (text[offset] !== 'x' || !/[ \t]/.test(text[offset - 1] ?? '')) return false;
  return /^x[ \t]+[\w(]/.test(text.slice(offset, offset + 40));
}

function sameLine(text: string, previous: Token, offset: number): boolean {
  return /^[ \t\u00A0]*$/.test(text.slice((previous.endOffset ?? offset) + 1, offset));
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
