import assert from 'node:assert/strict';
import { readLibrary } from '../../../language/main/library-files.ts';
import { expectClean, expectProblem, fixedText } from '../../support/check.ts';
import { testPim } from '../../support/pim.ts';

/** A file as people write it; each case changes one thing in it and expects one message, at the place marked. */
const fine = `import "pim:devices/rram"
import "pim:components"

constant arrays = 16

component Mine : adc {
  resolution 8 bit
  rate       1.2 GHz
  power      1.5 mW
  area       1200 µm²
}

component Buffer extends EDRAM {
  power 20 mW
}

chip Small {
  node      32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow  analog-accumulation

  pe PE {
    arrays × crossbar {
      size    128 × 128
      cell    RRAM
      weights differential
      read    100 ns
      1 × Array1Bit
      128 × DAC4Bit
      144 × AnalogSampleHold
      1 × NNSA
    }
    4 × Mine
  }

  tile Tile {
    4 × PE
    1 × Buffer
    1/4 × Router
  }

  280 × Tile
}

workload Tiny {
  input 1 × 28 × 28
  conv c1 { outputs 16, kernel 3, padding same } → relu → maxpool 2
  dense d1 { outputs 10 }
}

// allow bandwidth-exceeded: a network this small is for trying things out
// allow cells-mostly-empty: likewise
evaluate Small on Tiny {
  chips 4
  expect Small.area < 900 mm² within 5 %
}
`;

/** What is written instead of what, marked where the message points, the rule and the message. */
type Case = readonly [was: string, is: string, code: string, message: string];

const instead = (word: string, meant: string) =>
  ['lexing-error', `\`${word}\` cannot stand here; did you mean \`${meant}\`?`] as const;
const unclosed = (head: string) =>
  ['lexing-error', `expected \`}\`; what \`${head} {\` begins does not end`] as const;
const unopened = (head: string) => ['lexing-error', `expected \`{\` after \`${head}\``] as const;
const needs = (name: string, value: string) =>
  ['missing-value', `\`${name}\` needs a value, for example \`${name} ${value}\``] as const;
const unknown = (name: string, meant: string) =>
  ['unknown-name', `unknown name \`${name}\`; did you mean \`${meant}\`?`] as const;
const property = (name: string, meant: string) =>
  ['unknown-property', `unknown property \`${name}\`; did you mean \`${meant}\`?`] as const;
const nothingAt = (path: string, meant: string) =>
  ['unknown-import', `nothing is found at "${path}"; did you mean \`${meant}\`?`] as const;

