import { expectClean, expectProblem } from '../../support/check.ts';

describe('input-bits-not-multiple-of-dac-bits', () => {
  it('rejects inputs that leave the last slice part empty', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       chip <|C|> extends NeuralPIM { precision { inputs 6 bit } }`,
      'input-bits-not-multiple-of-dac-bits',
      'inputs of 6 bits cannot be cut into slices of 4, which DAC4Bit drives; use 1, 2, 3 or 6 bits',
    ));

  it('names the two slices that a prime number of bits has', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       chip <|C|> extends NeuralPIM { precision { inputs 7 bit } }`,
      'input-bits-not-multiple-of-dac-bits',
      'inputs of 7 bits cannot be cut into slices of 4, which DAC4Bit drives; use 1 or 7 bits',
    ));

  it('counts only the bits that are streamed', async () => {
    await expectProblem(
      `import "pim:chips/neural-pim"
       chip <|C|> extends NeuralPIM { precision { streamed 7 bit } }`,
      'input-bits-not-multiple-of-dac-bits',
      'inputs of 7 bits cannot be cut into slices of 4, which DAC4Bit drives; use 1 or 7 bits',
    );
    await expectClean(`import "pim:chips/neural-pim"
      chip C extends NeuralPIM { precision { inputs 9 bit, streamed 8 bit } }`);
  });

  it('accepts inputs of full slices', () =>
    expectClean(`import "pim:chips/neural-pim"
       chip C extends NeuralPIM { precision { inputs 12 bit } }`));
});
