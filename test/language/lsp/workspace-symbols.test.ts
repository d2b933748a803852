import assert from 'node:assert/strict';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { inEditor } from '../../support/editor.ts';

const files = `//- /chips/mine.pim
chip MyChip {
  tile WideTile {
    pe WidePE {}
  }
}
component FineADC : adc { resolution 8 bit }
constant lanes = 4
//- /nets.pim
workload Small {
  input 3 × 8 × 8
  conv widen { outputs 4, kernel 3 }
}
`;

/** What is found, as `name in container`, in the order offered. */
const found = (query: string) =>
  inEditor(files, async ({ pim }) => {
    const symbols = await pim.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query });
    return (symbols as WorkspaceSymbol[]).map(({ name, containerName }) =>
      containerName ? `${name} in ${containerName}` : name,
    );
  });

describe('workspace symbols', () => {
  const cases: [string, string, string[]][] = [
    [
      'are those of one’s own files when nothing is typed',
      '',
      [
        'FineADC',
        'lanes',
        'MyChip',
        'Small',
        'widen in Small',
        'WidePE in MyChip.WideTile',
        'WideTile in MyChip',
      ],
    ],
    [
      'begin with what is typed before they only hold it',
      'wide',
      ['widen in Small', 'WidePE in MyChip.WideTile', 'WideTile in MyChip'],
    ],
    ['are found by the letters of the query in their order', 'wdtl', ['WideTile in MyChip']],
    ['are found by what they are in', 'mychip.wide', ['WidePE in MyChip.WideTile', 'WideTile in MyChip']],
    [
      'of the library are found by their name, with the path to import',
      'CASCADEStyle',
      ['CASCADEStyle in pim:chips/cascade-style'],
    ],
    [
      'of the library are found by the beginnings of their words',
      'npim',
      ['NeuralPIM in pim:chips/neural-pim', 'NeuralPIMSpace in pim:studies/neural-pim-space'],
    ],
    ['of the library are not found by stray letters', 'nrlpm', []],
    ['of the library are not found by one letter', 'x', []],
    [
      'inside a chip of the library are found by name and chip',
      'neuralpim tile',
      ['Tile in NeuralPIM', 'Tile in NeuralPIMSpace'],
    ],
  ];
  for (const [title, query, expected] of cases)
    it(title, async () => assert.deepEqual(await found(query), expected));

  it('lead to the name and look like what they are', async () => {
    const [tile] = await inEditor(files, async ({ pim }) =>
      pim.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: 'WideTile' }),
    );
    assert.deepEqual(tile, {
      name: 'WideTile',
      kind: SymbolKind.Struct,
      containerName: 'MyChip',
      location: {
        uri: 'file:///chips/mine.pim',
        range: { start: { line: 1, character: 7 }, end: { line: 1, character: 15 } },
      },
    });
  });
});
