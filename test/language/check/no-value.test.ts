import { expectClean, expectProblem } from '../../support/check.ts';

describe('no-value', () => {
  it('rejects a constant whose index lies outside its list', () =>
    expectProblem(
      'constant table = [1 pJ, 2 pJ]\nconstant last = <|table[2]|>',
      'no-value',
      '`last` has no value; an index in it lies outside its list, which counts from 0',
    ));

  it('rejects a property whose index lies outside its list', () =>
    expectProblem(
      'constant table = [1 pJ, 2 pJ]\ncomponent A(n: count = 2) : dac { resolution 1 bit, energy <|table[n]|> }',
      'no-value',
      '`energy` has no value; an index in it lies outside its list, which counts from 0',
    ));

  it('accepts every value of a list', () =>
    expectClean('constant table = [1 pJ, 2 pJ]\nconstant both = table[0] + table[1]'));
});
