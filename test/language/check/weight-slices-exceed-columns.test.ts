import { expectClean, expectProblem } from '../../support/check.ts';

describe('weight-slices-exceed-columns', () => {
  it('rejects a weight with more slices than the crossbar has columns', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       chip C extends NeuralPIM { pe PE { 16 × crossbar { <|size 128 × 15|> } } }`,
      'weight-slices-exceed-columns',
      'a weight of 8 bits takes 16 columns (8 slices of 1 bit, twice for differential pairs), but the crossbar has 15; use more columns or more bits in a cell',
    ));

  it('points at the size of the crossbar where it is in the file', () =>
    expectProblem(
      `import "pim:devices/rram"
       import "pim:components/isaac-32nm"
       chip C {
         node 32 nm
         precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
         dataflow digital-accumulation
         1 × crossbar {
           <|size 128 × 3|>
           cell RRAM { bits 2 bit }, weights offset, read 100 ns
           1 × Array2Bit, 128 × DAC
         }
         1 × ADC { resolution 9 bit }
         pe P { 1 × ShiftAdd }
         1 × P
       }`,
      'weight-slices-exceed-columns',
      'a weight of 8 bits takes 4 columns (4 slices of 2 bits), but the crossbar has 3; use more columns or more bits in a cell',
    ));

  it('accepts a weight that fills a row', () =>
    expectClean(`import "pim:chips/neural-pim"
       chip C extends NeuralPIM { precision { weights 64 bit } }`));
});
