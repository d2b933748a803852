import assert from 'node:assert/strict';
import { TextDocument, URI } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import { inEditor } from '../../support/editor.ts';
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
      'nothing to a keyword',
      'chip',
      'component A<|> : adc\ncomponent B extends A',
      'component A : adc\ncomponent B extends A',
    ],
    [
      'no property, whose names are given',
      'speed',
      'component A : adc { ra<|>te 1 GHz }',
      'component A : adc { rate 1 GHz }',
    ],
    [
      'no block that says one of the library anew',
      'Pair',
      'import "pim:chips/neural-pim"\nchip A extends NeuralPIM { tile Ti<|>le { } }',
      'import "pim:chips/neural-pim"\nchip A extends NeuralPIM { tile Tile { } }',
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
