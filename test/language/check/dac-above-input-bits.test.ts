import { expectClean, expectFix, expectWarning } from '../../support/check.ts';

describe('dac-above-input-bits', () => {
  it('warns of row drivers that apply more bits than an input has', () =>
    expectWarning(
      'import "pim:chips/neural-pim"\nchip <|C|> extends NeuralPIM { precision { inputs 2 bit } }',
      'dac-above-input-bits',
      'DAC4Bit drives 4 bits at once, but inputs have only 2; the others are never used',
    ));

  it('offers the bits of an input', () =>
    expectFix(
      withDriver('128 × DAC { resolution 16 bit }'),
      'dac-above-input-bits',
      'Use 8 bits',
      withDriver('128 × DAC { resolution 8 bit }'),
    ));

  it('accepts row drivers that apply a whole input', () =>
    expectClean(`import "pim:chips/neural-pim"
      chip C extends NeuralPIM { precision { inputs 4 bit } }`));
});

function withDriver(drivers: string): string {
  return `import "pim:chips/isaac-style"
    import "pim:devices"
    import "pim:components"
    chip C extends ISAACStyle {
      pe PE { 8 × crossbar { size 128 × 128, cell RRAM, read 100 ns, ${drivers} } }
    }`;
}
