import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type DimensionName,
  dimensions,
  formatNumber,
  formatQuantity,
  formatRange,
  quantity,
  scaleFor,
} from '../../../simulator/units/index.ts';
import { parseQuantity, shown } from '../../support/units.ts';

describe('a quantity', () => {
  for (const [written, expected] of [
    ['0.0000000000020 J', '2 pJ'],
    ['1667 fJ', '1.67 pJ'],
    ['999.9 mW', '1.00 W'],
    ['0.5 kW', '500 W'],
    ['1000 ns', '1 µs'],
    ['0.372 mm²', '0.372 mm²'],
    ['372000 µm²', '0.372 mm²'],
    ['999 µm²', '999 µm²'],
    ['200000 nm²', '0.2 µm²'],
    ['900 nm²', '900 nm²'],
    ['1000 µm²', '0.001 mm²'],
    ['627.5 GOPS/W', '628 GOPS/W'],
    ['41.3 TOPS', '41.3 TOPS'],
    ['1904 GOPS/s/mm²', '1,904 GOPS/s/mm²'],
    ['0.74 MiB/mm²', '0.74 MiB/mm²'],
    ['25 kohm', '25 kΩ'],
    ['64 KiB', '64 KiB'],
    ['8 bit', '8 bit'],
    ['6.4 GB/s', '6.4 GB/s'],
    ['1200 MHz', '1.2 GHz'],
    ['2.5 %', '0.025'],
    ['-3 pJ', '-3 pJ'],
    ['0 pJ', '0 J'],
    ['3 J·m²', '3 J·m²'],
    ['1e-25 J', '1e-7 aJ'],
  ] as const)
    it(`written as ${written} is shown as ${expected}`, () => assert.equal(shown(written), expected));

  it('is read back from what is shown, to the digits shown', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(dimensions) as DimensionName[])),
        fc.double({ min: 1, max: 10, maxExcluded: true, noNaN: true }),
        fc.integer({ min: -24, max: 18 }),
        fc.constantFrom(1, -1),
        (name, mantissa, exponent, sign) => {
          const value = sign * mantissa * 10 ** exponent;
          const text = formatQuantity(quantity(value, name));
          const read = parseQuantity(text);
          assert.deepEqual(read?.dimension.join(), dimensions[name].join(), text);
          assert.ok(
            Math.abs(read.value - value) <= 0.005001 * Math.abs(value),
            `${value} was shown as ${text}`,
          );
        },
      ),
      { numRuns: 2000 },
    ));
});

describe('a plain number', () => {
  for (const [value, expected] of [
    [0, '0'],
    [0.1 + 0.2, '0.3'],
    [1234567, '1,234,567'],
    [99.96, '100'],
    [0.00012, '0.00012'],
    [0.000012, '1.2e-5'],
    [Number.NaN, 'not a number'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ] as const)
    it(`${value} is shown as ${expected}`, () => assert.equal(formatNumber(value), expected));
});

describe('a range', () => {
  for (const [values, expected] of [
    [[829e9, 1.3e12], '0.829 to 1.3 TOPS/W'],
    [[2.5e12], '2.5 TOPS/W'],
    [[2.0001e12, 2e12], '2.00 TOPS/W'],
    [[0, 1e9], '0 to 1 GOPS/W'],
  ] as const)
    it(`is shown as ${expected}`, () => assert.equal(formatRange(values, 'efficiency'), expected));
});

describe('one unit for several values', () => {
  it('is that of the largest', () => {
    const { symbol, factor } = scaleFor([2e-12, 3e-9], dimensions.energy);
    assert.equal(symbol, 'nJ');
    assert.equal(Math.round(factor), 1e9);
  });

  it('is the base unit when all are zero', () => {
    assert.equal(scaleFor([0, 0], dimensions.power).symbol, 'W');
  });
});
