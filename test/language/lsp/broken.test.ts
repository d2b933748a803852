import fc from 'fast-check';
import { readLibrary } from '../../../language/main/library-files.ts';
import { at, inEditor } from '../../support/editor.ts';
import { unlessRefused } from '../../support/refusal.ts';

/** A library file that ends somewhere, or lacks a piece in its middle, with the cursor at that place. */
const broken = fc
  .record({
    file: fc.constantFrom(...readLibrary().values()),
    from: fc.nat(3000),
    length: fc.nat(60),
    ends: fc.boolean(),
  })
  .map(({ file, from, length, ends }) => {
    const start = from % file.length;
    return `${file.slice(0, start)}<|>${ends ? '' : file.slice(start + length)}`;
  });

describe('half-written text', () => {
  it('is no trouble for any feature of the editor', () =>
    fc.assert(
      fc.asyncProperty(broken, text =>
        inEditor(text, async cursor => {
          const { document, pim } = cursor;
          const { lsp } = pim.language;
          const params = at(cursor);
          const range = { start: { line: 0, character: 0 }, end: cursor.position };
          const options = { tabSize: 2, insertSpaces: true };
          await lsp.CompletionProvider!.getCompletion(document, params);
          await lsp.HoverProvider!.getHoverContent(document, params);
          for (let column = 0; column < 40; column += 3)
            await lsp.HoverProvider!.getHoverContent(document, {
              ...params,
              position: { ...cursor.position, character: column },
            });
          await lsp.SignatureHelp!.provideSignatureHelp(document, params);
          await lsp.DocumentSymbolProvider!.getSymbols(document, params);
          await lsp.FoldingRangeProvider!.getFoldingRanges(document, params);
          await lsp.SemanticTokenProvider!.semanticHighlight(document, params);
          await lsp.InlayHintProvider!.getInlayHints(document, {
            ...params,
            range: { ...range, end: { line: 1000, character: 0 } },
          });
          await pim.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: 'a' });
          await lsp.CodeLensProvider!.provideCodeLens(document, params);
          for (const asked of [range, { start: cursor.position, end: cursor.position }])
            await lsp.CodeActionProvider!.getCodeActions(document, {
              ...params,
              range: asked,
              context: { diagnostics: [] },
            });
          await unlessRefused(() => lsp.RenameProvider!.prepareRename(document, params));
          await lsp.DefinitionProvider!.getDefinition(document, params);
          await lsp.Formatter!.formatDocument(document, { ...params, options });
          await lsp.Formatter!.formatDocumentOnType(document, { ...params, options, ch: '}' });
        }),
      ),
      { numRuns: 150 },
    ));
});
