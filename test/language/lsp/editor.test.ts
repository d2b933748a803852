import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { at, inEditor } from '../../support/editor.ts';

describe('outline', () => {
  const symbols = (text: string) =>
    inEditor(text, async cursor => {
      const found = await cursor.pim.language.lsp.DocumentSymbolProvider!.getSymbols(
        cursor.document,
        at(cursor),
      );
      const line = (symbol: DocumentSymbol, indent: string): string[] => [
        `${indent}${symbol.name} (${symbol.detail ?? ''})`,
        ...(symbol.children ?? []).flatMap(child => line(child, `${indent}  `)),
      ];
      return found.flatMap(symbol => line(symbol, ''));
    });

  it('shows declarations, properties and parts', async () => {
    const text = `component A : adc { rate 1 GHz }
chip C extends B { node 32 nm, 2 × A { rate 2 GHz }, 4 × pe P { 1/4 × A } }
workload W { dense d { outputs 1 } → relu }
constant k = 2
evaluate C on W`;
    assert.deepEqual(await symbols(text), [
      ...['A (adc)', '  rate (1 GHz)'],
      ...[
        'C (chip extends B)',
        '  node (32 nm)',
        '  2 × A (adc)',
        '    rate (2 GHz)',
        '  4 × P (pe)',
        '    1/4 × A (adc)',
      ],
      ...['W (workload)', '  d (dense → relu)', 'k (2)', 'evaluate C (on W)'],
    ]);
  });

  it('leaves out what has no name yet', async () =>
    assert.deepEqual(await symbols('chip { }\ncomponent'), []));
});

describe('names', () => {
  const files = `//- /parts.pim
component Mine : adc { resolution 8 bit }
//- /main.pim
import "parts"
import "pim:components/isaac-32nm"
chip C { 1 × Mi<|>ne, 2 × ADC }
`;

  it('are found across files', async () => {
    const links = await inEditor(files, async cursor =>
      cursor.pim.language.lsp.DefinitionProvider!.getDefinition(cursor.document, at(cursor)),
    );
    assert.deepEqual(
      links!.map(({ targetUri }) => targetUri),
      ['file:///parts.pim'],
    );
  });

  it('are found in the library', async () => {
    const marked = files.replace('<|>', '').replace('ADC', 'A<|>DC');
    const links = await inEditor(marked, async cursor =>
      cursor.pim.language.lsp.DefinitionProvider!.getDefinition(cursor.document, at(cursor)),
    );
    assert.deepEqual(
      links!.map(({ targetUri }) => targetUri),
      ['pim:/components/isaac-32nm.pim'],
    );
  });

  it('have references across files', async () => {
    const found = await inEditor(files, async cursor =>
      cursor.pim.language.lsp.ReferencesProvider!.findReferences(cursor.document, {
        ...at(cursor),
        context: { includeDeclaration: true },
      }),
    );
    assert.deepEqual(found.map(({ uri }) => uri).sort(), ['file:///main.pim', 'file:///parts.pim']);
  });

  const rename = (marked: string, newName: string) =>
    inEditor(marked, async cursor => ({
      prepared: await cursor.pim.language.lsp.RenameProvider!.prepareRename(cursor.document, at(cursor)),
      edit: await cursor.pim.language.lsp.RenameProvider!.rename(cursor.document, { ...at(cursor), newName }),
    }));

  it('are renamed across files', async () => {
    const { prepared, edit } = await rename(files, 'Yours');
    assert.ok(prepared);
    assert.deepEqual(Object.keys(edit!.changes!).sort(), ['file:///main.pim', 'file:///parts.pim']);
  });
});
