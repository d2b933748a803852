import { expectClean, expectProblem } from '../../support/check.ts';

describe('out-of-range', () => {
  it('rejects nothing at all where something is needed', () =>
    expectProblem(
      'component A : fixed { power <|0 mW|> }',
      'out-of-range',
      '`power` must be above 0, this is 0 W',
    ));

  it('rejects a negative area', () =>
    expectProblem(
      'component A : fixed { area <|-1 mm²|> }',
      'out-of-range',
      '`area` must be at least 0, this is -1 mm²',
    ));

  it('rejects a fraction of a bit', () =>
    expectProblem(
      'component A : adc { resolution <|7.5 bit|> }',
      'out-of-range',
      '`resolution` must be a whole number, this is 7.5 bit',
    ));

  it('rejects a count of zero', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       component A : fixed
       chip C extends NeuralPIM { <|0|> × A }`,
      'out-of-range',
      'a count must be above zero, this one is 0',
    ));

  it('rejects sizes of the wrong number', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, maxpool p { kernel <|2 × 2 × 2|> } }',
      'out-of-range',
      '`kernel` takes 1 or 2 numbers joined by ×, not 3',
    ));

  it('rejects a window of no size', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, maxpool p { kernel <|0|> } }',
      'out-of-range',
      '`kernel` takes whole numbers of at least 1, not 0',
    ));

  it('points at the whole step when its number is out of range', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, relu r → <|maxpool 0|> }',
      'out-of-range',
      '`kernel` takes whole numbers of at least 1, not 0',
    ));

  it('rejects an input of a fractional size', () =>
    expectProblem(
      'workload W { input <|3.5 × 8 × 8|> }',
      'out-of-range',
      'an input is channels × height × width, whole numbers above zero, or one number for a vector',
    ));

  it('rejects half a chip', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       workload W { input 10, dense d { outputs 10 } }
       evaluate NeuralPIM on W { chips <|0.5|> }`,
      'out-of-range',
      '`chips` must be at least 1, this is 0.5',
    ));

  it('accepts the ends of a range and a fraction of a shared part', () =>
    expectClean('component A : fixed { area 0 mm² }\ntile T { 1/4 × A }'));
});
