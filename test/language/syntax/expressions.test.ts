import assert from 'node:assert/strict';
import { valueOf } from '../../support/expression.ts';

describe('an expression', () => {
  for (const [written, expected] of [
    ['2 + 3 * 4', '14'],
    ['2 × 3 + 4', '10'],
    ['2 + 3 x 4', '14'],
    ['2 x 3 x 4', '24'],
    ['(2 + 3) x 4', '20'],
    ['3 nm x 4 nm', '12 nm²'],
    ['8 - 4 - 2', '2'],
    ['8 / 4 / 2', '1'],
    ['2 ^ 3 ^ 2', '512'],
    ['-2 ^ 2', '4'],
    ['2 * -3', '-6'],
    ['1_000 * 1.5e3', '1,500,000'],
    ['16 mW / 8', '2 mW'],
    ['1 / 100 ns', '10 MHz'],
    ['6.4 GB/s / 8 bit', '6.4 GHz'],
    ['2 pJ/bit * 8 bit', '16 pJ'],
    ['4 * (2 µm) ^ 2', '16 µm²'],
    ['min(3 ns, 2000 ps, 1 µs)', '2 ns'],
    ['sqrt(16 mm²)', '4 mm'],
    ['ceil(log2(100))', '7'],
    ['50 % * 3', '1.5'],
    ['1 / 0', '∞'],
    ['-40 °C', '233 K'],
    ['25 degC - 20 °C', '5 K'],
    ['45 dB + 3 dB', '48 dB'],
    ['2 h + 30 min', '2.5 h'],
    ['3 d', '3 d'],
    ['1 KB / 1 B', '1,000'],
    ['[2 pJ, 3 pJ, 5 pJ]', '[2 pJ, 3 pJ, 5 pJ]'],
    ['[1, 8 .. 32 step 8, 64]', '[1, 8, 16, 24, 32, 64]'],
    ['[1 .. 4]', '[1, 2, 3, 4]'],
    ['[4 .. 1 step -1]', '[4, 3, 2, 1]'],
    ['[0 .. 1 step 0.1]', '[0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]'],
    ['[1 bit .. 3 bit]', '[1 bit, 2 bit, 3 bit]'],
    ['[]', '[]'],
    ['sum([1 pJ, 2 pJ, 3 pJ])', '6 pJ'],
    ['sum(1 .. 100)', '5,050'],
    ['max([3, 1, 2], 7)', '7'],
    ['mean(1, 2, 6)', '3'],
    ['length([1, 2, 4 .. 8])', '7'],
    ['exp(0) + log10(1000)', '4'],
    ['[1 ns .. 8 ns]', undefined],
    ['[1 .. 8 step -1]', undefined],
    ['sum([1 pJ, 2 ns])', undefined],
    ['2 pJ + 3 ns', undefined],
    ['2 * unknown', undefined],
    ['sqrt(2, 3)', '1.41'],
  ] as const)
    it(`${written} ${expected === undefined ? 'has no value' : `is ${expected}`}`, async () =>
      assert.equal(await valueOf(`constant a = ${written}`), expected));

  it('takes the value of a constant wherever it stands', async () =>
    assert.equal(await valueOf('constant b = 2 pJ\nconstant a = b * 3'), '6 pJ'));

  it('takes one value of a list, counted from 0', async () =>
    assert.equal(await valueOf('constant e = [1 pJ, 2 pJ, 4 pJ]\nconstant a = e[2] + e[3 - 3]'), '5 pJ'));

  it('has no value where an index lies outside its list', async () =>
    assert.equal(await valueOf('constant e = [1 pJ]\nconstant a = e[1]'), undefined));

  it('takes a property of a component, or of what it extends', async () =>
    assert.equal(
      await valueOf('component A : fixed { area 2 mm² }\ncomponent B extends A\nconstant a = 3 * B.area'),
      '6 mm²',
    ));

  it('has no value when it is defined by way of itself', async () => {
    assert.equal(await valueOf('constant a = b\nconstant b = a'), undefined);
    assert.equal(
      await valueOf(
        'component A : fixed { area B.area }\ncomponent B : fixed { area A.area }\nconstant a = A.area',
      ),
      undefined,
    );
  });

  for (const name of ['x', 'm', 'bit', 'µ', 'on-resistance', 'Ωmega'])
    it(`may name a constant ${name}`, async () =>
      assert.equal(await valueOf(`constant ${name} = 2\nconstant a = 3 * ${name}`), '6'));
});
