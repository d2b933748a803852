import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CstUtils, type LangiumDocument, TextDocument } from 'langium';

import type { TextEdit } from 'vscode-languageserver-types';
import { elaborate } from '../../../language/elaborate/elaborate.ts';
import * as ast from '../../../language/generated/ast.ts';
import { readLibrary } from '../../../language/main/library-files.ts';
import { formatText } from '../../../language/lsp/formatter.ts';
import { at, inEditor } from '../../support/editor.ts';

const formatted = (text: string) => inEditor(text, ({ document }) => formatText(document));
const options = { tabSize: 2, insertSpaces: true };

describe('formatting', () => {
  const cases: [what: string, before: string, after: string][] = [
    ['blanks around operators', 'constant a=-(1+2)*3/4^2', 'constant a = -(1 + 2) * 3 / 4 ^ 2\n'],
    ['blanks in lists', 'constant a = min( 1 ,2 )', 'constant a = min(1, 2)\n'],
    ['heads', 'chip A( b:bits=4 bit,c ){}', 'chip A(b: bits = 4 bit, c) {}\n'],
    ['kinds', 'component A:adc  extends  B(c=1){}', 'component A : adc extends B(c = 1) {}\n'],
    ['counts', 'chip A { 1 / 4 x B, 3*C }', 'chip A { 1/4 × B, 3 × C }\n'],
    ['numbers and units', 'constant a = 16mW', 'constant a = 16 mW\n'],
    [
      'arrows',
      'workload W { dense a { outputs 3 }->relu->maxpool 2*2 }',
      'workload W { dense a { outputs 3 } → relu → maxpool 2 × 2 }\n',
    ],
    [
      'questions',
      'evaluate A,B( 3 ) on W{expect A.area/B.area<3 within 5%}',
      'evaluate A, B(3) on W { expect A.area / B.area < 3 within 5 % }\n',
    ],
    [
      'commas on one line',
      'component A : adc { resolution 8 bit rate 1 GHz, }',
      'component A : adc { resolution 8 bit, rate 1 GHz }\n',
    ],
    [
      'no commas at line breaks',
      'component A : adc {\nresolution 8 bit,\nrate 1 GHz }',
      'component A : adc {\n  resolution 8 bit\n  rate       1 GHz\n}\n',
    ],
    [
      'alignment up to a blank line',
      'chip A {\nnode 32 nm\n\npipeline coarse\ndataflow x\n}',
      'chip A {\n  node 32 nm\n\n  pipeline coarse\n  dataflow x\n}\n',
    ],
    [
      'alignment of layers',
      'workload W {\ninput 3\ndense a { outputs 3 }\nconv b\n}',
      'workload W {\n  input 3\n  dense a { outputs 3 }\n  conv  b\n}\n',
    ],
    [
      'indentation',
      'chip A {\ntile T {\n4 × pe P {\n1 × B\n}\n}\n}',
      'chip A {\n  tile T {\n    4 × pe P {\n      1 × B\n    }\n  }\n}\n',
    ],
    ['blocks without content', 'chip A {\n\n}', 'chip A {}\n'],
    [
      'blank lines between declarations',
      'import "a"\nimport "b"\nchip A {\n}\n\n\n\nchip B {\n1 × A\n}\nconstant c = 1\nconstant d = 2',
      'import "a"\nimport "b"\n\nchip A {}\n\nchip B {\n  1 × A\n}\n\nconstant c = 1\nconstant d = 2\n',
    ],
    [
      'doc comments',
      'chip A {\n1 × B\n}\n/** One.\n      * Two. */\nchip C {\n/** Three.\n*  Four. */\nnode 32 nm\n}',
      'chip A {\n  1 × B\n}\n\n/** One.\n * Two. */\nchip C {\n  /** Three.\n   *  Four. */\n  node 32 nm\n}\n',
    ],
    [
      'comments at the ends of lines',
      'chip A {\nnode 32 nm // a\npipeline coarse    // b\n// c\n}',
      'chip A {\n  node     32 nm  // a\n  pipeline coarse // b\n  // c\n}\n',
    ],
    [
      'line breaks inside an entry',
      'workload W {\ndense a { outputs 3 }\n→ relu\n→ maxpool 2\n}',
      'workload W {\n  dense a { outputs 3 }\n    → relu\n    → maxpool 2\n}\n',
    ],
    [
      'blocks too long for one line',
      `component LongName : sar-adc { resolution 8 bit, energy-per-bit 0.2 pJ, area-per-bit 80 µm², rate 1.28 GHz }`,
      'component LongName : sar-adc {\n  resolution     8 bit\n  energy-per-bit 0.2 pJ\n  area-per-bit   80 µm²\n  rate           1.28 GHz\n}\n',
    ],
    [
      'comments between the words of a property',
      'workload W {\nconv a {\noutputs 32 // c\nkernel // c\n3 /* c */\nstride  2\n}\n}',
      'workload W {\n  conv a {\n    outputs 32 // c\n    kernel     // c\n      3 /* c */\n    stride 2\n  }\n}\n',
    ],
    [
      'comments in the head of a layer',
      'workload W {\nconv a // c\nconcat // c\n b from a, a { } /* c */\ndense   c\n}',
      'workload W {\n  conv a // c\n  concat // c\n    b from a, a {} /* c */\n  dense c\n}\n',
    ],
    [
      'comments that come to the ends of lines',
      'component A : adc { resolution 8 bit, /* c */ rate 1 GHz // c\n, /* d */ area 1 µm² }',
      'component A : adc {\n  resolution 8 bit /* c */\n  rate       1 GHz // c\n  /* d */\n  area       1 µm²\n}\n',
    ],
    [
      'declarations that come to stand on one line',
      'constant\na = 1\nchip A {\n}\nconstant b = 2\nchip B {} /* c */ chip C { // c\n1 × A }',
      'constant a = 1\nchip A {}\nconstant b = 2\nchip B {} /* c */\n\nchip C { // c\n  1 × A\n}\n',
    ],
    ['Windows line breaks', 'chip A {\r\n1 × B\r\n}', 'chip A {\r\n  1 × B\r\n}\r\n'],
    ['nothing', '', ''],
  ];
  for (const [what, before, after] of cases) {
    it(what, async () => {
      assert.equal(await formatted(before), after);
      assert.equal(await formatted(after), after);
    });
  }

  it('leaves text with syntax errors alone', async () => {
    assert.equal(await formatted('chip A { node'), undefined);
    const edits = await inEditor('chip   A { node', cursor =>
      cursor.pim.language.lsp.Formatter!.formatDocument(cursor.document, { ...at(cursor), options }),
    );
    assert.deepEqual(edits, []);
  });

  for (const [path, text] of readLibrary()) {
    it(`leaves library file ${path} as it is`, async () => assert.equal(await formatted(text), text));
  }

  it('makes edits that lead to the same text', async () => {
    await inEditor('chip   A {\nnode 32 nm, pipeline   coarse // x\n1 x B }  ', async cursor => {
      const { document } = cursor;
      const edits = await cursor.pim.language.lsp.Formatter!.formatDocument(document, {
        ...at(cursor),
        options,
      });
      assert.equal(applied(document, edits), formatText(document));
    });
  });

  it('keeps to the range asked for', async () => {
    await inEditor('chip   A {}\n\nchip   B {}\n', async cursor => {
      const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
      const edits = await cursor.pim.language.lsp.Formatter!.formatDocumentRange(cursor.document, {
        ...at(cursor),
        options,
        range,
      });
      assert.equal(applied(cursor.document, edits), 'chip   A {}\n\nchip B {}\n');
    });
  });

  it('formats a block when its brace is typed', async () => {
    await inEditor('chip   A {}\nchip   B {\nnode   32 nm\n}<|>\n', async cursor => {
      const edits = await cursor.pim.language.lsp.Formatter!.formatDocumentOnType(cursor.document, {
        ...at(cursor),
        options,
        ch: '}',
      });
      assert.equal(applied(cursor.document, edits), 'chip   A {}\nchip B {\n  node 32 nm\n}\n');
    });
  });

  describe('laws, for library files with other blanks', () => {
    /** A library file whose blanks, line breaks between entries and spellings are changed. */
    const disturbed = fc
      .record({ file: fc.constantFrom(...readLibrary().values()), seed: fc.infiniteStream(fc.nat(9)) })
      .map(({ file, seed }) =>
        file.replaceAll(
          /(\/\*[\s\S]*?\*\/|\/\/.*)|( +)|(\n+)|(×)/g,
          (all, comment, blanks, breaks, times, offset: number) => {
            const dice = seed.next().value!;
            if (comment) return all;
            // Behind a comment `x` is no sign, so none may stand between a count and it.
            const mayComment = blanks && !/[\d×)]/.test(file[offset - 1]!);
            if (mayComment && dice === 9 && seed.next().value! > 5) return ' /* c */ ';
            // A bracket that begins a line opens a count, and a sign of times there looks for one.
            const mayBreak = mayComment && !/[(*×]/.test(file[offset + all.length]!);
            if (mayBreak && dice === 8 && seed.next().value! > 6) return ' // c\n ';
            if (blanks) return ' '.repeat(1 + (dice % 3));
            if (breaks) return '\n'.repeat(1 + (dice % 4)) + ' '.repeat(dice % 5);
            return times && dice < 3 ? 'x' : all;
          },
        ),
      );
    const law = (name: string, holds: (before: LangiumDocument, after: LangiumDocument) => void) =>
      it(name, () =>
        fc.assert(
          fc.asyncProperty(disturbed, async text => {
            const after = await formatted(text);
            assert.notEqual(after, undefined);
            await inEditor(text, before =>
              inEditor(`//- /other.pim\n${after}`, other => holds(before.document, other.document)),
            );
          }),
          { numRuns: 25 },
        ),
      );

    law('twice is once', (_, after) => assert.equal(formatText(after), after.textDocument.getText()));
    law('all comments are kept', (before, after) => assert.deepEqual(commentsOf(after), commentsOf(before)));
    law('chips stay what they are', (before, after) => assert.deepEqual(chipsOf(after), chipsOf(before)));
    law('the same tokens stand in the same order', (before, after) =>
      assert.deepEqual(tokensOf(after), tokensOf(before)),
    );
  });
});

function applied({ textDocument }: LangiumDocument, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(textDocument, [...edits]);
}

const leavesOf = (document: LangiumDocument) =>
  CstUtils.flattenCst(document.parseResult.value.$cstNode!).toArray();

const commentsOf = (document: LangiumDocument) =>
  leavesOf(document)
    .filter(({ hidden }) => hidden)
    .map(({ text }) => text.replaceAll(/\s+/g, ' '));

const tokensOf = (document: LangiumDocument) =>
  leavesOf(document)
    .filter(({ hidden, text }) => !hidden && text !== ',')
    .map(({ tokenType, text }) => (tokenType.name === '×' ? '×' : text));

/** Everything about the chips of a file but where it stands. */
function chipsOf(document: LangiumDocument): unknown {
  const chips = (document.parseResult.value as ast.Document).declarations
    .filter(ast.isBlock)
    .map(block => elaborate(block).chip);
  return JSON.parse(JSON.stringify(chips, (key, value: unknown) => (key === 'origin' ? undefined : value)));
}
