import { expectClean, expectFix, expectWarning } from '../../support/check.ts';

describe('sample-holds-below-samples', () => {
  it('warns of an array whose unit column nothing holds', () =>
    expectWarning(
      `import "pim:chips/isaac"
       import "pim:components/isaac-32nm"
       chip C extends ISAAC { pe IMA { 8 × crossbar { <|128 × SampleHold|> } } }`,
      'sample-holds-below-samples',
      '`digital-accumulation` holds 129 values of an array in every input cycle, but there are 128 SampleHold for each',
    ));

  it('warns of an array whose accumulated sums nothing holds', () =>
    expectWarning(
      neuralPim('<|128 × AnalogSampleHold|>'),
      'sample-holds-below-samples',
      '`analog-accumulation` holds 144 values of an array in every input cycle, but there are 128 AnalogSampleHold for each',
    ));

  it('offers the number that is needed', () =>
    expectFix(
      neuralPim('128 × AnalogSampleHold'),
      'sample-holds-below-samples',
      'Use 144',
      neuralPim('144 × AnalogSampleHold'),
    ));

  it('accepts as many as are held, wherever they stand', () =>
    expectClean(`import "pim:devices"
      import "pim:components/isaac-32nm"
      chip C {
        node 32 nm
        precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
        dataflow digital-accumulation
        pe P {
          8 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, 128 × DAC }
          1024 × SampleHold
          8 × ADC
          8 × ShiftAdd
        }
        1 × P
      }`));
});

function neuralPim(holds: string): string {
  return `import "pim:chips/neural-pim"
    import "pim:components/neural-pim-32nm"
    chip C extends NeuralPIM { pe PE { 16 × crossbar { ${holds} } } }`;
}
