import { expectClean, expectWarning } from '../../support/check.ts';

describe('accumulations-exceed-rate', () => {
  it('warns of analog accumulators that are too slow', () =>
    expectWarning(
      neuralPim('<|1 × NNSA { rate 40 MHz }|>'),
      'accumulations-exceed-rate',
      'NNSA is too slow or there are too few: an array in full use asks for 8 analog accumulations in an input cycle of 100 ns, and its share does 4; the stage takes 500 ns instead of 300 ns',
    ));

  it('warns of analog accumulators that are too few for each array', () =>
    expectWarning(
      neuralPim('<|1/2 × NNSA|>'),
      'accumulations-exceed-rate',
      'NNSA is too slow or there are too few: an array in full use asks for 8 analog accumulations in an input cycle of 100 ns, and its share does 4; the stage takes 500 ns instead of 300 ns',
    ));

  it('warns of digital units that are too few, and of nothing else', () =>
    expectWarning(
      `import "pim:chips/isaac-style"
       import "pim:components/isaac-32nm"
       chip C extends ISAACStyle { pe PE { <|1 × ShiftAdd|> } }`,
      'accumulations-exceed-rate',
      'ShiftAdd is too slow or there are too few: an array in full use asks for 128 shift-and-adds in an input cycle of 100 ns, and its share does 34.5; the stage takes 3.07 µs instead of 900 ns',
    ));

  it('warns of amplifiers that cannot sense all lines of a buffer', () =>
    expectWarning(
      `import "pim:chips/cascade-style"
       import "pim:devices"
       import "pim:components"
       chip C extends CASCADEStyle {
         pe PE {
           8 × crossbar {
             size 128 × 128, cell RRAM, columns flipped, read 100 ns
             1 × Array1Bit, 128 × DAC, <|32 × CascadeTIA|>
           }
         }
       }`,
      'accumulations-exceed-rate',
      'CascadeTIA is too slow or there are too few: an array in full use asks for 129 bit lines sensed in an input cycle of 100 ns, and its share does 32; the stage takes 3.33 µs instead of 900 ns',
    ));

  it('says nothing where the accumulators just keep up', () => expectClean(neuralPim('1 × NNSA')));
});

function neuralPim(accumulators: string): string {
  return `import "pim:chips/neural-pim"
    import "pim:devices"
    import "pim:components"
    chip C extends NeuralPIM {
      pe PE {
        16 × crossbar {
          size 128 × 128, cell RRAM, read 100 ns
          1 × Array1Bit, 128 × DAC4Bit, 144 × AnalogSampleHold, ${accumulators}
        }
      }
    }`;
}
