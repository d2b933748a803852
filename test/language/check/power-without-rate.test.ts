import { expectClean, expectWarning } from '../../support/check.ts';

describe('power-without-rate', () => {
  it('warns of a component whose actions would cost nothing', () =>
    expectWarning(
      'component <|A|> : adc { resolution 8 bit, power 2 mW, area 1 µm² }',
      'power-without-rate',
      'A states a power but neither `rate` nor `energy`, so what it does costs nothing; state one of them',
    ));

  it('accepts power and rate, also where the rate is inherited', () =>
    expectClean(
      'component A : adc { resolution 8 bit, rate 1 GHz, power 2 mW }\ncomponent B extends A { power 1 mW }',
    ));

  it('accepts power of a part that does nothing', () => expectClean('component A : fixed { power 2 mW }'));
});
