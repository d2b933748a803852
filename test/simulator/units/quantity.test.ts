import assert from 'node:assert/strict';
import {
  add,
  divide,
  formatQuantity,
  measured,
  measures,
  multiply,
  subtract,
} from '../../../simulator/units/index.ts';
import { compileErrors } from '../../support/compile.ts';

describe('quantities', () => {
  for (const [what, result, expected] of [
    ['add up across units', add(measured(1, 'pJ'), measured(500, 'fJ')), '1.5 pJ'],
    ['subtract across units', subtract(measured(1, 'mm²'), measured(250000, 'µm²')), '0.75 mm²'],
    ['of energy and time divide into power', divide(measured(2, 'pJ'), measured(4, 'ns')), '500 µW'],
    ['of length multiply into area', multiply(measured(2, 'mm'), measured(3, 'mm')), '6 mm²'],
    ['of voltage and current divide into resistance', divide(measured(1, 'V'), measured(1, 'mA')), '1 kΩ'],
  ] as const)
    it(what, () => assert.equal(formatQuantity(result), expected));

  it('know what they measure', () => {
    assert.ok(measures(measured(1, 'pJ'), 'energy'));
    assert.ok(!measures(measured(1, 'pJ'), 'area'));
  });

  it('cannot be made of an unknown unit', () => {
    assert.throws(() => measured(1, 'furlong'), /unknown unit furlong/);
  });

  it('of different kinds cannot be added or subtracted in our own code', () => {
    const [sum, difference, mixed] = compileErrors(
      `import { add, quantity, subtract } from './quantity.ts';`,
      [
        `add(quantity(1, 'energy'), quantity(1, 'energy'));`,
        `subtract(quantity(1, 'energy'), quantity(1, 'area'));`,
        `add(quantity(1, 'energy'), quantity(1, 'area'));`,
      ],
    );
    assert.equal(sum, undefined);
    for (const error of [difference, mixed])
      assert.match(error ?? '', /^Argument of type 'Quantity<"area">' is not assignable/);
  }).timeout(20000);
});
