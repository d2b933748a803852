import assert from 'node:assert/strict';
import { TextDocument } from 'langium';
import type { CodeAction, DocumentSymbol } from 'vscode-languageserver-types';
import { at, inEditor } from '../../support/editor.ts';
import { withFiles } from '../../support/pim.ts';

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

describe('folding', () => {
  it('folds imports, comments and blocks', async () => {
    const text =
      'import "a"\nimport "b"\n\n/** One\n *  two\n *  three */\nchip C {\n  tile T {\n    1 × A\n  }\n}\n';
    const ranges = await inEditor(text, async cursor =>
      cursor.pim.language.lsp.FoldingRangeProvider!.getFoldingRanges(cursor.document, at(cursor)),
    );
    assert.deepEqual(
      ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, kind]),
      [
        [0, 1, 'imports'],
        [6, 9, undefined],
        [7, 8, undefined],
        [3, 4, 'comment'],
      ],
    );
  });
});

describe('code lenses', () => {
  it('offer to evaluate questions and chips without open parameters', async () => {
    const text = 'chip A {}\nchip B(n: count) {}\nchip C(n: count = 1) {}\nevaluate A on W\nevaluate C on W';
    const lenses = await inEditor(text, async cursor =>
      cursor.pim.language.lsp.CodeLensProvider!.provideCodeLens(cursor.document, at(cursor)),
    );
    assert.deepEqual(
      lenses!.map(({ range, command }) => [
        range.start.line,
        command!.title,
        command!.command,
        command!.arguments,
      ]),
      [
        [3, '▶ Evaluate', 'pim.evaluate', ['file:///test.pim', { evaluate: 0 }]],
        [4, '▶ Evaluate', 'pim.evaluate', ['file:///test.pim', { evaluate: 1 }]],
        [0, '▶ Evaluate on AlexNet and VGG16', 'pim.evaluate', ['file:///test.pim', { chip: 'A' }]],
        [2, '▶ Evaluate on AlexNet and VGG16', 'pim.evaluate', ['file:///test.pim', { chip: 'C' }]],
      ],
    );
  });
});

describe('code actions', () => {
  /** The actions for all problems of a text, with the text each would lead to. */
  const actions = (text: string, only?: string[]) =>
    withFiles(text, async ([document], pim) => {
      const { diagnostics = [], textDocument, uri } = document!;
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const context = { diagnostics, ...(only ? { only } : {}) };
      const found = await pim.language.lsp.CodeActionProvider!.getCodeActions(document!, {
        textDocument: { uri: uri.toString() },
        range,
        context,
      });
      return (found as CodeAction[]).map(({ title, kind, edit, isPreferred }) => ({
        title,
        kind,
        isPreferred,
        text: TextDocument.applyEdits(textDocument, edit!.changes![uri.toString()]!),
      }));
    });

  it('apply the fix a diagnostic brings', async () =>
    assert.deepEqual(await actions('component A : adc { resolution 8 bit, rat 1 GHz }'), [
      {
        title: 'Change to `rate`',
        kind: 'quickfix',
        isPreferred: true,
        text: 'component A : adc { resolution 8 bit, rate 1 GHz }',
      },
    ]));

  it('add all missing properties at once', async () => {
    const found = await actions('workload W {\n  input 3 × 8 × 8\n  conv c\n}');
    const all = found.find(({ title }) => title === 'Add all 2 missing properties');
    assert.equal(all?.text, 'workload W {\n  input 3 × 8 × 8\n  conv c { outputs 10, kernel 3 }\n}');
  });

  it('fix everything in one go', async () => {
    const text = 'component A : adcc { resolution 8 bit }\ncomponent B : adc { resolution 8 bit, rat 1 GHz }';
    const [all, ...others] = await actions(text, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(all?.kind, 'source.fixAll.pim');
    assert.equal(
      all.text,
      'component A : adc { resolution 8 bit }\ncomponent B : adc { resolution 8 bit, rate 1 GHz }',
    );
  });
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

  it('are not renamed to what is no name', async () =>
    assert.equal((await rename(files, 'no name')).edit, undefined));

  it('of the library are not renamed', async () => {
    const { prepared, edit } = await rename(files.replace('<|>', '').replace('ADC', 'A<|>DC'), 'Other');
    assert.equal(prepared, undefined);
    assert.equal(edit, undefined);
  });
});
