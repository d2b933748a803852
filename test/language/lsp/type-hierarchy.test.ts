import assert from 'node:assert/strict';
import { relativesOf } from '../../support/hierarchy.ts';

describe('the hierarchy of what extends what', () => {
  const cases: [what: string, marked: string, up: string[], down: string[]][] = [
    [
      'goes one step at a time, both ways',
      'component A : adc\ncomponent B<|> extends A\ncomponent C extends B\ncomponent D extends C',
      ['A · adc'],
      ['C · adc'],
    ],
    ['begins at a use', 'component A : adc\ncomponent B extends A\nchip C { 2 × A<|> }', [], ['B · adc']],
    [
      'goes across files',
      `//- /main.pim
import "parts"
chip D<|> extends C { }
//- /parts.pim
chip C { }
//- /other.pim
import "main"
chip E extends D { }`,
      ['C · chip · /parts.pim'],
      ['E · chip · /other.pim'],
    ],
    [
      'goes on from an inner block to the one it says anew',
      'tile S { }\nchip C { tile T { } }\nchip D extends C { tile T<|> extends S { } }\nchip E extends D { tile T { } }',
      ['S · tile', 'T · tile'],
      ['T · tile'],
    ],
    [
      'does not lose its way where definitions extend each other',
      'component A<|> extends B\ncomponent B extends A',
      ['B · component'],
      ['B · component'],
    ],
  ];
  for (const [what, marked, up, down] of cases)
    it(what, async () => {
      assert.deepEqual(await relativesOf(marked, 'up'), up);
      assert.deepEqual(await relativesOf(marked, 'down'), down);
    });

  it('goes into the library', async () =>
    assert.deepEqual(await relativesOf('import "pim:chips"\nchip C<|> extends NeuralPIM { }', 'up'), [
      'NeuralPIM · chip · chips/neural-pim.pim',
    ]));

  it('has no beginning where nothing can be extended', async () =>
    assert.equal(await relativesOf('workload W<|> { }', 'up'), undefined));
});
