import { at } from '../../support/editor.ts';
import { expectTargets, type Navigate } from '../../support/navigate.ts';

const refer =
  (includeDeclaration: boolean): Navigate =>
  cursor =>
    cursor.pim.language.lsp.ReferencesProvider!.findReferences(cursor.document, {
      ...at(cursor),
      context: { includeDeclaration },
    });

describe('references', () => {
  const cases: [what: string, marked: string][] = [
    [
      'of a component are its parts, what extends it and its values',
      'component <|A<|>|> : adc { rate 1 GHz }\ncomponent B extends <|A|>\nchip C { 4 × <|A|> }\nconstant a = <|A|>.rate',
    ],
    [
      'of a component include its names in other files',
      `//- /main.pim
import <|Reg|> as <|Mine|> from "parts"
component B extends <|Mine<|>|>
//- /parts.pim
component <|Reg|> : fixed
component C extends <|Reg|>
//- /other.pim
import "parts"
chip D { 2 × <|Reg|> }`,
    ],
    [
      'of a name that an import gives are those of what it stands for',
      `//- /main.pim
import <|Reg|> as <|Mi<|>ne|> from "parts"
//- /parts.pim
component <|Reg|> : fixed`,
    ],
    [
      'of a property are all that override each other',
      'component A : adc { <|rate|> 1 GHz }\ncomponent B extends A { <|ra<|>te|> 2 GHz }\ncomponent C extends A { <|rate|> 3 GHz }\nchip D { 2 × B { <|rate|> 4 GHz } }\nconstant a = B.<|rate|>\ncomponent E : adc { rate 5 GHz }',
    ],
    [
      'of a property are found from where it is read',
      'component A : adc { <|rate|> 1 GHz }\ncomponent B extends A\nconstant a = B.<|ra<|>te|>',
    ],
    [
      'of a property in both braces of an `if` are one',
      'component A(n: bits) : adc { if n > 2 bit { <|ra<|>te|> 1 GHz } else { <|rate|> 2 GHz } }\nconstant a = A.<|rate|>',
    ],
    [
      'of an inner block include the blocks that say it anew, and their parts',
      `//- /main.pim
import "parts"
chip D extends C { tile <|T|> { }
 2 × <|T<|>|> }
chip E { tile T { } }
//- /parts.pim
chip C { tile <|T|> { }
 4 × <|T|> }`,
    ],
    [
      'of a block written on the spot are those that say it anew',
      'chip C { 4 × pe <|P<|>|> { } }\nchip D extends C { 8 × pe <|P|> { } }',
    ],
    [
      'of a parameter are its uses and arguments',
      'component A(<|n|>: bits) : dac { resolution <|n|> }\ncomponent B extends A(<|n<|>|> = 2 bit)',
    ],
    [
      'of a word are where it is compared and given',
      'chip C(style in [<|rich|>, lean] = <|rich|>) { if style = <|ri<|>ch|> { } }\nchip D extends C(<|rich|>) { }\nchip E(style in [rich, lean] = rich) { }',
    ],
    [
      'of a layer are the layers that read it',
      'workload W { conv <|c<|>|> { outputs 1 }\n dense d from <|c|> { outputs 1 } }\nworkload V { conv c { outputs 1 } }',
    ],
    [
      'of a workload are the questions about it',
      'chip A { }\nworkload <|W|> { }\nevaluate A on <|W<|>|> { expect A.energy on <|W|> < 1 mJ }',
    ],
    [
      'of a constant inside braces stay there',
      'component A : dac { constant <|n|> = 2\n energy <|n<|>|> * 1 pJ }\nconstant n = 3',
    ],
    ['of a keyword are none', 'comp<|>onent A : adc'],
    ['of a unit are none', 'constant a = 2 m<|>W'],
  ];
  for (const [what, marked] of cases) it(what, () => expectTargets(marked, refer(true)));

  const without: [what: string, marked: string][] = [
    ['the definition', 'component A<|> : adc\ncomponent B extends <|A|>'],
    [
      'where a property is first spoken of',
      'component A : adc { rate 1 GHz }\ncomponent B extends A { <|ra<|>te|> 2 GHz }',
    ],
  ];
  for (const [what, marked] of without)
    it(`leave out ${what} where they are asked to`, () => expectTargets(marked, refer(false)));

  it('are found in the library', () =>
    expectTargets(
      'import "pim:chips/isaac"\nimport "pim:components/isaac-32nm"\ncomponent B extends <|Sample<|>Hold|>',
      refer(true),
      'pim:/chips/isaac-style.pim SampleHold',
      'pim:/chips/isaac.pim SampleHold',
      'pim:/components/isaac-32nm.pim SampleHold',
      'pim:/studies/isaac-sensitivities.pim SampleHold',
      'pim:/studies/strategies.pim SampleHold',
    ));
});
