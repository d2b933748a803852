import assert from 'node:assert/strict';
import { at, inEditor } from '../../support/editor.ts';

/** The text with what happens at each line beside it: `>imports` where a fold begins, `<` where it ends. */
const folded = (text: string): Promise<string[]> =>
  inEditor(text, async cursor => {
    const ranges = await cursor.pim.language.lsp.FoldingRangeProvider!.getFoldingRanges(
      cursor.document,
      at(cursor),
    );
    return text.split('\n').map((line, index) => {
      const begins = ranges.filter(({ startLine }) => startLine === index).map(({ kind = '' }) => `>${kind}`);
      const ends = ranges.filter(({ endLine }) => endLine === index).map(() => '<');
      return [line, ...ends, ...begins].join(' ').trimEnd();
    });
  });

describe('folding', () => {
  const cases: [what: string, lines: string[]][] = [
    [
      'takes blocks inside blocks, and leaves closing braces in sight',
      ['chip C { >', '  tile T { >', '    1 × A <', '  } <', '}'],
    ],
    ['takes the imports as one', ['import "a" >imports', 'import B,', '  C', 'from "b" <', '', 'chip C {}']],
    ['takes comments over lines', ['/** One >comment', ' *  two <', ' *  three */', 'chip C {}']],
    [
      'takes lines of comments that follow each other',
      ['// one >comment', '// two', '// three <', '', '// four', 'chip C {}'],
    ],
    ['leaves comments beside code alone', ['chip C { >', '  read 1 ns // one', '  // two <', '}']],
    [
      'takes both braces of an `if`',
      [
        'component A : adc { >',
        '  if 1 > 2 { >',
        '    rate 1 GHz <',
        '  } else { >',
        '    rate 2 GHz <',
        '  } <',
        '}',
      ],
    ],
    [
      'takes lists and parameters over lines',
      ['constant a = [ >', '  1,', '  2, <', ']', 'chip C( >', '  n: count = 1, <', ') {}'],
    ],
    [
      'takes workloads and evaluations',
      ['workload W { >', '  input 1 <', '}', 'evaluate A on W { >', '  chips 2 <', '}'],
    ],
    [
      'takes regions, which may stand inside each other',
      [
        '// #region parts >region',
        'component A : adc',
        '// #region cells >region',
        'component B : cell',
        '// #endregion <',
        '// #endregion <',
      ],
    ],
    [
      'does not mind brackets that are never closed',
      ['chip C {', '  tile T(n: count { >', '    1 × A <', '  }'],
    ],
    [
      'does not mind what is closed and was never opened',
      ['}', '// #endregion', 'chip C { >', '  read 1 ns <', '}'],
    ],
    ['begins one fold on a line, the largest', ['chip C { tile T { >', '  1 × A', '  } <', '}']],
    ['takes nothing that stands on one line', ['chip C { tile T { } }', '/** One. */', 'import "a"']],
  ];
  for (const [what, lines] of cases)
    it(what, async () => {
      const text = lines.map(line => line.replace(/( <| >\w*)+$/, '')).join('\n');
      assert.deepEqual(await folded(text), lines);
    });
});
