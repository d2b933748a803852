import { mendBraces } from './braces.ts';
import { mendKeywords } from './keywords.ts';
import type { Mended, Token, Vocabulary } from './tokens.ts';
import { mendValues } from './values.ts';

/**
 * The tokens as they were meant, so that one slip of the pen is one message and what stands around it is read as ever. A
 * parser that finds a word missing can only skip what it does not understand, and then speaks about that.
 */
export function mend(tokens: readonly Token[], vocabulary: Vocabulary, text: string): Mended {
  const words = mendKeywords(tokens, vocabulary);
  const braces = mendBraces(words.tokens, vocabulary, text);
  const values = mendValues(braces.tokens, vocabulary, text);
  return { tokens: values.tokens, slips: [...words.slips, ...braces.slips, ...values.slips] };
}
