import assert from 'node:assert/strict';
import { inEditor, type } from '../../support/editor.ts';
import { tokensIn } from '../../support/tokens.ts';

describe('semantic tokens', () => {
  it('colour names by what they stand for', async () => {
    const text = `import "pim:components/isaac-32nm"
constant k = 2 mW
component A(n: bits = 4 bit) : adc { resolution n, power k }
chip C { 1 × A(n = 3 bit), 2 × ADC, dataflow digital-accumulation }`;
    assert.deepEqual(await tokensIn(text), [
      ...['k variable.declaration.definition.readonly', 'mW type.defaultLibrary'],
      ...['A class.declaration.definition', 'n parameter.declaration.readonly'],
      ...['bits type.defaultLibrary', 'bit type.defaultLibrary', 'adc type.defaultLibrary'],
      ...['resolution property', 'n parameter.readonly', 'power property', 'k variable.readonly'],
      ...['C struct.declaration.definition', 'A class', 'n parameter', 'bit type.defaultLibrary'],
      ...['ADC class.defaultLibrary', 'dataflow property', 'digital-accumulation enumMember.defaultLibrary'],
    ]);
  });

  const cases: [what: string, text: string, expected: string[]][] = [
    [
      'know single names of an import, and what they are called here',
      'import ADC as Mine, DAC from "pim:components/isaac-32nm"',
      ['ADC class.defaultLibrary', 'Mine class.declaration', 'DAC class.defaultLibrary'],
    ],
    [
      'know what is private',
      'private constant k = 2\nprivate component A : fixed',
      [
        'k variable.declaration.definition.readonly',
        'A class.declaration.definition',
        'fixed type.defaultLibrary',
      ],
    ],
    [
      'tell the words of a parameter, where they are listed and where they are used',
      'chip C(how in [lean, rich] = rich) { if how = lean { pipeline fine } }\nchip D extends C(lean) {}',
      [
        ...['C struct.declaration.definition', 'how parameter.declaration.readonly'],
        ...['lean enumMember.declaration', 'rich enumMember.declaration', 'rich enumMember'],
        ...['how parameter.readonly', 'lean enumMember'],
        ...['pipeline property', 'fine enumMember.defaultLibrary'],
        ...['D struct.declaration.definition', 'C struct', 'lean enumMember'],
      ],
    ],
    [
      'know constants of a block, conditions and a component that a parameter stands for',
      'component A : adc {}\nchip C(conv: adc = A) { constant n = 2, if n > 1 { n × conv } }',
      [
        ...['A class.declaration.definition', 'adc type.defaultLibrary'],
        ...[
          'C struct.declaration.definition',
          'conv parameter.declaration.readonly',
          'adc type.defaultLibrary',
        ],
        ...['A class', 'n variable.declaration.definition.readonly'],
        ...['n variable.readonly', 'n variable.readonly', 'conv parameter.readonly'],
      ],
    ],
  ];
  for (const [what, text, expected] of cases)
    it(what, async () => assert.deepEqual(await tokensIn(text), expected));

  it('are given for a range alone', async () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 20 } };
    assert.deepEqual(await tokensIn('constant a = 1\nconstant b = 2\nconstant c = 3', range), [
      'b variable.declaration.definition.readonly',
    ]);
  });

  it('after an edit are those that changed', () =>
    inEditor('constant a = 1\nconstant b = 2\nconstant c = 3 mW\n', async cursor => {
      const { document, pim } = cursor;
      const provider = pim.language.lsp.SemanticTokenProvider!;
      const textDocument = { uri: document.uri.toString() };
      const before = await provider.semanticHighlight(document, { textDocument });
      // What is asked for a range meanwhile does not count.
      const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
      await provider.semanticHighlightRange(document, { textDocument, range });
      await type(cursor, 'b = 2', 'b = 2 mW');
      const delta = await provider.semanticHighlightDelta(document, {
        textDocument,
        previousResultId: before.resultId!,
      });
      const { edits } = delta as { edits: { start: number; deleteCount: number; data: number[] }[] };
      const data = [...before.data];
      for (const edit of edits.toReversed()) data.splice(edit.start, edit.deleteCount, ...edit.data);
      assert.deepEqual(data, (await provider.semanticHighlight(document, { textDocument })).data);
      assert.ok(edits.length > 0 && edits.every(edit => edit.data.length < data.length));
    }));
});
