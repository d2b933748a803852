import { SemanticTokensDecoder } from 'langium/lsp';
import type { Range } from 'vscode-languageserver-types';
import { inEditor } from './editor.ts';

/** What the names of the first file are coloured as, one to a line: `n parameter.declaration.readonly`. */
export function tokensIn(text: string, range?: Range): Promise<string[]> {
  return inEditor(text, async ({ document, pim }) => {
    const provider = pim.language.lsp.SemanticTokenProvider!;
    const textDocument = { uri: document.uri.toString() };
    const tokens = range
      ? await provider.semanticHighlightRange(document, { textDocument, range })
      : await provider.semanticHighlight(document, { textDocument });
    const modifiersOf = (bits: number) =>
      Object.entries(provider.tokenModifiers).flatMap(([name, bit]) => (bits & bit ? [name] : []));
    return SemanticTokensDecoder.decode(tokens, provider.tokenTypes, document).map(
      ({ text: word, tokenType, tokenModifiers }) =>
        [`${word} ${tokenType}`, ...modifiersOf(tokenModifiers)].join('.'),
    );
  });
}
