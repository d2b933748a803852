import { DefaultLexer, type LexerResult } from 'langium';
import { mend } from './mend/mend.ts';
import type { Slip, Token } from './mend/tokens.ts';
import { firstTooDeep, tooDeep } from './nesting.ts';

/** What the lexer found wrong; a slip of the pen also says how to mend it. */
export type LexingError = LexerResult['errors'][number] & Pick<Slip, 'fix' | 'cuts'>;

/**
 * Gives every multiplication sign one image, however it is written, so that no later stage sees the other spelling, and
 * mends slips of the pen that would make nonsense of what follows them; not in a part of a text, which ends where it ends. Of a
 * text that nests too deeply nothing is read.
 */
export class PimLexer extends DefaultLexer {
  override tokenize(...input: Parameters<DefaultLexer['tokenize']>): LexerResult {
    const result = super.tokenize(...input);
    for (const token of result.tokens) if (token.tokenType.name === '×') token.image = '×';
    const deep = firstTooDeep(result.tokens);
    if (deep) return { ...result, tokens: [], errors: [errorOf(deepAt(deep), input[0])] };
    if (input[1]?.mode === 'partial') return result;
    const { tokens, slips } = mend(result.tokens, this.definition, input[0]);
    return {
      ...result,
      tokens: [...tokens],
      errors: [...result.errors, ...slips.map(slip => errorOf(slip, input[0]))],
    };
  }
}

const deepAt = ({ startOffset, image }: Token): Slip => ({
  message: tooDeep,
  offset: startOffset,
  length: image.length,
});

function errorOf(slip: Slip, text: string): LexingError {
  const lines = text.slice(0, slip.offset).split('\n');
  const [line, column] = [lines.length, lines.at(-1)!.length + 1];
  return { ...slip, line, column };
}
