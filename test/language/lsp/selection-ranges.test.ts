import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../language/lsp/selection-ranges.ts';
import { inEditor } from '../../support/editor.ts';

/** The texts that a selection at the cursor grows to. */
const grown = (marked: string): Promise<string[]> =>
  inEditor(marked, ({ document, position, pim }) => {
    const [found] = selectionRanges(document, [position], pim.language.parser.Lexer);
    const texts: string[] = [];
    for (let each: SelectionRange | undefined = found; each; each = each.parent)
      texts.push(document.textDocument.getText(each.range));
    return texts;
  });

describe('a selection', () => {
  it('grows from the word to the file', async () => {
    const text = 'import "a"\n\n/** Chip. */\nchip C {\n  tile T { size 2 * ro<|>ws, read 1 ns }\n}\n';
    assert.deepEqual(await grown(text), [
      'rows',
      '2 * rows',
      'size 2 * rows',
      'size 2 * rows, read 1 ns',
      '{ size 2 * rows, read 1 ns }',
      'tile T { size 2 * rows, read 1 ns }',
      '{\n  tile T { size 2 * rows, read 1 ns }\n}',
      'chip C {\n  tile T { size 2 * rows, read 1 ns }\n}',
      '/** Chip. */\nchip C {\n  tile T { size 2 * rows, read 1 ns }\n}',
      'import "a"\n\n/** Chip. */\nchip C {\n  tile T { size 2 * rows, read 1 ns }\n}',
      'import "a"\n\n/** Chip. */\nchip C {\n  tile T { size 2 * rows, read 1 ns }\n}\n',
    ]);
  });

  const cases: [what: string, marked: string, grown: string[]][] = [
    [
      'knows which operation binds more tightly',
      'constant a = 1 + 2 * b<|> ^ 3 - 4',
      ['b', 'b ^ 3', '2 * b ^ 3', '1 + 2 * b ^ 3', '1 + 2 * b ^ 3 - 4', 'constant a = 1 + 2 * b ^ 3 - 4'],
    ],
    [
      'takes parentheses together with what they hold',
      'constant a = 2 * (b<|> + 3)',
      ['b', 'b + 3', '(b + 3)', '2 * (b + 3)', 'constant a = 2 * (b + 3)'],
    ],
    [
      'takes a number with its unit',
      'constant a = 2 <|>mW + b',
      ['mW', '2 mW', '2 mW + b', 'constant a = 2 mW + b'],
    ],
    [
      'grows through arguments and calls',
      'constant a = max(1, b<|>)',
      ['b', 'max(1, b)', 'constant a = max(1, b)'],
    ],
    [
      'grows through conditions',
      'component A(n: bits) : adc { if n<|> > 2 bit and n < 4 bit { rate 1 GHz } }',
      [
        'n',
        'n > 2 bit',
        'n > 2 bit and n < 4 bit',
        'if n > 2 bit and n < 4 bit { rate 1 GHz }',
        '{ if n > 2 bit and n < 4 bit { rate 1 GHz } }',
        'component A(n: bits) : adc { if n > 2 bit and n < 4 bit { rate 1 GHz } }',
      ],
    ],
    [
      'grows in the path of an import by words',
      'import "pim:chi<|>ps"',
      ['chips', 'pim:chips', '"pim:chips"', 'import "pim:chips"'],
    ],
    [
      'grows in a comment by words, lines and the whole',
      'chip C {\n  /* One.\n   * Two th<|>ree.\n   */\n  read 1 ns\n}',
      [
        'three',
        'Two three.',
        '/* One.\n   * Two three.\n   */',
        '/* One.\n   * Two three.\n   */\n  read 1 ns',
        '{\n  /* One.\n   * Two three.\n   */\n  read 1 ns\n}',
        'chip C {\n  /* One.\n   * Two three.\n   */\n  read 1 ns\n}',
      ],
    ],
    [
      'grows in a comment at the end of a line',
      'constant a = 1 // on<|>e two\n',
      ['one', 'one two', '// one two', 'constant a = 1 // one two\n'],
    ],
    ['begins between words with what is around', 'chip C {<|>  }', ['{', '{  }', 'chip C {  }']],
    ['is the file where nothing else is', '\n<|>\n', ['\n\n']],
    ['is nothing in a file without text', '<|>', ['']],
  ];
  for (const [what, marked, expected] of cases)
    it(what, async () => assert.deepEqual(await grown(marked), expected));
});
