import { DefaultLexer, type LexerResult } from 'langium';

/** Gives every multiplication sign one image, however it is written, so that no later stage sees the other spelling. */
export class PimLexer extends DefaultLexer {
  override tokenize(...input: Parameters<DefaultLexer['tokenize']>): LexerResult {
    const result = super.tokenize(...input);
    for (const token of result.tokens) if (token.tokenType.name === '×') token.image = '×';
    return result;
  }
}
