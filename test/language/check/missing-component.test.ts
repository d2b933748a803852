import { expectClean, expectProblem } from '../../support/check.ts';

describe('missing-component', () => {
  it('does not ask for a crossbar that a part which cannot be made out may hold', () =>
    expectProblem(
      `import "pim:components"
chip C {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  4 × <|Missing|>
}`,
      'unknown-name',
      'unknown name `Missing`; define it in this file, or import a file that does',
    ));

  it('rejects a chip without a crossbar', () =>
    expectProblem(
      `chip <|C|> { node 32 nm, precision { inputs 8 bit, weights 8 bit, outputs 8 bit }, dataflow analog-accumulation }`,
      'missing-component',
      'C has no crossbar, for example `8 × crossbar { … }`',
    ));

  it('rejects a dataflow whose converters are not there', () =>
    expectProblem(
      chip('<|dataflow analog-accumulation|>', '1 × Array1Bit, 128 × DAC, 1 × NNSA'),
      'missing-component',
      '`analog-accumulation` needs an `adc`, and C has none: a converter turns one analog value into bits',
    ));

  it('rejects an array without row drivers', () =>
    expectProblem(
      chip('<|dataflow analog-accumulation|>', '1 × Array1Bit, 1 × NNSA, 1 × NNADC'),
      'missing-component',
      '`analog-accumulation` needs a `dac` in its crossbar, and C has none: a row driver applies one input slice to one row of one array',
    ));

  it('rejects offset weights where nothing can take the offset away', () =>
    expectProblem(
      chip(
        '<|dataflow analog-accumulation|>',
        '1 × Array1Bit, 128 × DAC, 3 × NNSA, 1 × NNADC, weights offset',
      ),
      'missing-component',
      '`analog-accumulation` needs a `shift-add` in its PE, and C has none: a digital shift-and-add takes in one converted value',
    ));

  it('accepts a chip that has what its dataflow needs', () =>
    expectClean(chip('dataflow analog-accumulation', '1 × Array1Bit, 128 × DAC, 1 × NNSA, 1 × NNADC')));
});

function chip(dataflow: string, parts: string): string {
  return `import "pim:devices/rram"
    import "pim:components/isaac-32nm"
    import "pim:components/neural-pim-32nm"
    chip C {
      node 32 nm
      precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
      ${dataflow}
      8 × crossbar { size 128 × 128, cell RRAM, read 100 ns, ${parts} }
    }`;
}
