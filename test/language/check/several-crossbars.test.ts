import { expectClean, expectProblem } from '../../support/check.ts';

describe('several-crossbars', () => {
  it('rejects arrays of two kinds', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       import "pim:devices/rram"
       chip C extends NeuralPIM { <|crossbar Small { size 64 × 64, cell RRAM, read 100 ns }|> 2 × Small }`,
      'several-crossbars',
      'C has crossbars of two kinds; all its arrays must be of one size and device, described in one place',
    ));

  it('accepts a crossbar that is defined and not used', () =>
    expectClean(`import "pim:chips/neural-pim"
       chip C extends NeuralPIM { crossbar Small { size 64 × 64 } }`));
});
