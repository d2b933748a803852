import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Evaluation, Report } from '../../../simulator/index.ts';
import { evaluationOf, reportOf } from '../../support/evaluate.ts';
import { actionsIn, within } from '../../support/published.ts';
import { randomText, recipes, textOf } from '../../support/random-chip.ts';

describe('a network larger than its chips', () => {
  it('stays as it is where `capacity reload` finds that it fits', async () => {
    const [fitting, reloading] = [await evaluated(16, ''), await evaluated(16, 'capacity reload')];
    assert.deepEqual(reloading, fitting);
  });

  it('keeps to the chips asked for and writes its weights once for each loading', async () => {
    const { metrics, reload } = await evaluated(4, 'capacity reload');
    assert.equal(metrics.chips, 1);
    // Three layers of 2, 4 and 4 arrays on 4 arrays: the first has a loading of its own.
    assert.equal(reload!.loadings, 3);
  });

  it('programs every cell of every copy, slices and both halves of a pair', async () => {
    const { layers, reload } = await evaluated(4, 'capacity reload');
    const cells = layers.reduce((sum, each) => sum + each.rows * each.columns * each.copies * 8 * 2, 0);
    assert.equal(reload!.cellWrites, cells);
  });

  it('fills all arrays several times for one layer that is larger than all of them', async () => {
    const { reload } = await evaluated(3, 'capacity reload');
    assert.equal(reload!.loadings, 1 + 2 + 2);
  });

  it('shares one writing among the inferences of a batch', async () => {
    const [one, four] = [
      await evaluated(4, 'capacity reload'),
      await evaluated(4, 'capacity reload, batch 4'),
    ];
    within(four.reload!.cellWrites, one.reload!.cellWrites / 4, 1e-12);
    within(four.reload!.time, one.reload!.time / 4, 1e-12);
    assert.ok(four.metrics.energyEfficiency > one.metrics.energyEfficiency);
    assert.ok(four.metrics.throughput > one.metrics.throughput);
  });

  it('takes as long as its rows take to be written, where links bring weights faster', async () => {
    const { reload } = await evaluated(4, 'capacity reload');
    // Rows of the three loadings, each written in 1 µs.
    within(reload!.time, (20 + 8 + 16) * 1e-6, 1e-12);
  });

  it('wears its cells out the sooner the more often they are written', async () => {
    const { reload, metrics } = await evaluated(4, 'capacity reload, batch 4');
    within(reload!.lifetime!, (1e6 / 3) * 4 * metrics.interval, 1e-12);
  });

  it('waits for its links as long as its values and no longer, however often its arrays are filled', async () => {
    // 1,000 inputs and 16 outputs are 16 × 4 arrays, of which a chip has 4: 16 fillings, each on one row of arrays.
    const { layers, tree, reload } = (
      await reportOf(reloading(4, '1 × Slow', 'dense a { outputs 16 }', 'capacity reload', 1000))
    ).evaluations[0]!;
    assert.equal(reload!.loadings, 16);
    const bytes = actionsIn(tree, 'linkBytes') - 1000 * 16;
    assert.equal(layers[0]!.bottleneck.resource, 'link');
    within(layers[0]!.time, bytes / 1e3, 1e-12);
  });

  it('stands on a router that exists, also with a layer in parts', async () => {
    // Both layers stand in the middle of all four routers, so values pass one of them; two tiles' worth of arrays take those of b.
    const layers = 'dense a { outputs 16 }\n  dense b { outputs 32 }';
    const { tree, reload } = (await reportOf(reloading(4, '4 × Hop', layers, 'capacity reload', 64)))
      .evaluations[0]!;
    assert.equal(reload!.loadings, 1 + 2);
    assert.equal(actionsIn(tree, 'flitHops'), 64 + 2 * 16);
  });

  it('says in the report what it takes', async () => {
    const { assumptions } = await studied(4, 'capacity reload, batch 4');
    assert.ok(
      assumptions.some(({ text }) =>
        text.startsWith('W does not fit one chip; its arrays are written 3 times for each batch of 4,'),
      ),
    );
  });
});

describe('rewriting the arrays', () => {
  it('costs any chip exactly the energy of its writes, and no total loses a part', () =>
    fc.assert(
      fc.asyncProperty(recipes, fc.integer({ min: 1, max: 5 }), async (recipe, batch) => {
        const text = textOf(randomText(recipe))
          .replace(
            'component Cell : cell {',
            'component Cell : cell {\n  write-energy 8 pJ\n  write-time 1 µs\n',
          )
          .replace('evaluate C on W', `evaluate C on W { capacity reload, batch ${batch} }`);
        const { tree, layers, metrics, reload } = await evaluationOf(text);
        if (!reload) return;
        const parts = tree.children.reduce((sum, { energy }) => sum + energy, 0);
        within(parts, metrics.energyPerInference, 1e-12);
        assert.ok(reload.time < metrics.interval && metrics.latency >= metrics.interval * (1 - 1e-12));
        assert.ok(Number.isInteger(Math.round(reload.cellWrites * batch * 1e3) / 1e3));
        assert.ok(reload.energy >= reload.cellWrites * 8e-12 * (1 - 1e-9));
        assert.ok(layers.reduce((sum, { energy }) => sum + energy, 0) > reload.energy);
      }),
      { numRuns: 60 },
    ));
});

async function evaluated(arrays: number, settings: string): Promise<Evaluation> {
  return (await studied(arrays, settings)).evaluations[0]!;
}

/** Layers of 2, 4 and 4 arrays of 64 × 64 one-bit cells, four weights side by side, on so many arrays. */
const studied = (arrays: number, settings: string): Promise<Report> =>
  reportOf(
    reloading(
      arrays,
      '',
      'dense a { outputs 8 }\n  dense b { outputs 16 }\n  dense c { outputs 16 }',
      settings,
    ),
  );

function reloading(arrays: number, parts: string, layers: string, settings: string, inputs = 20): string {
  return `
component Cell : cell { bits 1 bit, write-energy 10 pJ, write-time 1 µs, endurance 1e6 }
component Cells : array { power 1 mW }
component Driver : dac { resolution 1 bit }
component Converter : adc { resolution 8 bit, rate 1 GHz, power 1 mW }
component Accumulator : analog-accumulator { rate 80 MHz, power 1 mW }
component Slow : link { rate 1 kHz }
component Hop : router { flit 8 bit, rate 1 GHz, energy 1 pJ }
chip C {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  ${arrays} × crossbar {
    size 64 × 64, cell Cell, read 100 ns, weights differential
    1 × Cells, 64 × Driver, 1 × Accumulator
  }
  1 × Converter
  ${parts}
}
workload W {
  input ${inputs}
  ${layers}
}
evaluate C on W { ${settings} }
`;
}
