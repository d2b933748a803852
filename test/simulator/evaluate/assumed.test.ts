import assert from 'node:assert/strict';
import { categoryOf } from '../../../simulator/evaluate/resource.ts';
import type { Evaluation, TreeNode } from '../../../simulator/index.ts';
import { reportOf } from '../../support/evaluate.ts';

const chip = (name: string, note: string): string => `
import "pim:components"
import "pim:devices"
/** ${note} */
component Unit : fixed { area 1 mm², power 2 mW }
chip ${name} {
  node      32 nm
  precision { inputs 8 bit, weights 4 bit, outputs 4 bit }
  dataflow  analog-accumulation
  tile T {
    1 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, 128 × DAC, 2 × NNSA }
    1 × NNADC { resolution 4 bit }
    1 × Unit
  }
  1 × T
}
`;
const files = `//- /a.pim
${chip('A', 'Assumption: as large as everybody’s.')}
//- /b.pim
${chip('B', 'Source: somebody, 2020.')}
//- /study.pim
import A from "a"
import B from "b"
workload W { input 64, dense d { outputs 10 } }
evaluate A, B on W
`;

/** The node of a tree that is called so. */
const named = (node: TreeNode, name: string): TreeNode | undefined =>
  node.name === name ? node : node.children.map(child => named(child, name)).find(each => each);

describe('a component', () => {
  let evaluations: Evaluation[];
  before(async () => ({ evaluations } = await reportOf(files)));

  it('rests on an assumption where its own chip assumes it, not one of the same name on another chip', () =>
    assert.deepEqual(
      evaluations.map(({ chip: name, tree }) => [name, named(tree, 'Unit')!.assumed === true]),
      [
        ['A', true],
        ['B', false],
      ],
    ));
  it('says which part of its energy is drawn all the time', () => {
    const { tree, metrics } = evaluations[0]!;
    const expected = 2e-3 * metrics.interval * metrics.chips;
    assert.ok(Math.abs(named(tree, 'Unit')!.staticEnergy! / expected - 1) < 1e-9);
    assert.equal(named(tree, 'Array1Bit')!.staticEnergy, undefined);
  });
});

describe('what holds a layer up', () => {
  for (const [action, category] of [
    [undefined, 'array'],
    ['conversions', 'converter'],
    ['rowDrives', 'dac'],
    ['flitHops', 'interconnect'],
    ['activations', 'digital'],
  ] as const)
    it(`has the group of its components: ${action ?? 'input cycles'}`, () =>
      assert.equal(categoryOf(action), category));
});
