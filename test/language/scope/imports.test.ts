import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

const parts = `//- /parts.pim
component Reg : input-register { energy 1 pJ }
component Other : fixed { area 1 mm² }
constant width = 8 bit
private constant secret = 4 bit
`;

describe('an import', () => {
  it('of single names brings in these and no others', () =>
    expectProblem(
      `//- /main.pim
import Reg from "parts"
component A extends Reg
component B extends <|Other|>
${parts}`,
      'unknown-name',
      'unknown name `Other`; it is in "parts"',
    ));

  it('may give a definition another name', () =>
    expectClean(`//- /main.pim
import Reg as Register, width as bitsOfAll from "parts"
component A extends Register { width bitsOfAll }
${parts}`));

  it('that renames a definition leaves its own name free', () =>
    expectProblem(
      `//- /main.pim
import Reg as Register from "parts"
component A extends <|Reg|>
component B extends Register
${parts}`,
      'unknown-name',
      'unknown name `Reg`; it is in "parts"',
    ));

  it('names what is there', () =>
    expectProblem(
      `//- /main.pim
import <|Rag|>, width from "parts"
component A : input-register { width width, energy 1 pJ }
${parts}`,
      'unknown-name',
      'unknown name `Rag`; did you mean `Reg`?',
    ));

  it('names the nearest that is there as a fix', () =>
    expectFix(
      `//- /main.pim
import Rag from "parts"
${parts}`,
      'unknown-name',
      'Change to `Reg`',
      'import Reg from "parts"\n',
    ));

  it('brings in nothing private', () =>
    expectProblem(
      `//- /main.pim
import "parts"
constant a = <|secret|>
component B extends Other
${parts}`,
      'unknown-name',
      'unknown name `secret`; define it in this file, or import a file that does',
    ));

  it('names nothing private', () =>
    expectProblem(
      `//- /main.pim
import <|secret|> from "parts"
${parts}`,
      'unknown-name',
      'unknown name `secret`; "parts" defines no such name, or keeps it private',
    ));

  it('of single names reaches into a folder', () =>
    expectClean(`//- /main.pim
import Reg from "folder"
component A extends Reg
//- /folder/one.pim
component Reg : input-register { energy 1 pJ }
`));
});

describe('a private definition', () => {
  it('is known in its own file', () =>
    expectClean('private constant a = 2\nconstant b = 3 * a\nprivate component C : fixed { area 1 mm² }'));
});
