import assert from 'node:assert/strict';
import { TextDocument, URI } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import { at, inEditor } from '../../support/editor.ts';
import { filesIn } from '../../support/pim.ts';

describe('renaming', () => {
  const cases: [what: string, newName: string, before: string, after: string][] = [
    [
      'a component changes it wherever it is named',
      'Reg',
      'component Re<|>gister : fixed { area 1 mm² }\ncomponent B extends Register\nconstant a = Register.area',
      'component Reg : fixed { area 1 mm² }\ncomponent B extends Reg\nconstant a = Reg.area',
    ],
    [
      'a constant inside braces changes it there',
      'pieces',
      'component A : dac { constant n = 2\n resolution <|>n * 1 bit, energy n * 1 pJ }',
      'component A : dac { constant pieces = 2\n resolution pieces * 1 bit, energy pieces * 1 pJ }',
    ],
    [
      'what a file imports leaves the name that it has there',
      'Register',
      `//- /main.pim
import Reg as Mine from "parts"
component A extends Mine
//- /parts.pim
component Re<|>g : fixed { area 1 mm² }
component B extends Reg
`,
      `//- /main.pim
import Register as Mine from "parts"
component A extends Mine
//- /parts.pim
component Register : fixed { area 1 mm² }
component B extends Register
`,
    ],
    [
      'the name that an import gave changes it in this file only',
      'Yours',
      `//- /main.pim
import Reg as Mine from "parts"
component A extends <|>Mine
component B extends Mine
//- /parts.pim
component Reg : fixed { area 1 mm² }
`,
      `//- /main.pim
import Reg as Yours from "parts"
component A extends Yours
component B extends Yours
//- /parts.pim
component Reg : fixed { area 1 mm² }
`,
    ],
    [
      'that name where it is given does the same',
      'Yours',
      `//- /main.pim
import ADC as Mi<|>ne from "pim:components/isaac-32nm"
component A extends Mine
`,
      `//- /main.pim
import ADC as Yours from "pim:components/isaac-32nm"
component A extends Yours
`,
    ],
    [
      'an inner block takes those with it that say it anew',
      'Pair',
      `//- /main.pim
import "parts"
chip B extends A { tile T<|> { } }
//- /parts.pim
chip A { tile T { }
 2 × T }
chip C { tile T { } }
`,
      `//- /main.pim
import "parts"
chip B extends A { tile Pair { } }
//- /parts.pim
chip A { tile Pair { }
 2 × Pair }
chip C { tile T { } }
`,
    ],
    [
      'a block written on the spot takes those with it that say it anew',
      'Q',
      'chip A { 4 × pe P<|> { } }\nchip B extends A { 8 × pe P { } }',
      'chip A { 4 × pe Q { } }\nchip B extends A { 8 × pe Q { } }',
    ],
    [
      'a word of a parameter changes it where it is compared and given',
      'wide',
      'chip A(style in [lean, rich] = rich) { if style = ri<|>ch { } }\nchip B extends A(rich) { }',
      'chip A(style in [lean, wide] = wide) { if style = wide { } }\nchip B extends A(wide) { }',
    ],
    [
      'no property, whose names are given',
      'speed',
      'component A : adc { ra<|>te 1 GHz }',
      'component A : adc { rate 1 GHz }',
    ],
    [
      'a parameter changes its arguments',
      'count',
      'component A(<|>n: bits = 1 bit) : dac { resolution n, energy 1 pJ }\ncomponent B extends A(n = 2 bit)',
      'component A(count: bits = 1 bit) : dac { resolution count, energy 1 pJ }\ncomponent B extends A(count = 2 bit)',
    ],
  ];
  for (const [what, newName, before, after] of cases)
    it(what, async () => assert.deepEqual(await renamed(before, newName), filesIn(after)));

  it('to the same name changes nothing', async () =>
    assert.deepEqual(await renamed('component A<|> : adc', 'A'), filesIn('component A : adc')));
});

