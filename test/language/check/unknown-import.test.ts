import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-import', () => {
  it('names the library file that was probably meant', () =>
    expectProblem(
      'import <|"pim:chips/issac"|>',
      'unknown-import',
      'nothing is found at "pim:chips/issac"; did you mean `pim:chips/isaac`?',
    ));

  it('offers the library file that was probably meant', () =>
    expectFix(
      'import "pim:chips/issac"',
      'unknown-import',
      'Change to `"pim:chips/isaac"`',
      'import "pim:chips/isaac"',
    ));

  it('rejects a file that is not there', () =>
    expectProblem(
      'import <|"parts"|>',
      'unknown-import',
      'nothing is found at "parts"; expected a file or folder beside this one, or one of the library such as "pim:chips/isaac"',
    ));

  it('accepts a file of the library, a folder of it, and a file beside', () =>
    expectClean(`//- /parts/adc.pim
component Own : fixed
//- /main.pim
import "pim:chips/isaac"
import "pim:networks"
import "parts/adc"
chip Mine extends ISAAC { 1 × Own }
evaluate Mine on AlexNet { chips 2 }
`));
});
