import { expectClean, expectWarning } from '../../support/check.ts';

describe('conversions-exceed-rate', () => {
  it('warns of converters that stretch every input cycle', () =>
    expectWarning(
      `import "pim:chips/isaac-style"
       import "pim:components/isaac-32nm"
       chip C extends ISAACStyle { pe PE { <|2 × ADC|> } }`,
      'conversions-exceed-rate',
      'converters are too slow or too few: with full arrays a stage takes 3.3 µs instead of 900 ns; ADC would have to do 4 times as much',
    ));

  it('warns of accumulators that stretch every input cycle', () =>
    expectWarning(
      `import "pim:chips/neural-pim"
       import "pim:devices"
       import "pim:components"
       chip C extends NeuralPIM {
         pe PE {
           16 × crossbar {
             size 128 × 128, cell RRAM, read 100 ns
             1 × Array1Bit, 128 × DAC4Bit, <|1 × NNSA { rate 40 MHz }|>
           }
         }
       }`,
      'conversions-exceed-rate',
      'analog accumulators are too slow or too few: with full arrays a stage takes 500 ns instead of 300 ns; NNSA would have to do 2 times as much',
    ));

  it('says nothing where the converters just keep up', () =>
    expectClean(`import "pim:chips/isaac-style"
       import "pim:components/isaac-32nm"
       chip C extends ISAACStyle { pe PE { 8 × ADC } }`));
});
