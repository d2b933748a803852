import { at } from '../../support/editor.ts';
import { expectTargets, type Navigate, targetsOf } from '../../support/navigate.ts';

const implement: Navigate = async cursor =>
  targetsOf(
    await cursor.pim.language.lsp.ImplementationProvider!.getImplementation(cursor.document, at(cursor)),
  );

describe('go to implementation', () => {
  const cases: [what: string, marked: string][] = [
    [
      'finds everything that extends a component, by whichever way',
      'component A<|> : adc\ncomponent <|B|> extends A\ncomponent <|C|> extends B\ncomponent D : adc',
    ],
    [
      'finds everything that extends a chip, across files',
      `//- /main.pim
import "parts"
chip <|D|> extends C { }
evaluate C<|> on W
//- /parts.pim
chip C { }`,
    ],
    [
      'finds where an inner block is said anew',
      'chip C { tile T<|> { } }\nchip D extends C { tile <|T|> { } }\nchip E extends D { tile <|T|> { } }',
    ],
    [
      'finds where a property is said anew',
      'component A : adc { ra<|>te 1 GHz }\ncomponent B extends A { <|rate|> 2 GHz }\nchip C { 2 × B { <|rate|> 3 GHz } }\ncomponent D : adc { rate 1 GHz }',
    ],
    ['finds nothing for what nobody extends', 'component A<|> : adc'],
    ['ends for components that extend each other', 'component A<|> extends B\ncomponent <|B|> extends A'],
  ];
  for (const [what, marked] of cases) it(what, () => expectTargets(marked, implement));

  it('finds what extends a component of the library', () =>
    expectTargets('import "pim:components/isaac-32nm"\ncomponent <|B|> extends A<|>DC', implement));
});
