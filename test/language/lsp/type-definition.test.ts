import { at } from '../../support/editor.ts';
import { expectTargets, type Navigate, targetsOf } from '../../support/navigate.ts';

const typeOf: Navigate = async cursor =>
  targetsOf(await cursor.pim.language.lsp.TypeProvider!.getTypeDefinition(cursor.document, at(cursor)));

describe('go to type definition', () => {
  const cases: [what: string, marked: string][] = [
    ['of a part is its component', 'component <|A|> : adc\nchip C { 2 × A<|> }'],
    ['of a part is its block', 'chip C { tile <|T|> { }\n 2 × T<|> }'],
    [
      'of a part made of a parameter is its default component',
      'component <|A|> : adc\nchip C(converter: adc = A) { 2 × con<|>verter }',
    ],
    ['of a parameter is its default component', 'component <|A|> : adc\nchip C(con<|>verter: adc = A) { }'],
    [
      'of an argument is the default component of its parameter',
      'component <|A|> : adc\ncomponent B : adc\nchip C(converter: adc = A) { }\nchip D extends C(con<|>verter = B) { }',
    ],
    [
      'of a property is the component it takes',
      'component <|A|> : cell\nchip C { 1 × crossbar { ce<|>ll A } }',
    ],
    ['of a definition is what it extends', 'component <|A|> : adc\ncomponent B<|> extends A'],
    ['of an evaluated chip is the chip', 'chip <|C|> { }\nevaluate C<|> on W'],
    ['of a number is nothing', 'component A(n: bits = 2 bit) : dac { resolution n<|> }'],
    ['of a kind is nothing', 'component A : a<|>dc'],
  ];
  for (const [what, marked] of cases) it(what, () => expectTargets(marked, typeOf));
});
