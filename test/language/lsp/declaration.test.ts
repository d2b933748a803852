import { at } from '../../support/editor.ts';
import { expectTargets, type Navigate, targetsOf } from '../../support/navigate.ts';

const declare: Navigate = async cursor =>
  targetsOf(await cursor.pim.language.lsp.DeclarationProvider!.getDeclaration(cursor.document, at(cursor)));

describe('go to declaration', () => {
  const cases: [what: string, marked: string][] = [
    [
      'goes from a property to the one it overrides',
      'component A : adc { <|rate|> 1 GHz }\ncomponent B extends A { ra<|>te 2 GHz }',
    ],
    [
      'passes over what does not speak of the property',
      'component A : adc { <|rate|> 1 GHz }\ncomponent B extends A { power 1 mW }\ncomponent C extends B { ra<|>te 2 GHz }',
    ],
    [
      'goes to the nearest',
      'component A : adc { rate 1 GHz }\ncomponent B extends A { <|rate|> 2 GHz }\ncomponent C extends B { ra<|>te 3 GHz }',
    ],
    [
      'goes from the braces of a part to its component',
      'component A : adc { <|rate|> 1 GHz }\nchip C { 2 × A { ra<|>te 2 GHz } }',
    ],
    [
      'goes from the braces of a part to those of the part that it says anew, and to its component',
      'component A : adc { <|rate|> 1 GHz }\nchip C { 2 × A { <|rate|> 2 GHz } }\nchip D extends C { 4 × A { ra<|>te 3 GHz } }',
    ],
    [
      'goes through a parameter to the component it stands for',
      'component A : adc { <|rate|> 1 GHz }\nchip C(converter: adc = A) { 2 × converter { ra<|>te 2 GHz } }',
    ],
    [
      'goes from a group of properties to the same group',
      'chip C { <|precision|> { inputs 8 bit } }\nchip D extends C { pre<|>cision { inputs 4 bit } }',
    ],
    [
      'goes from a property in a group to the one in the same group',
      'chip C { precision { <|inputs|> 8 bit } }\nchip D extends C { precision { in<|>puts 4 bit } }',
    ],
    [
      'goes from what is said about a cell to the cell',
      'component A : cell { <|bits|> 1 bit }\nchip C { 1 × crossbar { cell A { bi<|>ts 2 bit } } }',
    ],
    [
      'goes from an inner block to the one it says anew',
      'chip C { tile <|T|> { } }\nchip D extends C { tile T<|> { } }',
    ],
    [
      'goes from a property of an inner block to that of the one it says anew',
      'chip C { crossbar X { <|read|> 1 ns } }\nchip D extends C { crossbar X { re<|>ad 2 ns } }',
    ],
    [
      'goes from a block written on the spot to the one it stands for',
      'chip C { 4 × pe <|P|> { } }\nchip D extends C { 8 × pe P<|> { } }',
    ],
    [
      'knows such a block by its level where it has no name',
      'chip C { 4 × <|crossbar|> { read 1 ns } }\nchip D extends C { 8 × cross<|>bar { read 2 ns } }',
    ],
    [
      'goes from inside an `if` to what holds otherwise',
      'component A(n: bits) : adc { <|rate|> 1 GHz\n if n > 2 bit { ra<|>te 2 GHz } }',
    ],
    [
      'goes to both braces of an `if`',
      'component A(n: bits) : adc { if n > 2 bit { <|rate|> 2 GHz } else { <|rate|> 1 GHz } }\ncomponent B extends A(1 bit) { ra<|>te 3 GHz }',
    ],
    [
      'goes across files',
      `//- /main.pim
import "parts"
component B extends A { ra<|>te 2 GHz }
//- /parts.pim
component A : adc { <|rate|> 1 GHz }`,
    ],
    ['stays at a property that overrides nothing', 'component A : adc { <|ra<|>te|> 1 GHz }'],
    [
      'goes from the use of an inner block to the block',
      'chip C { tile T { } }\nchip D extends C { tile <|T|> { }\n 4 × T<|> }',
    ],
    ['goes from any other name to its definition', 'component <|A|> : adc\nchip C { 2 × A<|> }'],
    [
      'ends for definitions that extend each other',
      'component A extends B { <|rate|> 1 GHz }\ncomponent B extends A { ra<|>te 2 GHz }',
    ],
  ];
  for (const [what, marked] of cases) it(what, () => expectTargets(marked, declare));

  it('goes into the library', () =>
    expectTargets(
      'import "pim:chips/neural-pim"\nchip C extends NeuralPIM { tile T<|>ile { } }',
      declare,
      'pim:/chips/neural-pim.pim Tile',
    ));
});
