import assert from 'node:assert/strict';
import { conversionsOf } from '../../support/conversions.ts';
import { type Chip, dotProductOf, inputCycles, strategies } from '../../../simulator/index.ts';

/**
 * Cao et al., IEEE Trans. Computers 71(9), 2022, eqs. 2 to 8, for 8-bit data, one-bit cells and 128 rows. The paper counts a conversion
 * for each weight slice, as for weights with an offset; the lines of a differential pair are converted apart.
 */
const published = [
  { dacBits: 1, cycles: 8, digital: [8, 64], buffering: [11, 15], analog: [8, 1] },
  { dacBits: 2, cycles: 4, digital: [9, 32], buffering: [11, 11], analog: [8, 1] },
  { dacBits: 4, cycles: 2, digital: [11, 16], buffering: [12, 9], analog: [8, 1] },
] as const;

describe('converter bits and conversions per dot product', () => {
  for (const { dacBits, cycles, digital, buffering, analog } of published) {
    describe(`with row drivers of ${dacBits} bits`, () => {
      it(`take ${cycles} input cycles`, () => assert.equal(inputCycles(dot({ dacBits })), cycles));

      for (const [name, expected] of [
        ['digital-accumulation', digital],
        ['analog-buffering', buffering],
        ['analog-accumulation', analog],
      ] as const)
        it(`are ${expected.join(' and ')} for ${name}`, () =>
          assert.deepEqual(bitsAndConversions(name, { dacBits }), expected));
    });
  }

  it('need one bit more when neither cells nor drivers are of one bit', () => {
    assert.deepEqual(bitsAndConversions('digital-accumulation', { dacBits: 2, cellBits: 2 }), [11, 16]);
  });

  it('need one bit less when columns are stored flipped', () => {
    assert.deepEqual(bitsAndConversions('digital-accumulation', { dacBits: 1, flipped: true }), [7, 64]);
  });

  it('count the last, partly filled slice', () => {
    assert.deepEqual(bitsAndConversions('digital-accumulation', { dacBits: 3 }), [10, 24]);
  });
});

describe('conversions of a differential pair', () => {
  for (const [name, expected] of [
    ['digital-accumulation', 2 * 64],
    ['analog-buffering', 15],
    ['analog-accumulation', 1],
  ] as const)
    it(`are ${expected} with ${name}`, () => {
      const [, conversions] = bitsAndConversions(name, { dacBits: 1, weights: 'differential' });
      assert.equal(conversions, expected);
    });
});

/** Bits a converter needs, and what is counted of it for one dot product over all input cycles. */
function bitsAndConversions(
  name: string,
  array: Partial<Chip['array']>,
): [bits: number, conversions: number] {
  const strategy = strategies.get(name)!;
  const own = dot(array);
  return [strategy.resolution(own), conversionsOf(strategy, own)];
}

function dot(array: Partial<Chip['array']>) {
  return dotProductOf({
    precision: { inputBits: 8, weightBits: 8, outputBits: 8 },
    array: {
      rows: 128,
      columns: 128,
      cellBits: 1,
      dacBits: 1,
      weights: 'offset',
      flipped: false,
      cycleS: 100e-9,
      ...array,
    },
  });
}
