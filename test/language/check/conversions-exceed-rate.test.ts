import { expectClean, expectWarning } from '../../support/check.ts';

describe('conversions-exceed-rate', () => {
  it('warns of converters that stretch every input cycle', () =>
    expectWarning(
      pe('<|2 × ADC|>'),
      'conversions-exceed-rate',
      'ADC is too slow or there are too few: an array in full use asks for 128 conversions in an input cycle of 100 ns, and its share does 32; the stage takes 3.3 µs instead of 900 ns',
    ));

  it('warns of converters that are late with the results of a stage', () =>
    expectWarning(
      `import "pim:chips/neural-pim"
       import "pim:components/neural-pim-32nm"
       chip C extends NeuralPIM { tile Tile { <|2 × NNADC|> } }`,
      'conversions-exceed-rate',
      'NNADC is too slow or there are too few: an array in full use asks for 8 conversions in an input cycle of 100 ns, and its share does 4; the stage takes 400 ns instead of 300 ns',
    ));

  it('warns of row drivers that stretch the stage', () =>
    expectWarning(
      `import "pim:chips/isaac-style"
       import "pim:devices"
       import "pim:components/isaac-32nm"
       chip C extends ISAACStyle {
         pe PE { 8 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, <|64 × DAC|>, 128 × SampleHold } }
       }`,
      'conversions-exceed-rate',
      'DAC is too slow or there are too few: an array in full use asks for 1,024 row drives in a stage of 900 ns, and its share does 576; the stage takes 1.6 µs instead of 900 ns',
    ));

  it('says nothing where the converters just keep up', () => expectClean(pe('8 × ADC')));
});

function pe(converters: string): string {
  return `import "pim:chips/isaac-style"
    import "pim:components/isaac-32nm"
    chip C extends ISAACStyle { pe PE { ${converters} } }`;
}
