import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('endless-range', () => {
  it('rejects steps that lead away from the end', () =>
    expectProblem(
      'constant a = [<|8 .. 32 step -8|>]',
      'endless-range',
      'steps of -8 never lead from 8 to 32',
    ));

  it('rejects a range that runs backwards without a step', () =>
    expectProblem('constant a = [<|4 .. 1|>]', 'endless-range', 'steps of 1 never lead from 4 to 1'));

  it('rejects a step of nothing', () =>
    expectProblem('constant a = [<|1 .. 4 step 0|>]', 'endless-range', 'steps of 0 never lead from 1 to 4'));

  it('rejects more values than anybody can mean', () =>
    expectProblem(
      'constant a = sum(<|1 .. 10 step 1e-9|>)',
      'endless-range',
      'this range has more than 100,000 values',
    ));

  it('asks for a step where one is no natural one', () =>
    expectProblem(
      'constant a = [<|1 ns .. 8 ns|>]',
      'endless-range',
      'a range of values that are each a time needs a step, for example `1 ns .. 8 ns step 0.7 ns`',
    ));

  for (const [range, step] of [
    ['1 ns .. 8 ns', '0.7 ns'],
    ['1 ns .. 8 µs', '0.8 µs'],
    ['8 ns .. 1 ns', '-0.7 ns'],
    ['2 ns .. 2 ns', '0.2 ns'],
    ['0 ns .. 0 ns', '1 ns'],
    ['0 °C .. 100 °C', '10 K'],
    ['1 ns .. 1 ns + 3 ns', '300 ps'],
  ] as const)
    it(`adds a step that is a tenth of the way of ${range}`, () =>
      expectFix(
        `constant a = [${range}]`,
        'endless-range',
        `Add \`step ${step}\``,
        `constant a = [${range} step ${step}]`,
      ));

  it('swaps the ends of a range that runs backwards', () =>
    expectFix('constant a = [4 .. 1]', 'endless-range', 'Swap the two', 'constant a = [1 .. 4]'));

  it('rejects bounds of a parameter between which nothing lies', () =>
    expectProblem(
      'component A(w in <|4 ns .. 1 ns|>) : dac { resolution 1 bit, energy 1 pJ, rate 1 / w }',
      'endless-range',
      'no value lies between 4 ns and 1 ns',
    ));

  it('accepts ranges that end', () =>
    expectClean('constant a = [1 .. 4, 8 .. 2 step -2]\nconstant b = [1 ns .. 2 ns step 0.1 ns]'));
});
