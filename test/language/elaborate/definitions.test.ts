import assert from 'node:assert/strict';
import { expectClean, expectProblem } from '../../support/check.ts';
import { chipOutline } from '../../support/outline.ts';

const parts = `
component Cell : cell { bits 1 bit }
component Cells : array { area 25 µm² }
component Driver(width: bits in 1 bit .. 4 bit = 1 bit) : dac { resolution width, energy 1 pJ }
component Adder : analog-accumulator { rate 1 GHz, power 1 mW }
component Converter : adc { resolution 8 bit, rate 10 GHz, power 2 mW }
component Better : adc { resolution 8 bit, rate 10 GHz, power 1 mW }
`;
const chip = (head: string, inside: string) => `${parts}
chip ${head} {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  ${inside}
}`;
const crossbar = 'crossbar { size 16 × 32, cell Cell, read 100 ns, 1 × Cells, 16 × Driver, 1 × Adder }';

describe('a constant inside braces', () => {
  it('may speak of the parameters around it', async () => {
    const text = chip('C(n: count = 2)', `constant all = 3 * n\n all × ${crossbar}\n 1 × Converter`);
    assert.match(await chipOutline(text), /6 × crossbar/);
    await expectClean(text);
  });

  it('takes the arguments that the block was given', async () => {
    const text = `${chip('C', `pe P(n: count = 1) { constant twice = n + n\n twice × ${crossbar} }\n 4 × P(5)\n 1 × Converter`)}`;
    assert.match(await chipOutline(text), /10 × crossbar/);
  });

  it('is known to what extends the block', async () => {
    const text = `${chip('A(n: count = 2)', `constant all = 3 * n\n all × ${crossbar}\n 1 × Converter`)}
chip C extends A(3) { all × Better }`;
    assert.match(await chipOutline(text), /9 × Better/);
  });

  it('is not known outside', () =>
    expectProblem(
      `${chip('C', `pe P { constant n = 2\n n × ${crossbar} }\n <|n|> × P\n 1 × Converter`)}`,
      'unknown-name',
      'unknown name `n`; did you mean `P`?',
    ));
});

describe('a count', () => {
  it('may be calculated in parentheses', async () => {
    const text = chip('C(n: count = 5)', `(2 * n + 1) × ${crossbar}\n (ceil(n / 2)) × Converter`);
    const outline = await chipOutline(text);
    assert.match(outline, /11 × crossbar/);
    assert.match(outline, /3 × Converter/);
    await expectClean(text);
  });

  it('may take a value of a list', async () =>
    assert.match(
      await chipOutline(chip('C', `constant sizes = [4, 8]\n sizes[1] × ${crossbar}\n 1 × Converter`)),
      /8 × crossbar/,
    ));

  it('needs a value', () =>
    expectProblem(
      chip('C', `constant sizes = [4, 8]\n <|sizes[2]|> × ${crossbar}\n 1 × Converter`),
      'no-value',
      'this count has no value; an index in it lies outside its list, which counts from 0',
    ));
});

describe('a parameter', () => {
  it('may stand for a component of a kind', async () => {
    const text = `${chip('A(converter: adc = Converter)', `4 × ${crossbar}\n 2 × converter`)}
chip C extends A(Better) { }`;
    assert.match(await chipOutline(text), /2 × Better : adc, resolution 8, power 0\.001/);
    await expectClean(text);
  });

  it('is known to what extends the block', async () => {
    const text = `${chip('A(n: count = 2)', `n × ${crossbar}\n 1 × Converter`)}
chip C extends A(3) { (2 * n) × Better }`;
    assert.match(await chipOutline(text), /6 × Better/);
    await expectClean(text);
  });

  it('that stands for a component can be overridden where it is used', async () =>
    assert.match(
      await chipOutline(
        chip('C(converter: adc = Converter)', `4 × ${crossbar}\n 2 × converter { power 5 mW }`),
      ),
      /2 × Converter : adc, resolution 8, power 0\.005/,
    ));

  it('takes no component of another kind', () =>
    expectProblem(
      `${chip('A(converter: adc = Converter)', `4 × ${crossbar}\n 2 × converter`)}
chip C extends A(<|Driver|>) { }`,
      'unknown-argument',
      '`converter` must be a component of kind `adc`; this is the component Driver',
    ));

  it('keeps to its range', () =>
    expectProblem(
      chip('C', `4 × ${crossbar.replace('16 × Driver', '16 × Driver(<|8 bit|>)')}\n 1 × Converter`),
      'out-of-range',
      '`width` must be 1 bit to 4 bit, this is 8 bit',
    ));

  it('keeps to the values of its list', () =>
    expectProblem(
      `${chip('A(n in [1, 2, 4] = 2)', `n × ${crossbar}\n 1 × Converter`)}
chip C extends A(<|3|>) { }`,
      'out-of-range',
      '`n` must be one of 1, 2, 4, this is 3',
    ));

  it('keeps to the steps of its range', () =>
    expectProblem(
      `${chip('A(n in 2 .. 8 step 2 = 2)', `n × ${crossbar}\n 1 × Converter`)}
chip C extends A(<|3|>) { }`,
      'out-of-range',
      '`n` must be 2 to 8 in steps of 2, this is 3',
    ));

  it('keeps to its words', () =>
    expectProblem(
      `${chip('A(style in [lean, rich] = lean)', `if style = rich { 2 × ${crossbar} } else { 1 × ${crossbar} }\n 1 × Converter`)}
chip C extends A(<|poor|>) { }`,
      'unknown-word',
      '`poor` cannot stand here; expected `lean` or `rich`',
    ));

  it('may pass a word on to a property', async () => {
    const text = chip('C(how in [coarse, fine] = fine)', `pipeline how\n 4 × ${crossbar}\n 1 × Converter`);
    await expectClean(text);
  });

  it('has a range of its own type', () =>
    expectProblem(
      chip('C(width: bits in <|1|> .. 8 bit = 4 bit)', `(width / 1 bit) × ${crossbar}\n 1 × Converter`),
      'dimension-mismatch',
      '`width` must be a number of bits; this is a plain number',
    ));

  it('has a default of its own range', () =>
    expectProblem(
      chip('<|C|>(n in 1 .. 8 = 9)', `n × ${crossbar}\n 1 × Converter`),
      'out-of-range',
      '`n` must be 1 to 8, this is 9',
    ));
});
