import assert from 'node:assert/strict';
import { incomingOf, outgoingOf } from '../../support/hierarchy.ts';

describe('the hierarchy of instances, upwards', () => {
  const cases: [what: string, marked: string, lines: string[]][] = [
    [
      'tells the blocks that hold a component, and how many',
      'component A<|> : adc\nchip C { tile T { 4 × A }\n 1/4 × A }',
      ['T · 4 × in tile T · at A', 'C · 1/4 × in chip C · at A'],
    ],
    [
      'begins at a use as well',
      'component A : adc\nchip C { tile T { 4 × A<|> } }',
      ['T · 4 × in tile T · at A'],
    ],
    [
      'tells a block that names a component twice once',
      'component A : adc\nchip C(n: count = 1) { if n > 2 { 4 × A<|> } else { n × A } }',
      ['C · 4 ×, n × in chip C · at A, A'],
    ],
    [
      'goes up from a block to those that hold it',
      'chip C { pe P<|> { }\n tile T { 4 × P } }',
      ['T · 4 × in tile T · at P'],
    ],
    [
      'goes up from a block written on the spot',
      'chip C { 64 × cross<|>bar { } }',
      ['C · 64 × in chip C · at crossbar'],
    ],
    [
      'counts what stands in the braces of a part to the block around',
      'component A : adc\nchip C { pe P { }\n tile T { 4 × P { 2 × A<|> } } }',
      ['T · 2 × in tile T · at A'],
    ],
    [
      'tells what takes a component as a property',
      'component R<|> : cell\nchip C { 4 × crossbar { cell R } }',
      ['crossbar · cell in crossbar · at R'],
    ],
    [
      'goes through a parameter that a component is the default of',
      'component A<|> : adc\nchip C(converter: adc = A) { 2 × converter }',
      ['converter · default in chip C · at A'],
    ],
    [
      'goes up from such a parameter',
      'component A : adc\nchip C(conv<|>erter: adc = A) { 2 × converter }',
      ['C · 2 × in chip C · at converter'],
    ],
    [
      'tells where a component is given for a parameter',
      'component B<|> : adc\nchip C(converter: adc) { 2 × converter }\nchip D extends C(converter = B) { }',
      ['D · converter of C in chip D · at B'],
    ],
    [
      'goes across files and through names that imports give',
      `//- /main.pim
component A<|> : adc
//- /other.pim
import A as Mine from "main"
chip C { 2 × Mine }`,
      ['C · 2 × in chip C · at Mine · /other.pim'],
    ],
    [
      'counts parts of a block to the one that says it anew',
      'chip C { tile T { }\n 8 × T }\nchip D extends C { tile T<|> { } }',
      ['C · 8 × in chip C · at T'],
    ],
    ['has nothing for what nobody uses', 'component A<|> : adc', []],
    ['has nothing for numbers', 'component A(n<|>: bits) : dac { resolution n }', []],
  ];
  for (const [what, marked, lines] of cases)
    it(what, async () => assert.deepEqual(await incomingOf(marked), lines));

  it('goes up through the library', async () =>
    assert.deepEqual(await incomingOf('import "pim:components"\nchip C { 2 × NNA<|>DC }'), [
      'C · 2 × in chip C · at NNADC',
      'Tile · 4 × in tile Tile · at NNADC · chips/neural-pim.pim',
      'Tile · (converters) × in tile Tile · at NNADC · studies/neural-pim-space.pim',
      'StrategyC · 4 × in chip StrategyC · at NNADC · studies/strategies.pim',
    ]));
});

describe('the hierarchy of instances, downwards', () => {
  const cases: [what: string, marked: string, lines: string[]][] = [
    [
      'tells what a chip is made of',
      `component A : adc
component R : cell
chip C<|> {
  tile T { 2 × A, 4 × crossbar { cell R } }
  8 × T
}`,
      [
        'T · 8 × tile · at T',
        '  A · 2 × adc · at A',
        '  crossbar · 4 × crossbar · at crossbar',
        '    R · cell · at R',
      ],
    ],
    [
      'includes what is inherited',
      'component A : adc\ncomponent B : dac\nchip C { 2 × A, 2 × B }\nchip D<|> extends C { 4 × A }',
      ['A · 4 × adc · at A', 'B · 2 × dac · at C'],
    ],
    [
      'puts a block that is said anew in the place of the other',
      'component A : adc\nchip C { tile T { 2 × A }\n 8 × T }\nchip D<|> extends C { tile T { 4 × A } }',
      ['T · 8 × tile · at C', '  A · 4 × adc · at A'],
    ],
    [
      'does so for a block further down',
      'component A : adc\nchip C { pe P { 1 × A }\n tile T { 2 × P }\n 8 × T }\nchip D extends C { pe P { 3 × A }\n tile T<|> { } }',
      ['P · 2 × pe · at T', '  A · 3 × adc · at A'],
    ],
    [
      'goes through a parameter to its default',
      'component A : adc\nchip C<|>(converter: adc = A) { 2 × converter }',
      ['converter · 2 × adc parameter · at converter', '  A · default adc · at A'],
    ],
    [
      'tells both braces of an `if`',
      'component A : adc\nchip C<|>(n: count = 1) { if n > 2 { 4 × A } else { 1 × A } }',
      ['A · 4 ×, 1 × adc · at A, A'],
    ],
    ['ends at a component', 'component A<|> : adc { rate 1 GHz }', []],
    ['leaves out what is not there', 'chip C<|> { 2 × Rag }', []],
  ];
  for (const [what, marked, lines] of cases)
    it(what, async () => assert.deepEqual(await outgoingOf(marked, 4), lines));

  it('goes down through the library', async () => {
    const lines = await outgoingOf('import "pim:chips"\nevaluate NeuralP<|>IM on W', 3);
    assert.deepEqual(lines.slice(0, 4), [
      'Tile · 280 × tile · at Tile · chips/neural-pim.pim',
      '  PE · 4 × pe · at PE · chips/neural-pim.pim',
      '    crossbar · 16 × crossbar · at crossbar · chips/neural-pim.pim',
      '    PEInputRegister · 1 × input-register · at PEInputRegister · components/neural-pim-32nm.pim',
    ]);
  });
});
