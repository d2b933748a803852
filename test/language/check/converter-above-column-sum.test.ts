import { expectClean, expectFix, expectWarning } from '../../support/check.ts';

describe('converter-above-column-sum', () => {
  it('warns of a converter with more bits than a column sum', () =>
    expectWarning(
      isaacStyle('8 × ADC { resolution <|12 bit|> }'),
      'converter-above-column-sum',
      'ADC has 12 bits, but the column sum of 128 rows of 1-bit cells driven 1 bit at a time fills only 8; the others cost area and energy and tell nothing',
    ));

  it('warns of a converter with more bits than an output', () =>
    expectWarning(
      `import "pim:chips/neural-pim"
       import "pim:components/neural-pim-32nm"
       chip C extends NeuralPIM { tile Tile { 4 × NNADC { resolution <|11 bit|> } } }`,
      'converter-above-column-sum',
      'NNADC has 11 bits, but an output of 8 bits fills only 8; the others cost area and energy and tell nothing',
    ));

  it('offers the bits that are filled', () =>
    expectFix(
      isaacStyle('8 × ADC { resolution 12 bit }'),
      'converter-above-column-sum',
      'Use 8 bits',
      isaacStyle('8 × ADC { resolution 8 bit }'),
    ));

  it('offers them in braces of their own where the component is not of this file', () =>
    expectFix(
      `//- /parts.pim
import "pim:components/isaac-32nm"
component Fine extends ADC { resolution 12 bit }
//- /main.pim
import "parts"
import "pim:chips/isaac-style"
chip C extends ISAACStyle { pe PE { 8 × Fine { rate 1.28 GHz } } }
`,
      'converter-above-column-sum',
      'Use 8 bits',
      `import "parts"
import "pim:chips/isaac-style"
chip C extends ISAACStyle { pe PE { 8 × Fine { resolution 8 bit, rate 1.28 GHz } } }
`,
    ));

  it('allows two bits for noise', () => expectClean(isaacStyle('8 × ADC { resolution 10 bit }')));

  it('lets that use of a chip decide that needs most', () =>
    expectClean(`import "pim:devices"
      import "pim:components/isaac-32nm"
      chip C(cellBits: bits = 1 bit) {
        node 32 nm
        precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
        dataflow digital-accumulation
        pe PE {
          8 × crossbar {
            size 128 × 128, cell RRAM { bits cellBits }, read 100 ns
            1 × Array1Bit, 128 × DAC, 128 × SampleHold
          }
          8 × ADC { resolution 11 bit }
          8 × ShiftAdd
        }
        2 × PE
      }
      workload W { input 128, dense d { outputs 500 } }
      evaluate C(cellBits = 4 bit) on W`));
});

function isaacStyle(converters: string): string {
  return `import "pim:chips/isaac-style"
    import "pim:components/isaac-32nm"
    chip C extends ISAACStyle { pe PE { ${converters} } }`;
}
