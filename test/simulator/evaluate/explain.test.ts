import assert from 'node:assert/strict';
import { evaluationOf } from '../../support/evaluate.ts';

/** One array of 64 × 16 weights in a tile, which a component of the tile or chip may hold up; 100 ns a cycle. */
const explanationWith = async (part = '', component = '', accumulator = ''): Promise<string> => {
  const { layers } = await evaluationOf(`
component Cell : cell { bits 1 bit }
component Cells : array { energy 1 fJ, area 10 µm² }
component Driver : dac { resolution 1 bit, energy 1 pJ, area 1 µm² }
component Converter : adc { resolution 8 bit, rate 1 GHz, power 1 mW, area 500 µm² }
component Accumulator : analog-accumulator { energy 1 pJ, area 20 µm² }
${component}
chip C {
  node 32 nm
  precision { inputs 8 bit, weights 4 bit, outputs 8 bit }
  dataflow analog-accumulation
  tile T {
    1 × crossbar { size 64 × 128, cell Cell, read 100 ns, 1 × Cells, 64 × Driver, 1 × Accumulator ${accumulator} }
    1 × Converter
    ${part}
  }
  1 × T
}
workload W { input 64, dense d { outputs 16 } }
evaluate C on W
`);
  return layers[0]!.bottleneck.explanation;
};

describe('what holds a layer up, in words', () => {
  it('is its input cycles, and which units have most to do, where nothing is too slow', async () =>
    assert.equal(
      await explanationWith(),
      'paced by 8 input cycles of 100 ns and one to copy inputs; busiest is Converter rate: 0.16 of 1 GHz for each tile',
    ));

  // A window reads 64 bytes of inputs in nine cycles, and takes them in from outside, and writes 16 of results: 144 bytes in 900 ns.
  it('is the bandwidth of what moves data, in the stage', async () =>
    assert.equal(
      await explanationWith('2 × Store', 'component Store : buffer { rate 10 MHz, energy 1 pJ }'),
      'limited by Store bandwidth: 160 of 20 MB/s for each tile',
    ));

  // Sixteen results in every cycle: 160 million a second.
  it('is the rate of what computes, in the cycle it has', async () =>
    assert.equal(
      await explanationWith('', '', '{ rate 80 MHz }'),
      'limited by Accumulator rate: 160 of 80 MHz for each tile',
    ));
});
