import { expectAmong, expectClean, expectInfo } from '../../support/check.ts';

describe('cyclic-import', () => {
  it('tells of files that import each other, in both', () =>
    expectInfo(
      `//- /main.pim
import <|"parts/adc"|>
//- /parts/adc.pim
import <|"../main"|>
`,
      'cyclic-import',
      '"parts/adc" imports this file in turn; what they share could stand in a file of its own',
      '"../main" imports this file in turn; what they share could stand in a file of its own',
    ));

  it('tells of longer ways in words, by the shortest', () =>
    expectInfo(
      `//- /a.pim
import <|"b"|>
//- /b.pim
import "d"
import <|"c"|>
//- /c.pim
import <|"a"|>
//- /d.pim
import "pim:devices/rram"
`,
      'cyclic-import',
      '"b" imports "c", which imports this file again; what they share could stand in a file of its own',
      '"c" imports "a", which imports this file again; what they share could stand in a file of its own',
      '"a" imports "b", which imports this file again; what they share could stand in a file of its own',
    ));

  it('tells of long ways in few words', () =>
    expectAmong(
      [...'abcdef'].map((name, index) => `//- /${name}.pim\nimport "${'bcdefa'[index]}"\n`).join(''),
      'info cyclic-import: "b" leads back to this file by way of 4 others; what they share could stand in a file of its own',
    ));

  it('looks into folders', () =>
    expectInfo(
      `//- /main.pim
import <|"parts"|>
//- /parts/adc.pim
import <|"../main"|>
//- /parts/dac.pim
component D : fixed { area 1 mm² }
`,
      'cyclic-import',
      '"parts/adc" imports this file in turn; what they share could stand in a file of its own',
      '"../main" imports this file in turn; what they share could stand in a file of its own',
    ));

  it('tells of a file that imports itself', () =>
    expectInfo(
      `//- /main.pim
import <|"main"|>
`,
      'cyclic-import',
      'this file imports itself',
    ));

  it('accepts a file that two others import', () =>
    expectClean(`//- /main.pim
import "a"
import "b"
//- /a.pim
import "shared"
//- /b.pim
import "shared"
//- /shared.pim
import "pim:components"
`));

  it('accepts names of a file that others of the same folder import', () =>
    expectClean(`//- /parts/a.pim
import "../parts"
//- /parts/b.pim
component B : fixed { area 1 mm² }
`));
});