const cases: Readonly<Record<string, readonly Case[]>> = {
  'a misspelt keyword': [
    ['import "pim:comp', '<|imprt|> "pim:comp', ...instead('imprt', 'import')],
    ['constant arrays', '<|constnat|> arrays', ...instead('constnat', 'constant')],
    ['component Mine', '<|componnet|> Mine', ...instead('componnet', 'component')],
    ['Buffer extends', 'Buffer <|extend|>', ...instead('extend', 'extends')],
    ['chip Small', '<|chp|> Small', ...instead('chp', 'chip')],
    ['pe PE {', '<|pee|> PE {', ...instead('pee', 'pe')],
    ['tile Tile', '<|tlie|> Tile', ...instead('tlie', 'tile')],
    ['arrays × crossbar', 'arrays × <|crosbar|>', ...unknown('crosbar', 'crossbar')],
    ['workload Tiny', '<|worklod|> Tiny', ...instead('worklod', 'workload')],
    ['input 1', '<|inptu|> 1', ...instead('inptu', 'input')],
    ['evaluate Small', '<|evalute|> Small', ...instead('evalute', 'evaluate')],
    ['Small on Tiny', 'Small <|onn|> Tiny', ...instead('onn', 'on')],
    ['expect Small', '<|exepct|> Small', ...instead('exepct', 'expect')],
    ['within 5', '<|withn|> 5', ...instead('withn', 'within')],
  ],
  'a missing brace': [
    ['1200 µm²\n}', '1200 µm²<||>', ...unclosed('component Mine : adc')],
    ['20 mW\n}', '20 mW<||>', ...unclosed('component Buffer extends EDRAM')],
    ['1 × NNSA\n    }', '1 × NNSA<||>', ...unclosed('arrays × crossbar')],
    ['4 × Mine\n  }', '4 × Mine<||>', ...unclosed('pe PE')],
    ['Router\n  }', 'Router<||>', ...unclosed('tile Tile')],
    ['280 × Tile\n}', '280 × Tile<||>', ...unclosed('chip Small')],
    ['outputs 8 bit }', 'outputs 8 bit<||>', ...unclosed('precision')],
    ['padding same }', 'padding same<||>', ...unclosed('conv c1')],
    ['outputs 10 }\n}', 'outputs 10 }<||>', ...unclosed('workload Tiny')],
    ['5 %\n}', '5 %<||>', ...unclosed('evaluate Small on Tiny')],
    ['component Mine : adc {', 'component Mine : adc<||>', ...unopened('component Mine : adc')],
    ['chip Small {', 'chip Small<||>', ...unopened('chip Small')],
    ['pe PE {', 'pe PE<||>', ...unopened('pe PE')],
    ['arrays × crossbar {', 'arrays × crossbar<||>', ...unopened('arrays × crossbar')],
    ['workload Tiny {', 'workload Tiny<||>', ...unopened('workload Tiny')],
    ['on Tiny {', 'on Tiny<||>', ...unopened('evaluate Small on Tiny')],
    ['280 × Tile\n}', '280 × Tile\n}\n<|}|>', 'lexing-error', '`}` closes nothing; no `{` is open here'],
  ],
  'a missing unit': [
    [
      'node      32 nm',
      'node      <|32|>',
      'dimension-mismatch',
      '`node` must be a length, for example `32 nm`; this is a plain number',
    ],
    [
      '1.2 GHz',
      '<|1.2|>',
      'dimension-mismatch',
      '`rate` must be a frequency, for example `1 GHz`; this is a plain number',
    ],
    [
      'read    100 ns',
      'read    <|100|>',
      'dimension-mismatch',
      '`read` must be a time, for example `100 ns`; this is a plain number',
    ],
    [
      '900 mm²',
      '<|900|>',
      'dimension-mismatch',
      'the left side is an area, the right side a plain number (900); both must measure the same',
    ],
  ],
  'a wrong import path': [
    ['"pim:components"', '<|"pim:component"|>', ...nothingAt('pim:component', 'pim:components')],
    ['"pim:devices/rram"', '<|"pim:device/rram"|>', ...nothingAt('pim:device/rram', 'pim:devices/rram')],
  ],
  'a renamed definition': [
    ['component Mine :', 'component Mien :', ...unknown('Mine', 'Mien')],
    ['extends EDRAM', 'extends <|EDRM|>', ...unknown('EDRM', 'EDRAM')],
    ['cell    RRAM', 'cell    <|RRM|>', ...unknown('RRM', 'RRAM')],
    ['constant arrays', 'constant array', ...unknown('arrays', 'array')],
    ['pe PE', 'pe PR', ...unknown('PE', 'PR')],
    ['tile Tile', 'tile Tiles', ...unknown('Tile', 'Tiles')],
    ['chip Small', 'chip Smal', ...unknown('Small', 'Smal')],
    ['workload Tiny', 'workload Tny', ...unknown('Tiny', 'Tny')],
  ],
  'a wrong level': [
    ['tile Tile', '<|chip|> Tile', 'level-order', 'a chip stands at the top of a file, not inside a block'],
    [
      '    4 × Mine',
      '    4 × Mine\n    1 × <|Tile|>',
      'cyclic-definition',
      'Tile contains itself; a block only holds what comes below it',
    ],
  ],
  'a missing required property': [
    [
      'component Mine : adc {\n  resolution 8 bit\n',
      'component <|Mine|> : adc {\n',
      'missing-property',
      'Mine needs `resolution`: bits of one conversion. For example `resolution 8 bit`',
    ],
    [
      'chip Small {\n  node      32 nm\n',
      'chip <|Small|> {\n',
      'missing-property',
      'Small needs `node`: technology node. For example `node 32 nm`',
    ],
    [
      'crossbar {\n      size    128 × 128\n',
      '<|crossbar|> {\n',
      'missing-property',
      'the crossbar needs `size`: rows × columns. For example `size 128 × 128`',
    ],
    [
      'conv c1 { outputs 16, kernel 3, ',
      '<|conv|> c1 { outputs 16, ',
      'missing-property',
      'c1 needs `kernel`: height × width of the window; one number means a square. For example `kernel 3`',
    ],
  ],
  'a misspelt property': [
    ['rate  ', '<|rat|>  ', ...property('rat', 'rate')],
    ['resolution', '<|resolutoin|>', ...property('resolutoin', 'resolution')],
    ['node  ', '<|nod|>  ', ...property('nod', 'node')],
    ['precision', '<|precisoin|>', ...property('precisoin', 'precision')],
    ['{ inputs', '{ <|input|>', ...property('input', 'inputs')],
    ['size  ', '<|sise|>  ', ...property('sise', 'size')],
    ['kernel', '<|kernal|>', ...property('kernal', 'kernel')],
    ['chips 4', '<|chip|> 4', 'unknown-property', 'unknown setting `chip`; did you mean `chips`?'],
  ],
  'a wrong dimension': [
    [
      '1.2 GHz',
      '<|1.2 ns|>',
      'dimension-mismatch',
      '`rate` must be a frequency, for example `1 GHz`; this is a time',
    ],
    [
      'inputs 8 bit',
      'inputs <|8 nm|>',
      'dimension-mismatch',
      '`inputs` must be a number of bits, for example `8 bit`; this is a length',
    ],
    [
      'arrays = 16',
      'arrays = 16 bit',
      'dimension-mismatch',
      'a count must be a plain number; this is a number of bits',
    ],
  ],
  'a missing value': [
    ['rate       1.2 GHz', '<|rate|>', ...needs('rate', '1 GHz')],
    ['resolution 8 bit', '<|resolution|>', ...needs('resolution', '8 bit')],
    ['node      32 nm', '<|node|>', ...needs('node', '32 nm')],
    ['dataflow  analog-accumulation', '<|dataflow|>', ...needs('dataflow', 'digital-accumulation')],
    ['size    128 × 128', '<|size|>', ...needs('size', '128 × 128')],
    ['read    100 ns', '<|read|>', ...needs('read', '100 ns')],
    ['inputs 8 bit', '<|inputs|>', ...needs('inputs', '8 bit')],
    ['kernel 3', '<|kernel|>', ...needs('kernel', '3')],
    ['chips 4', '<|chips|>', ...needs('chips', '10')],
    ['128 × 128', '128 ×<||>', 'lexing-error', 'expected a value after `size 128 ×`'],
    ['= 16', '=<||>', 'parsing-error', 'expected a value, found `component`'],
    ['4 × PE', '<|×|> PE', 'lexing-error', 'expected how many before `×`, for example `4 ×`'],
    ['4 × PE', '4 ×<||>', 'lexing-error', 'expected a component or block after `4 ×`'],
    ['< 900 mm² within 5 %', '<<||>', 'parsing-error', 'expected a value, found `}`'],
  ],
  'what other languages write': [
    [
      'rate       1.2 GHz',
      'rate <|=|> 1.2 GHz',
      'lexing-error',
      'no `=` stands between a property and its value, as in `rate 1 GHz`',
    ],
    [
      'node      32 nm',
      'node<|:|> 32 nm',
      'lexing-error',
      'no `:` stands between a property and its value, as in `rate 1 GHz`',
    ],
  ],
};

