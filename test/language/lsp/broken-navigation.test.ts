import assert from 'node:assert/strict';
import { mock } from 'node:test';
import fc from 'fast-check';
import type { LangiumDocument } from 'langium';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../language/lsp/selection-ranges.ts';
import { readLibrary } from '../../../language/main/library-files.ts';
import type { Pim } from '../../../language/module.ts';
import { inEditor } from '../../support/editor.ts';
import { mutated, rough } from '../../support/mutation.ts';
import { unlessRefused } from '../../support/refusal.ts';

/** What the library has little of: names that imports give, conditions, words, and whatever overrides something. */
const varied = `import RRAM as Cell, from "pim:devices/rram"
import "pim:chips/neural-pim"
/** Source: doi:10.1109/TC.2021.3122905. */
private component Fast(n: bits in 1 bit .. 8 bit = 4 bit) : adc { resolution n, rate 1 GHz
  if n > 2 bit { power 2 mW } else { power 1 mW } }
component Faster extends Fast(n = 2 bit) { rate 2 GHz }
chip Mine(style in [lean, rich] = lean, converter: adc = Faster, arrays: count = 4) extends NeuralPIM {
  constant half = arrays / 2
  pe PE { arrays × crossbar { cell Cell { bits 2 bit }, 1 × converter { rate 3 GHz } } }
  tile Tile { if style = rich and not half < 1 { (2 * half) × PE } else { 1/4 × PE { 2 × Fast(3 bit) } } }
  precision { weights 4 bit }
}
chip Other extends Mine(rich, converter = Fast) { tile Tile { 8 × pe P { 2 × Faster } } }
chip Third extends Other { tile Tile extends Tile { 4 × pe P { 1 × Fast } } }
workload W { input 8, dense d { outputs [8, Faster.rate / 1 Hz] }
  add e from d, d → relu }
evaluate Mine(style = rich), Other on W { expect Mine.area on W < 2 * Other.area, normalise area to Mine }
`;

const texts = [varied, varied, ...readLibrary().values()];

/** A file that ends somewhere or has been changed in places, and where to look in it. */
const broken = fc.record({
  whole: fc.constantFrom(...texts),
  end: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  mutations: fc.array(rough, { maxLength: 4 }),
  places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
});

describe('finding one’s way in half-written text', () => {
  it('is no trouble for any feature', () =>
    fc.assert(
      fc.asyncProperty(broken, async ({ whole, end, mutations, places }) => {
        const text = mutated(whole.slice(0, Math.ceil((end ?? 1) * whole.length)), mutations);
        const log = mock.method(console, 'error', () => {});
        try {
          await inEditor(text.replaceAll('<|', '').replaceAll('//- ', ''), async ({ document, pim }) => {
            const { length } = document.textDocument.getText();
            for (const place of places)
              await askEverything(
                document,
                document.textDocument.positionAt(Math.round(place * length)),
                pim,
              );
          });
          assert.deepEqual(
            log.mock.calls.flatMap(call => call.arguments),
            [],
          );
        } finally {
          log.mock.restore();
        }
      }),
      { numRuns: 150 },
    ));
});

async function askEverything(document: LangiumDocument, position: Position, pim: Pim): Promise<void> {
  const { lsp, parser } = pim.language;
  const textDocument = { uri: document.uri.toString() };
  const params = { textDocument, position };
  await lsp.DefinitionProvider!.getDefinition(document, params);
  await lsp.DeclarationProvider!.getDeclaration(document, params);
  await lsp.ImplementationProvider!.getImplementation(document, params);
  await lsp.TypeProvider!.getTypeDefinition(document, params);
  await lsp.ReferencesProvider!.findReferences(document, {
    ...params,
    context: { includeDeclaration: true },
  });
  await lsp.DocumentHighlightProvider!.getDocumentHighlight(document, params);
  await lsp.DocumentLinkProvider!.getDocumentLinks(document, { textDocument });
  await unlessRefused(() => lsp.RenameProvider!.rename(document, { ...params, newName: 'other' }));
  await askHierarchies(document, params, pim);
  for (const { startLine, endLine } of await lsp.FoldingRangeProvider!.getFoldingRanges(document, {
    textDocument,
  }))
    assert.ok(startLine < endLine && endLine < document.textDocument.lineCount);
  const [selection] = selectionRanges(document, [position], parser.Lexer);
  assertGrowing(selection!, { start: position, end: position });
  const files = [{ oldUri: textDocument.uri, newUri: 'file:///inner/other.pim' }];
  await pim.shared.lsp.FileOperationHandler!.willRenameFiles!({ files });
}

async function askHierarchies(
  document: LangiumDocument,
  params: { textDocument: { uri: string }; position: Position },
  { language: { lsp } }: Pim,
): Promise<void> {
  const calls = lsp.CallHierarchyProvider!;
  for (const item of (await calls.prepareCallHierarchy(document, params)) ?? []) {
    assertWithin(item.selectionRange, item.range);
    for (const { from } of (await calls.incomingCalls({ item })) ?? [])
      await calls.outgoingCalls({ item: from });
    for (const { to } of (await calls.outgoingCalls({ item })) ?? []) await calls.incomingCalls({ item: to });
  }
  const types = lsp.TypeHierarchyProvider!;
  for (const item of (await types.prepareTypeHierarchy(document, params)) ?? []) {
    for (const each of (await types.supertypes({ item })) ?? []) await types.subtypes({ item: each });
    for (const each of (await types.subtypes({ item })) ?? []) await types.supertypes({ item: each });
  }
}

/** Each range lies in the next and is smaller. */
function assertGrowing({ range, parent }: SelectionRange, inner: Range): void {
  assertWithin(inner, range);
  if (!parent) return;
  assert.notDeepEqual(range, parent.range);
  assertGrowing(parent, range);
}

function assertWithin(inner: Range, outer: Range): void {
  assert.ok(
    isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end),
    JSON.stringify([inner, outer]),
  );
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
