import { expectClean, expectFix, expectNoFix, expectWarning } from '../../support/check.ts';

describe('cell-bits-above-weight-bits', () => {
  it('warns of cells that hold more than a weight', () =>
    expectWarning(
      chip('RRAM { bits <|4 bit|> }'),
      'cell-bits-above-weight-bits',
      'cells of 4 bits hold weights of 2; the others are never used',
    ));

  it('offers the bits of a weight', () =>
    expectFix(
      chip('RRAM { bits 4 bit }'),
      'cell-bits-above-weight-bits',
      'Use 2 bits',
      chip('RRAM { bits 2 bit }'),
    ));

  it('offers them in braces where the cell is of another file', () =>
    expectFix(
      `//- /cells.pim
import "pim:devices"
component Deep extends RRAM { bits 4 bit }
//- /main.pim
import "cells"
${chip('Deep')}`,
      'cell-bits-above-weight-bits',
      'Use 2 bits',
      `import "cells"\n${chip('Deep { bits 2 bit }')}`,
    ));

  it('offers nothing where the number is a parameter, which others may use', () =>
    expectNoFix(chip('RRAM { bits depth }', '(depth: bits = 4 bit)'), 'cell-bits-above-weight-bits'));

  it('accepts a cell that holds a whole weight', () => expectClean(chip('RRAM { bits 2 bit }')));
});

function chip(cell: string, parameters = ''): string {
  return `import "pim:devices"
    import "pim:components/isaac-32nm"
    chip C${parameters} {
      node 32 nm
      precision { inputs 8 bit, weights 2 bit, outputs 8 bit }
      dataflow digital-accumulation
      pe P {
        1 × crossbar { size 128 × 128, cell ${cell}, read 100 ns, 1 × Array2Bit, 128 × DAC, 128 × SampleHold }
        1 × ADC { resolution 9 bit }
        1 × ShiftAdd
      }
      1 × P
    }`;
}
