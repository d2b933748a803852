import assert from 'node:assert/strict';
import { AstUtils, GrammarAST } from 'langium';
import { keywordDocs } from '../../../language/lsp/words.ts';
import { expectHover, expectInHover, hover } from '../../support/hover.ts';
import { testPim } from '../../support/pim.ts';

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
      /\| energy per conversion \| 2 pJ \|/,
    ],
    ['shows a kind', 'component A : <|>adc {}', /Analog-to-digital converter/],
    [
      'shows the law a number follows from, with numbers of the place of use',
      chip
        .replace('4 × ShiftAdd', '4 × ShiftAdd\n  1 × S<|>RAM { capacity 2 KiB, width 256 bit }')
        .replace('isaac-32nm', 'isaac-32nm"\nimport "pim:components/parametric'),
      /\| energy per byte \| 177 fJ \|/,
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
    ['lists what an import brings', 'import "pim:devices/<|>rram"', /- `RRAM`: A resistive memory cell/],
  ];
  for (const [what, marked, ...expected] of cases) {
    it(what, () => expectInHover(marked, ...expected));
  }

  describe('of a property', () => {
    it('puts numbers in place of names, and says what these stand for', () =>
      expectHover(
        'constant total = 8 mW\ncomponent A(n: count = 4) : adc { pow<|>er total / n }',
        'power total / n = 8 mW / 4 = 2 mW',
        '`total` = 8 mW: constant, [line 1](file:///test.pim#L1)  \n`n` = 4: parameter of A, default',
        'Power of one instance when busy all the time.',
        'a power above 0',
      ));

    it('says what it overrides, with the value it would have here', () =>
      expectInHover(
        'component A(n: count = 4) : adc { power 8 mW / n }\ncomponent B extends A(2) {\n  pow<|>er 3 mW\n}',
        /Overrides `power 4 mW` of A \(\[line 1\]\(file:\/\/\/test\.pim#L1\)\)\./,
      ));

    it('says what it overrides in the braces of a part', () =>
      expectInHover(
        chip.replace('{ resolution', '{ <|>resolution'),
        /Overrides `resolution 8 bit` of ADC \(pim:components\/isaac-32nm, line \d+\)\./,
      ));

    it('says what it overrides in a group of a chip that is extended', () =>
      expectInHover(
        `${chip}chip D extends C { precision { <|>weights 4 bit } }`,
        /Overrides `weights 8 bit` of C \(\[line 6\]/,
      ));

    it('says what it overrides in a block of a chip that is extended', () =>
      expectInHover(
        'chip A { crossbar X { read 1 ns } }\nchip B extends A { crossbar X { r<|>ead 2 ns } }',
        /Overrides `read 1 ns` of X \(\[line 1\]/,
      ));

    it('says what it overrides in a part that is said anew', () =>
      expectInHover(
        'component A : adc { power 2 mW }\nchip C { 1 × A { power 3 mW } }\nchip D extends C { 1 × A { <|>power 4 mW } }',
        /Overrides `power 3 mW` of C \(\[line 2\]/,
      ));

    it('asks the conditions above it with the values that hold here', () =>
      expectInHover(
        'chip A(n: count = 1) {\n  crossbar X { read 1 ns, if n > 2 { read 2 ns } }\n}\nchip B extends A(3) { crossbar X { r<|>ead 3 ns } }',
        /Overrides `read 2 ns` of X \(\[line 2\]/,
      ));

    it('says what an `if` puts in its place', () =>
      expectInHover(
        'component A(n: count = 4) : adc {\n  pow<|>er 1 mW\n  if n > 3 { power 2 mW }\n}',
        /Not in force: `power 2 mW` of A \(\[line 3\].*\) wins\./,
      ));

    it('says that the condition around it does not hold', () =>
      expectInHover(
        'component A(n: count = 2) : adc {\n  if n > 3 { pow<|>er 2 mW }\n}',
        /Not in force: the condition around it does not hold with the defaults\./,
      ));
  });

  it('of a member says where it is stated', () =>
    expectInHover(
      'import "pim:components/isaac-32nm"\nconstant e = EDRAM.po<|>wer',
      /EDRAM\.power 20\.7 mW/,
      /Stated in pim:components\/isaac-32nm, line \d+\./,
    ));

  describe('of a condition', () => {
    const text = (at: string) => `component A(n: count = 4, how in [lean, rich] = rich) : adc {\n  ${at}\n}`;

    it('says whether it holds, and with what values', () =>
      expectHover(
        text('i<|>f n > 3 and how = rich { power 2 mW }'),
        'if n > 3 and how = rich',
        '`n` = 4: parameter of A, default  \n`how` = rich: parameter of A, default',
        'Holds with the defaults: `4 > 3 and rich = rich`.',
        'What the braces say counts only where the condition holds; it wins over what stands beside it.',
      ));

    it('says what follows for the braces after `else`', () =>
      expectInHover(
        text('if n > 3 { power 2 mW } el<|>se { power 1 mW }'),
        /Holds with the defaults: `4 > 3`\. So the braces after `else` do not count\./,
      ));

    it('says that a parameter without a default decides', () =>
      expectInHover(
        'component A(n: count) : adc { i<|>f n > 3 { power 2 mW } }',
        /Whether it holds is not known with the defaults\./,
      ));

    it('explains the words it compares', () =>
      expectInHover(
        text('if how = ri<|>ch { power 2 mW }'),
        /parameter of A: one of lean, rich, default rich/,
      ));
  });

  describe('of a list', () => {
    it('shows the values of its ranges', () =>
      expectHover('constant sizes = <|>[8 .. 32 step 8]', '[8 .. 32 step 8] = [8, 16, 24, 32]'));

    it('leaves out the middle of many', () =>
      expectHover(
        'constant siz<|>es = [1 .. 100]',
        'sizes = [1 .. 100] = [1, 2, 3, 4, 5, 6, …, 100] (100 values)',
        'constant',
      ));
  });

  it('of a calculation in another shows its own value', () =>
    expectHover('constant k = (1 mW <|>+ 2 mW) / 2', '(1 mW + 2 mW) = 3 mW'));

  it('of a parameter says its range', () =>
    expectHover(
      'component A(<|>n: bits in 1 bit .. 8 bit step 1 bit = 4 bit) : adc { resolution n }',
      'n: bits in 1 bit .. 8 bit step 1 bit = 4 bit',
      'parameter of A: 1 bit to 8 bit in steps of 1 bit, default 4 bit',
    ));

  it('of a count says what it comes to, here and on the whole chip', () =>
    expectHover(
      chip.replace('128 × DAC', '(arrays * 16) <|>× DAC'),
      '(arrays * 16) = (8 * 16) = 128 × DAC',
      '`arrays` = 8: parameter of C, default',
      '1,024 on C',
    ));

  it('of a block says what it is made of', () =>
    expectInHover(
      chip.replace('arrays × crossbar', 'arrays × cross<|>bar'),
      /\|  \| one \| 8 on C \|/,
      /\| 128 × DAC \| 500 µW \|/,
    ));

  it('of a converter that is placed says which resolution the chip around it needs', () =>
    expectInHover(
      `${chip}chip Other extends C { precision { inputs 4 bit } }`.replace('× ADC', '× A<|>DC'),
      /\n\nC needs 8 bit for `digital-accumulation`, to convert the column sum of 128 rows of 1-bit cells driven 1 bit at a time\.\n/,
    ));

  describe('of what is imported', () => {
    it('shows the definition', () =>
      expectInHover('import A<|>DC as Mine from "pim:components/isaac-32nm"', /Eight-bit converter/));

    it('shows the definition behind another name', () =>
      expectInHover('import ADC as Mi<|>ne from "pim:components/isaac-32nm"', /Eight-bit converter/));

    it('says how many files a folder has, and leaves out what is too much', () =>
      expectInHover('import "pim:<|>networks"', /A folder of 13 files\./, /… and \d+ more\./));

    it('leaves out what is private', async () =>
      assert.doesNotMatch(
        await hover(
          '//- /main.pim\nimport "<|>parts"\n//- /parts.pim\nprivate constant a = 1\nconstant b = 2\n',
        ),
        /`a`/,
      ));
  });

  describe('of what a file evaluates', () => {
    const question = `${chip}workload W {\n  input 3 × 8 × 8\n  conv c { outputs 4, kernel 3 }\n}\nevaluate C on W { chips 2 }\n`;

    it('says what a layer takes on the chips it is evaluated on', () =>
      expectInHover(
        question.replace('conv c', 'conv <|>c'),
        /\| on \| arrays of a copy \| copies \| utilisation \| time \| limited by \|/,
        /\| C \| 1 \| 12 \| 10\.5 % \| 5\.1 µs \| converters \|/,
      ));

    it('says what a network takes on the chips it is evaluated on', () =>
      expectInHover(question.replace('on W {', 'on <|>W {'), /\| C \| 1 \| 2 \|/));
  });

  it('of a unit says what a number in it comes to, and how else it is written', () =>
    expectInHover(
      'component A : adc { area 3000 µ<|>m² }',
      /^`µm²`, a unit of area\n\n3000 µm² = 0\.003 mm²\n\nAlso written .*`um2`/,
    ));

  it('explains every keyword', async () => {
    const { Grammar } = (await testPim()).language;
    const keywords = AstUtils.streamAst(Grammar)
      .filter(GrammarAST.isKeyword)
      .map(({ value }) => value)
      .filter(value => /^[a-z]+$/.test(value));
    assert.deepEqual(
      [...keywords].filter(word => !keywordDocs.has(word)),
      [],
    );
  });

  it('says nothing of comments and blanks', async () => {
    assert.equal(await hover('// com<|>ment'), '');
    assert.equal(await hover('chip C {\n<|>\n}'), '');
  });
});
