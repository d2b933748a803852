import { expectClean, expectFix, expectProblem, expectWarning } from '../../support/check.ts';

describe('allow-of-nothing', () => {
  it('is told where nothing is to be silenced', () =>
    expectWarning(
      '// allow <|power-without-rate|>: a placeholder\ncomponent A : adc { resolution 8 bit }',
      'allow-of-nothing',
      'there is nothing to silence here; `power-without-rate` finds nothing',
    ));

  it('is told where nothing stands below', () =>
    expectWarning(
      'component A : fixed\n// allow <|power-without-rate|>: a placeholder',
      'allow-of-nothing',
      'there is nothing to silence here; `power-without-rate` finds nothing',
    ));

  it('offers to remove the comment', () =>
    expectFix(
      'constant a = 1\n// allow power-without-rate: a placeholder\ncomponent A : fixed\n',
      'allow-of-nothing',
      'Remove `allow power-without-rate`',
      'constant a = 1\ncomponent A : fixed\n',
    ));

  it('offers to remove one of several codes', () =>
    expectFix(
      '// allow incomplete-law, power-without-rate: a placeholder\ncomponent A : adc { resolution 8 bit, power 2 mW }',
      'allow-of-nothing',
      'Remove `allow incomplete-law`',
      '// allow power-without-rate: a placeholder\ncomponent A : adc { resolution 8 bit, power 2 mW }',
    ));

  it('waits until the errors of a file are mended', () =>
    expectProblem(
      '// allow power-without-rate: a placeholder\ncomponent A : adc { resolution <|8 pJ|>, power 2 mW, rate 3 GHz }',
      'dimension-mismatch',
      '`resolution` must be a number of bits, for example `8 bit`; this is an energy',
    ));

  it('accepts what silences something', () =>
    expectClean(
      '// allow power-without-rate: a placeholder\ncomponent A : adc { resolution 8 bit, power 2 mW }',
    ));
});
