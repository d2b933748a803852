import { expectAction, expectNoAction } from '../../../support/actions.ts';

describe('convert import', () => {
  it('names what is used of a file', () =>
    expectAction(
      'import "pim:com<|>ponents"\n\ntile T { 1 × NNADC, 2 × EDRAM, 1 × NNADC { power 1 mW } }\n',
      'Import only the 2 names used',
      'import EDRAM, NNADC from "pim:components"\n\ntile T { 1 × NNADC, 2 × EDRAM, 1 × NNADC { power 1 mW } }\n',
    ));

  it('imports all of a file of which names were imported', () =>
    expectAction(
      'import NNA<|>DC from "pim:components"\n\ntile T { 1 × NNADC }\n',
      'Import all of "pim:components"',
      'import "pim:components"\n\ntile T { 1 × NNADC }\n',
    ));

  it('keeps names of one’s own', () =>
    expectNoAction('import NNA<|>DC as Mine from "pim:components"\ntile T { 1 × Mine }', /Import all/));

  it('is not offered where another name would come to mean something', () =>
    expectNoAction(
      `//- /main.pim
import A from "pa<|>rts"
component C extends A
chip D { dataflow B }
//- /parts.pim
component A : fixed
component B : fixed
`,
      /Import all/,
    ));
});
