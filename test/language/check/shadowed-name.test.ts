import { expectClean, expectInfo } from '../../support/check.ts';

describe('shadowed-name', () => {
  it('tells of a parameter that hides a constant of the file', () =>
    expectInfo(
      'constant width = 3\ncomponent A(<|width|>: bits) : adc { resolution width }',
      'shadowed-name',
      'inside A, `width` hides the constant of this file; under another name both can be used',
    ));

  it('tells of a block that hides what is imported', () =>
    expectInfo(
      `import "pim:components/isaac-32nm"
       constant a = DAC.power
       tile T { pe <|ADC|> { } }`,
      'shadowed-name',
      'inside T, `ADC` hides the component imported from "pim:components/isaac-32nm"; under another name both can be used',
    ));

  it('accepts a block that continues one of the chip it extends', () =>
    expectClean('import "pim:chips/isaac"\nchip C extends ISAAC { tile Tile { } }'));

  it('accepts the names of another parameter list, and of networks', () =>
    expectClean(`component A(n: count = 1) : fixed { area n * 1 mm² }
      component B(n: count = 1) : fixed { area n * 1 mm² }
      workload W { input 10, dense A { outputs 10 } }`));
});
