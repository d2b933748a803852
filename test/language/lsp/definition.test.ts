import { at } from '../../support/editor.ts';
import { expectTargets, type Navigate, targetsOf } from '../../support/navigate.ts';

const define: Navigate = async cursor =>
  targetsOf(await cursor.pim.language.lsp.DefinitionProvider!.getDefinition(cursor.document, at(cursor)));

describe('go to definition', () => {
  const cases: [what: string, marked: string][] = [
    [
      'finds the component that a part is made of',
      'component <|Reg|> : fixed { area 1 mm² }\nchip C { 4 × R<|>eg }',
    ],
    ['finds a block inside a chip', 'chip C { tile <|T|> { }\n 4 × <|>T }'],
    ['finds what is extended', 'component <|A|> : fixed\ncomponent B extends A<|>'],
    [
      'finds a chip by its metric',
      'chip <|A|> { }\nworkload W { }\nevaluate A on W { expect A<|>.area < 1 mm² }',
    ],
    [
      'finds a workload by a metric on it',
      'chip A { }\nworkload <|W|> { }\nevaluate A on W { expect A.energy on W<|> < 1 mJ }',
    ],
    [
      'finds the layer that another reads',
      'workload W { conv <|c|> { outputs 1 }\n dense d from <|>c { outputs 1 } }',
    ],
    [
      'finds the parameter an argument names',
      'component A(<|n|>: bits) : dac { resolution n }\ncomponent B extends A(<|>n = 2 bit)',
    ],
    ['finds the parameter inside', 'component A(<|n|>: bits) : dac { resolution <|>n }'],
    [
      'finds a property by way of its component',
      'component A : fixed { <|area|> 1 mm² }\nconstant a = A.ar<|>ea',
    ],
    [
      'finds a property that the component inherits',
      'component A : fixed { <|area|> 1 mm² }\ncomponent B extends A { power 1 mW }\nconstant a = B.ar<|>ea',
    ],
    [
      'finds a word where its parameter lists it',
      'chip C(style in [lean, <|rich|>] = lean) { if style = ri<|>ch { } }',
    ],
    ['finds a word that is the default', 'chip C(style in [<|lean|>, rich] = le<|>an) { }'],
    [
      'finds the parameter that a part is made of',
      'component A : adc\nchip C(<|converter|>: adc = A) { 2 × con<|>verter }',
    ],
    [
      'goes across files and through a name that the import gives',
      `//- /main.pim
import Reg as Mine from "parts"
component B extends Mi<|>ne
//- /parts.pim
component <|Reg|> : fixed`,
    ],
    [
      'goes from an imported name to what it names',
      `//- /main.pim
import R<|>eg as Mine from "parts"
//- /parts.pim
component <|Reg|> : fixed`,
    ],
    [
      'goes from the name that an import gives',
      `//- /main.pim
import Reg as Mi<|>ne from "parts"
//- /parts.pim
component <|Reg|> : fixed`,
    ],
    [
      'goes from the path of an import to the file',
      `//- /main.pim
import "pa<|>rts"
//- /parts.pim
<||>component Reg : fixed`,
    ],
    [
      'goes from the path of an import to every file of a folder',
      `//- /main.pim
import Reg from <|>"parts"
//- /parts/one.pim
<||>component Reg : fixed
//- /parts/inner/two.pim
<||>component Other : fixed`,
    ],
    ['finds nothing for a name that is not there', 'component B extends Rag<|>'],
    ['finds nothing for a kind', 'component A : a<|>dc'],
    ['finds nothing in a comment', '// A<|>\ncomponent A : adc'],
  ];
  for (const [what, marked] of cases) it(what, () => expectTargets(marked, define));

  it('opens the library', () =>
    expectTargets(
      'import "pim:components/isaac-32nm"\nchip C { 2 × A<|>DC }',
      define,
      'pim:/components/isaac-32nm.pim ADC',
    ));

  it('opens every file of a folder of the library', () =>
    expectTargets('import "pim:de<|>vices"', define, 'pim:/devices/rram.pim'));
});