describe('a slip of the pen', () => {
  it('is not in the text the cases start from', () => expectClean(fine));

  for (const [what, all] of Object.entries(cases))
    describe(`such as ${what}`, () => {
      for (const [was, is, code, message] of all)
        it(`in ${is.trim().split('\n')[0]} is told once: ${message}`, () =>
          expectProblem(marked(was, is, message), code, message));
    });

  describe('that is told with a fix', () => {
    for (const [was, is, code] of Object.values(cases).flat())
      if (code === 'lexing-error' && !/×<\|\||<\|×/.test(is))
        it(`in ${is.trim().split('\n')[0]} is mended by it`, async () => {
          const slip = fine.replace(was, is.replaceAll(/<\||\|>/g, ''));
          assert.equal(squeezed(await fixedText(slip)), squeezed(fine));
        });
  });

  it('is seen in no text without one', async () => {
    const { Lexer } = (await testPim()).language.parser;
    const kinds = (text: string, mode: 'full' | 'partial') =>
      Lexer.tokenize(text, { mode }).tokens.map(({ tokenType }) => tokenType.name);
    for (const [path, text] of readLibrary()) {
      const flat = text.replaceAll(/^ +/gm, '');
      for (const each of [text, flat]) assert.deepEqual(kinds(each, 'full'), kinds(each, 'partial'), path);
    }
  });

  it('where blocks are not indented closes them at the end', () =>
    expectProblem(
      'component A : adc {\nresolution 8 bit\n}\ntile T {\n4 × A<||>\n',
      'lexing-error',
      'expected `}`; what `tile T {` begins does not end',
    ));

  it('leaves a value on a line of its own to the name above it', () =>
    expectClean('component A : adc {\n  resolution\n    8 bit\n  rate // of one\n  1 GHz\n}'));
});

/** The text with the change; where the place of the message lies elsewhere, it is the first use of the name in it. */
function marked(was: string, is: string, message: string): string {
  const changed = fine.replace(was, is);
  if (changed.includes('<|')) return changed;
  const name = /^unknown name `(\w+)`/.exec(message)?.[1] ?? 'arrays';
  return changed.replace(new RegExp(`(×|on|evaluate) ${name}\\b|${name} ×`), use =>
    use.replace(name, `<|${name}|>`),
  );
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
