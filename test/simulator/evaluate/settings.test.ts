import assert from 'node:assert/strict';
import type { Evaluation } from '../../../simulator/index.ts';
import { reportOf } from '../../support/evaluate.ts';
import { within } from '../../support/published.ts';

describe('what an `evaluate` may set', () => {
  it('lets whole arrays act instead of the rows and columns in use', async () => {
    const [used, whole] = [
      await evaluated('dense d { outputs 3 }', 'activity used'),
      await evaluated('dense d { outputs 3 }', 'activity whole'),
    ];
    // Eight input cycles, 20 of 64 rows, 3 × 16 of 64 columns, 3 of 4 dot products.
    assert.deepEqual(
      [countsOf(used), countsOf(whole)],
      [
        { Driver: 8 * 20, Cells: 8 * 20 * 48, Accumulator: 8 * 3, Converter: 3 },
        { Driver: 8 * 64, Cells: 8 * 64 * 64, Accumulator: 8 * 4, Converter: 4 },
      ],
    );
  });

  it('lets a step of a recurrent layer start in the next stage instead of with the result of the one before', async () => {
    const layer = 'lstm m { hidden 4, steps 10 }';
    const [waits, overlaps] = [await evaluated(layer, ''), await evaluated(layer, 'recurrence overlaps')];
    assert.equal(waits.metrics.latency > overlaps.metrics.latency, true);
    assert.equal(waits.metrics.interval, 2 * overlaps.metrics.interval);
  });

  it('counts arrays as busy while they are read, not while they wait for converters', async () => {
    const layer = 'dense d { outputs 4, tokens 20 }';
    const busy = async (rate: string) => {
      const { metrics, layers } = await evaluated(layer, 'replication none', rate);
      return { share: metrics.arrayUtilization * metrics.interval, stage: layers[0]!.stage };
    };
    const [fast, slow] = [await busy('1 GHz'), await busy('1 MHz')];
    assert.ok(slow.stage > 2 * fast.stage);
    // One array of eight, 20 windows of a copy and eight input cycles.
    for (const { share } of [fast, slow]) within(share, (20 * 9 * 100e-9) / 8, 1e-9);
  });

  it('keeps one copy of each layer', async () => {
    const layer = 'dense d { outputs 3, tokens 20 }';
    const copies = async (settings: string) => (await evaluated(layer, settings)).layers[0]!.copies;
    assert.deepEqual([await copies(''), await copies('replication none')], [7, 1]);
  });
});

const countsOf = ({ tree }: Evaluation) =>
  Object.fromEntries(
    tree.children
      .flatMap(node => [node, ...node.children])
      .flatMap(({ name, actions = [] }) => actions.map(({ count }) => [name, count])),
  );

async function evaluated(layer: string, settings: string, rate = '1 GHz'): Promise<Evaluation> {
  const report = await reportOf(`
component Cell : cell { bits 1 bit }
component Cells : array { power 1 mW }
component Driver : dac { resolution 1 bit }
component Converter : adc { resolution 8 bit, rate ${rate}, power 1 mW }
component Accumulator : analog-accumulator { rate 80 MHz, power 1 mW }
chip C {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  8 × crossbar {
    size 64 × 64, cell Cell, read 100 ns, weights differential
    1 × Cells, 64 × Driver, 1 × Accumulator
  }
  1 × Converter
}
workload W {
  input 20 × 1 × ${layer.includes('tokens') ? 20 : 1}
  ${layer}
}
evaluate C on W { ${settings} }
`);
  return report.evaluations[0]!;
}
