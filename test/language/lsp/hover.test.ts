import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { at, inEditor } from '../../support/editor.ts';

function hover(marked: string): Promise<string> {
  return inEditor(marked, async cursor => {
    const found = await cursor.pim.language.lsp.HoverProvider!.getHoverContent(cursor.document, at(cursor));
    return (found?.contents as MarkupContent | undefined)?.value ?? '';
  });
}

const chip = `import "pim:devices/rram"
import "pim:components/isaac-32nm"
/** A chip of one tile. */
chip C(arrays: count = 8) {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow digital-accumulation
  arrays × crossbar {
    size 128 × 128
    cell RRAM
    weights differential
    read 100 ns
    1 × Array1Bit
    128 × DAC
  }
  2 × ADC { resolution 8 bit }
  4 × ShiftAdd
}
`;

describe('hover', () => {
  const cases: [what: string, marked: string, ...expected: RegExp[]][] = [
    [
      'works out a value',
      'component A : adc { pow<|>er 16 mW / 8 }',
      /power 16 mW \/ 8 = 2 mW/,
      /Power of one instance/,
    ],
    ['follows parameters', 'component A(n: count = 4) : adc { pow<|>er 8 mW / n }', /8 mW \/ n = 2 mW/],
    [
      'says the source of a number',
      '/** Source: table 1 */\ncomponent A : adc { pow<|>er 1 mW }',
      /\*Source:\* table 1\./,
    ],
    [
      'says the source above a comment of another kind',
      '/** Source: table 1 */\n// allow power-without-rate: a placeholder\ncomponent <|>A : adc { power 1 mW }',
      /\*Source:\* table 1\./,
    ],
    [
      'says what a property takes',
      'component A : adc { resol<|>ution 8 bit }',
      /at least 1 bit, at most 64 bit, whole · required/,
    ],
    [
      'shows a component with its cost',
      'component <|>A : adc { rate 1 GHz, power 2 mW }',
      /\| energy of an action \| 2 pJ \|/,
    ],
    ['shows a kind', 'component A : <|>adc {}', /Analog-to-digital converter/],
    [
      'shows the law a number follows from, with numbers of the place of use',
      chip
        .replace('4 × ShiftAdd', '4 × ShiftAdd\n  1 × S<|>RAM { capacity 2 KiB, width 256 bit }')
        .replace('isaac-32nm', 'isaac-32nm"\nimport "pim:components/parametric'),
      /\| energy of an action \| 177 fJ \|/,
      /\*Law:\* energy of an access = √capacity × \(line-energy \+ width × bit-energy\)/,
      /\*Source:\* CACTI 7/,
    ],
    [
      'says that the table wins over a law',
      'component <|>A : link { energy-per-bit 2 pJ, energy 3 pJ }',
      /\*Table:\* `energy` wins over `energy-per-bit`\./,
    ],
    [
      'shows a law that waits for what a use says',
      'component <|>A : bus { pitch 0.3 µm }',
      /\*Law, once `length` is stated:\* area = width × pitch × length/,
    ],
    [
      'says where the numbers of what it extends come from',
      'import "pim:components/parametric"\n/** Ours. */\ncomponent <|>Mine extends SRAM { capacity 1 KiB }',
      /Ours\./,
      /\*Source:\* CACTI 7/,
    ],
    [
      'counts a part on the whole chip',
      chip.replace('128 × DAC', '128 × <|>DAC'),
      /1,024 on C/,
      /peak power \| 3\.91 µW \| 4 mW/,
    ],
    [
      'shows a chip',
      chip.replace('chip C', 'chip <|>C'),
      /A chip of one tile/,
      /\| arrays \| 8 \|/,
      /peak throughput/,
    ],
    [
      'says which resolution is needed',
      chip.replace('resolution', 'res<|>olution'),
      /C needs 8 bit for `digital-accumulation`/,
    ],
    [
      'explains a word',
      chip.replace('differential', 'diff<|>erential'),
      /`differential`: positive and negative parts/,
    ],
    [
      'explains a dataflow',
      chip.replace('digital-acc', 'digital<|>-acc'),
      /How partial sums become digital results/,
    ],
    [
      'shows a layer as a matrix',
      'workload W {\n  input 3 × 8 × 8\n  <|>conv c { outputs 4, kernel 3 }\n}',
      /matrix \| 27 × 4/,
      /3 × 8 × 8 → 4 × 6 × 6/,
      /MACs \| 3,888/,
    ],
    ['shows a step', 'workload W {\n  input 8\n  dense d { outputs 4 } → re<|>lu\n}', /operations \| 4 \|/],
    [
      'sums a workload',
      'import "pim:networks/alexnet"\nchip C {}\nevaluate C on Alex<|>Net',
      /weights \| 61,090,496/,
    ],
    [
      'shows a constant',
      'constant k = 2 * 3 mW\ncomponent A : adc { power <|>k }',
      /k = 2 \* 3 mW = 6 mW/,
      /constant/,
    ],
    ['shows a parameter', 'chip C(n: count = 4) { <|>n × crossbar {} }', /n: count = 4/, /parameter of C/],
    [
      'explains a metric',
      'chip C {}\nevaluate C on W { expect C.peak<|>Power < 3 W }',
      /\*\*Peak power\*\*, a power · lower is better/,
    ],
    ['explains a unit', 'component A : buffer { capacity 64 Ki<|>B }', /`KiB`, a unit of bits/],
    ['explains a function', 'constant k = mi<|>n(1, 2)', /min\(a, b, …\)/],
    ['explains a keyword', 'eval<|>uate C on W', /Evaluates chips on workloads/],
    ['explains a setting', 'evaluate C on W { chi<|>ps 16 }', /Chips every design gets/],
    ['lists what an import brings', 'import "pim:devices/<|>rram"', /`RRAM` A resistive memory cell/],
  ];
  for (const [what, marked, ...expected] of cases) {
    it(what, async () => {
      const text = await hover(marked);
      for (const each of expected) assert.match(text, each);
    });
  }

  it('says nothing of comments and blanks', async () => {
    assert.equal(await hover('// com<|>ment'), '');
    assert.equal(await hover('chip C {\n<|>\n}'), '');
  });
});