describe('renaming is refused, with the reason,', () => {
  const two = (main: string) => `//- /main.pim\n${main}\n//- /parts.pim\ncomponent Foo : fixed\n`;
  const cases: [what: string, newName: string, marked: string, reason: string][] = [
    ['to several words', 'x y', 'component A<|> : adc', '`x y` is not one word'],
    ['to a number', '12', 'component A<|> : adc', '`12` is not one word'],
    ['to a keyword', 'tile', 'component A<|> : adc', '`tile` is a word of the language'],
    [
      'for what is of the library',
      'Other',
      'import "pim:components"\ntile T { 1 × A<|>DC }',
      '`ADC` is of the library, which cannot be changed',
    ],
    [
      'for a block that says one of the library anew',
      'Pair',
      'import "pim:chips/neural-pim"\nchip A extends NeuralPIM { tile Ti<|>le { } }',
      '`Tile` is of the library, which cannot be changed',
    ],
    [
      'to a name of the same file',
      'W',
      'component A<|> : adc\nworkload W { input 3 }',
      '`W` is already a workload of test.pim',
    ],
    [
      'to a name that is imported',
      'Foo',
      two('import "parts"\ncomponent A<|> : adc'),
      '`Foo` is already a component of parts.pim',
    ],
    [
      'to a name of the library that is imported',
      'ADC',
      'import "pim:components/isaac-32nm"\ncomponent A<|> : adc',
      '`ADC` is already a component of pim:components/isaac-32nm',
    ],
    [
      'to a name that a file with a mention has for something else',
      'Bar',
      two('import "parts"\nconstant Bar = 1\ncomponent A extends F<|>oo'),
      '`Bar` is already a constant of main.pim',
    ],
    [
      'to a name that a file which imports it has for something else',
      'Bar',
      two('import F<|>oo from "parts"\nworkload Bar { input 3 }'),
      '`Bar` is already a workload of main.pim',
    ],
    [
      'to a name that means something else inside braces that mention it',
      'n',
      'constant m<|> = 1\ncomponent A : adc { constant n = 2\n resolution m * 1 bit }',
      '`n` is already a constant of test.pim',
    ],
    [
      'of what stands inside braces to a name from around them',
      'm',
      'constant m = 1\ncomponent A : adc { constant n<|> = 2\n resolution n * 1 bit }',
      '`m` is already a constant of test.pim',
    ],
    [
      'to another parameter',
      'b',
      'component A(a<|>: bits = 1 bit, b = 1) : adc { resolution a }',
      '`b` is already a parameter of test.pim',
    ],
    [
      'to another layer',
      'two',
      'workload W { input 3, dense one<|> { outputs 2 }, dense two { outputs 2 } }',
      '`two` is already a layer of test.pim',
    ],
    [
      'to another word of a list',
      'lean',
      'chip A(style in [lean, ri<|>ch] = lean) { }',
      '`lean` is already a word of test.pim',
    ],
    [
      'to a block written beside it',
      'Q',
      'chip A { 4 × pe P<|> { }\n 2 × pe Q { } }',
      '`Q` is already a pe of test.pim',
    ],
    [
      'to another workload',
      'V',
      'workload V { input 3 }\nworkload W { input 3 }\nchip A { }\nevaluate A on W<|>',
      '`V` is already a workload of test.pim',
    ],
    [
      'of the name that an import gave',
      'B',
      two('import Foo as F<|> from "parts"\ncomponent A extends F\nconstant B = 1'),
      '`B` is already a constant of main.pim',
    ],
  ];
  for (const [what, newName, marked, reason] of cases)
    it(what, () => assert.rejects(renamed(marked, newName), { message: reason }));

  it('before a name is asked for, where none can be given', () =>
    assert.rejects(
      inEditor('import "pim:components"\ntile T { 1 × A<|>DC }', async cursor =>
        cursor.pim.language.lsp.RenameProvider!.prepareRename(cursor.document, at(cursor)),
      ),
      { message: '`ADC` is of the library, which cannot be changed' },
    ));
});

/** The texts of all files after renaming what stands at the mark. */
function renamed(marked: string, newName: string): Promise<Map<string, string>> {
  return inEditor(marked, async ({ document, position, pim }) => {
    const edit = await pim.language.lsp.RenameProvider!.rename(document, {
      textDocument: { uri: document.uri.toString() },
      position,
      newName,
    });
    const changed = [...filesIn(marked.replace('<|>', ''))].map(([path, text]): [string, string] => {
      const edits = edit?.changes?.[URI.file(path).toString()] ?? [];
      return [path, applied(text, edits)];
    });
    return new Map(changed);
  });
}

const applied = (text: string, edits: TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('file:///text', 'pim', 0, text), edits);
