import { expectClean, expectProblem } from '../../support/check.ts';

describe('several-drivers', () => {
  it('rejects row drivers of two resolutions, at the second', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       import "pim:components/isaac-32nm"
       chip C extends NeuralPIM { pe PE { 16 × crossbar { <|128 × DAC|> } } }`,
      'several-drivers',
      'C has row drivers of 4 bit and of 1 bit; all rows take an input in the same number of cycles, so keep one of them, for example by leaving `DAC` out',
    ));

  it('accepts two kinds of drivers of one resolution', () =>
    expectClean(`import "pim:chips/neural-pim"
       component Other : dac { resolution 4 bit, energy 1 pJ, area 1 µm² }
       chip C extends NeuralPIM { pe PE { 16 × crossbar { 64 × Other } } }`));
});
