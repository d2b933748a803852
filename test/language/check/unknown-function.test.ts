import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-function', () => {
  it('names the function that was probably meant', () =>
    expectProblem(
      'constant a = <|ciel|>(1.5)',
      'unknown-function',
      'unknown function `ciel`; did you mean `ceil`?',
    ));

  it('offers the function that was probably meant', () =>
    expectFix('constant a = sqr(4)', 'unknown-function', 'Change to `sqrt`', 'constant a = sqrt(4)'));

  it('accepts the functions of the language', () =>
    expectClean('constant a = max(1, ceil(log2(100)), pow(2, 3)) * sqrt(4 mm²)'));
});
