import assert from 'node:assert/strict';
import type { LangiumDocument } from 'langium';
import {
  diagnosticsOf,
  expectAmong,
  expectClean,
  expectFix,
  expectProblem,
  messageOf,
} from '../../support/check.ts';
import { changeFile, withFiles } from '../../support/pim.ts';

describe('incomplete-evaluation', () => {
  it('rejects a block that is no chip', () =>
    expectProblem(
      'tile T { }\nworkload W { input 3, dense d { outputs 2 } }\nevaluate <|T|> on W',
      'incomplete-evaluation',
      'T is a tile; only a chip can be evaluated',
    ));

  it('rejects a question about a chip that is not evaluated', () =>
    expectProblem(
      question('expect <|ISAAC|>.area < 90 mm²'),
      'incomplete-evaluation',
      'ISAAC is not among the chips evaluated here; name it before `on`',
    ));

  it('rejects a question about a workload that is not evaluated', () =>
    expectProblem(
      question('expect NeuralPIM.area on <|AlexNet|> < 90 mm²'),
      'incomplete-evaluation',
      'AlexNet is not among the workloads evaluated here; name it after `on`',
    ));

  it('adds what a question is about to what is evaluated', () =>
    expectFix(
      'import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on VGG16 { chips 8, expect ISAAC.area < 90 mm² }',
      'incomplete-evaluation',
      'Evaluate `ISAAC` here too',
      'import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM, ISAAC on VGG16 { chips 8, expect ISAAC.area < 90 mm² }',
    ));

  it('rejects normalisation to a chip that is not evaluated', () =>
    expectProblem(
      question('normalise area to <|ISAAC|>'),
      'incomplete-evaluation',
      'ISAAC is not among the chips evaluated here; name it before `on`',
    ));

  it('rejects a metric outside an evaluation', () =>
    expectProblem(
      'import "pim:chips/neural-pim"\nconstant a = <|NeuralPIM.area|>',
      'incomplete-evaluation',
      'a metric is only known inside an `evaluate`, in `claim` and `expect`',
    ));

  it('rejects a workload that has errors in another file', () =>
    expectAmong(
      `//- /parts.pim
workload Open { input 3 × 8 × 8, conv c { outputs 2, kernel 9 } }
//- /main.pim
import "parts"
import "pim:chips/neural-pim"
evaluate NeuralPIM on Open
`,
      'error incomplete-evaluation: Open cannot be evaluated: c: a 9 × 9 window does not fit an input of 8 × 8',
    ));

  it('rejects a chip that has errors in another file, and says the first', () =>
    expectAmong(
      `//- /parts.pim
chip Half { node 32 nm }
//- /main.pim
import "parts"
workload W { input 10, dense d { outputs 10 } }
evaluate Half on W
`,
      'error incomplete-evaluation: Half cannot be evaluated: Half needs `precision`: widths of inputs, weights and outputs. For example `precision { inputs 8 bit, weights 8 bit, outputs 8 bit }`',
    ));

  describe('of a file that could not be checked', () => {
    const half = 'chip Half { node 32 nm }\n';
    const chain = Array.from({ length: 6000 }, (_, index) => `constant a${index + 1} = a${index} + 1\n`);
    const endless = `${half}constant a0 = 1\n${chain.join('')}`;
    const files = `//- /main.pim
import "parts"
workload W { input 10, dense d { outputs 10 } }
evaluate Half on W
//- /parts.pim
`;
    const about = (main: LangiumDocument) => diagnosticsOf(main).map(messageOf);

    it('is said to be such, until it can be', () =>
      withFiles(files + endless, async ([main, parts], pim) => {
        assert.deepEqual(about(parts!), ['this file nests too deeply to be checked; give inner parts names']);
        assert.deepEqual(about(main!), ['Half cannot be evaluated: its file could not be checked']);
        await changeFile('/parts.pim', half, pim);
        assert.match(about(main!).join('\n'), /^Half cannot be evaluated: Half needs `precision`: [^\n]+$/);
      }));
  });

  describe('of a chip with arguments', () => {
    const chip = `import "pim:devices/rram"
import "pim:components"
import "pim:networks"
chip Small(size: length, width: bits = 8 bit, kind = 1) {
  node      size
  precision { inputs width, weights 8 bit, outputs 8 bit }
  dataflow  analog-accumulation
  if kind = 1 {
    tile Tile {
      64 × crossbar { size 128 × 128, cell RRAM, weights differential, read 100 ns, 128 × DAC4Bit }
    }
    80 × Tile
  }
}
`;
    it('says what keeps it from being made', () =>
      expectAmong(
        `${chip}evaluate Small(32 nm, kind = 2) on AlexNet`,
        'error incomplete-evaluation: Small(32 nm, kind = 2) cannot be evaluated: Small has no crossbar, for example `8 × crossbar { … }`',
      ));

    it('says which value it needs and does not get', () =>
      expectAmong(
        `${chip}evaluate Small(32 nm, width = 2 ns) on AlexNet`,
        'error incomplete-evaluation: Small(32 nm, width = 2 ns) cannot be evaluated: `inputs` of precision of Small has no value',
      ));

    it('says that about one that gets no argument', () =>
      expectAmong(
        `${chip}evaluate Small(width = 2 bit) on AlexNet`,
        'error incomplete-evaluation: Small(width = 2 bit) cannot be evaluated: `node` of Small has no value',
      ));
  });

  it('accepts questions about what is evaluated', () =>
    expectClean(question('expect NeuralPIM.area on VGG16 < 90 mm²')));
});

function question(text: string): string {
  return `import "pim:chips"
    import "pim:networks"
    evaluate NeuralPIM on VGG16 { chips 8, ${text} }`;
}
