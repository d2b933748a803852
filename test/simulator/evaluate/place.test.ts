import assert from 'node:assert/strict';
import fc from 'fast-check';
import { place } from '../../../simulator/evaluate/place.ts';
import { needOf, structureOf } from '../../../simulator/index.ts';
import { evaluationOf } from '../../support/evaluate.ts';
import { actionsIn } from '../../support/published.ts';
import { randomModels } from '../../support/random-models.ts';

describe('rows of arrays', () => {
  // Twelve arrays on three tiles of four: whole rows of three fit once into each.
  it('stay whole, and chips are counted for what these leave free', async () => {
    const { metrics, layers, tree } = await evaluationOf(wide(3));
    assert.equal(layers[0]!.arraysPerCopy, 12);
    assert.equal(metrics.chips, 2);
    // Sums of four rows are in four tiles, three of them on the first chip, and of 16 bits and two carries.
    assert.equal(actionsIn(tree, 'linkBytes'), Math.ceil((12 * 18) / 8));
  });

  it('fit by number where they leave nothing free', async () => {
    const { metrics } = await evaluationOf(wide(4));
    assert.equal(metrics.chips, 1);
  });

  it('are on no more chips than there are', () =>
    fc.assert(
      fc.property(randomModels, models => {
        const { chip, workload } = models;
        const options = { ...models.options, capacity: 'chips' as const };
        const structure = structureOf(chip);
        const { chips, layers } = place(structure, workload, options);
        assert.ok(chips >= needOf(structure, workload, options).chips);
        for (const { partialChips, inputChips, chipsPerCopy, arraysPerCopy } of layers) {
          assert.ok(partialChips <= chipsPerCopy && inputChips <= chipsPerCopy && chipsPerCopy <= chips);
          assert.ok(chipsPerCopy * structure.arrays >= arraysPerCopy);
        }
      }),
      { numRuns: 1000 },
    ));
});

/** A layer of 4 × 3 arrays on tiles of four. */
const wide = (tiles: number): string => `
component Cell : cell { bits 1 bit }
component Cells : array { power 1 mW }
component Driver : dac { resolution 1 bit }
component Converter : adc { resolution 20 bit, rate 1 GHz, power 1 mW }
component Adder : shift-add { energy 1 pJ }
component Wires : link { rate 1 GHz }
chip C {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 16 bit }
  dataflow digital-accumulation
  ${tiles} × tile {
    4 × crossbar { size 64 × 64, cell Cell, read 100 ns, weights differential, 1 × Cells, 64 × Driver, 1 × Adder }
    1 × Converter
  }
  1 × Wires
}
workload W { input 256, dense d { outputs 12 } }
evaluate C on W
`;
