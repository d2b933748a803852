import { DefaultLexerErrorMessageProvider } from 'langium';

/** Says which characters mean nothing, and what was probably meant where that is known. */
export class PimLexerMessages extends DefaultLexerErrorMessageProvider {
  override buildUnexpectedCharactersMessage(text: string, start: number, length: number): string {
    const found = text.slice(start, start + length);
    if (found.startsWith('"')) return 'a text in quotes ends on the line it begins on';
    return `\`${found}\` means nothing here${hints[found] ?? ''}`;
  }
}

const hints: Readonly<Record<string, string>> = {
  ';': '; entries end with the line or a comma',
  '[': '; arguments stand in round brackets, entries in braces',
};
