import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('missing-property', () => {
  it('says what is missing, what it is, and how it is written', () =>
    expectProblem(
      'component <|A|> : adc { area 2 mm² }',
      'missing-property',
      'A needs `resolution`: bits of one conversion. For example `resolution 8 bit`',
    ));

  it('asks the component, and not each part that is made of it', () =>
    expectProblem(
      'component <|A|> : adc { area 2 mm² }\ntile T { 2 × A, 3 × A }\nimport "pim:chips"\nchip C extends NeuralPIM { 1 × A }',
      'missing-property',
      'A needs `resolution`: bits of one conversion. For example `resolution 8 bit`',
    ));

  it('does not ask for what a misspelt property was meant to state', () =>
    expectProblem(
      'component A : adc { <|resolutoin|> 8 bit }',
      'unknown-property',
      'unknown property `resolutoin`; did you mean `resolution`?',
    ));

  it('offers to add it to the block', () =>
    expectFix(
      'component A : adc {\n  power 2 mW\n}',
      'missing-property',
      'Add `resolution`',
      'component A : adc {\n  resolution 8 bit\n  power 2 mW\n}',
    ));

  it('offers a block to what has none', () =>
    expectFix(
      'component A : adc',
      'missing-property',
      'Add `resolution`',
      'component A : adc { resolution 8 bit }',
    ));

  it('asks a layer for what it needs', () =>
    expectProblem(
      'workload W { input 3, <|dense|> d }',
      'missing-property',
      'd needs `outputs`: outputs. For example `outputs 10`',
    ));

  it('offers to add it to a layer on its line', () =>
    expectFix(
      'workload W { input 3 × 8 × 8, conv c { outputs 2 } }',
      'missing-property',
      'Add `kernel`',
      'workload W { input 3 × 8 × 8, conv c { kernel 3, outputs 2 } }',
    ));

  it('asks a workload for its input', () =>
    expectProblem(
      'workload <|W|> { }',
      'missing-property',
      'W needs an input, for example `input 3 × 224 × 224`',
    ));

  it('asks a group of a chip for its parts', () =>
    expectProblem(
      complete.replace('precision {', '<|precision|> {').replace('inputs 8 bit,', ''),
      'missing-property',
      'precision of C needs `inputs`: bits of an input. For example `inputs 8 bit`',
    ));

  it('asks a crossbar for its read time', () =>
    expectProblem(
      complete.replace('crossbar {', '<|crossbar|> {').replace(', read 100 ns', ''),
      'missing-property',
      'the crossbar needs `read`: time of one array read: the input cycle. For example `read 100 ns`',
    ));

  it('accepts a required property that is inherited', () =>
    expectClean('component A : adc { resolution 8 bit }\ncomponent B extends A { area 2 mm² }'));

  it('accepts a chip that has everything', () => expectClean(complete));
});

const complete = `import "pim:devices/rram"
  import "pim:components/isaac-32nm"
  import "pim:components/neural-pim-32nm"
  chip C {
    node 32 nm
    precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
    dataflow analog-accumulation
    8 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, 128 × DAC, 1 × NNSA }
    8 × NNADC
  }`;
