import assert from 'node:assert/strict';
import { libraryReport } from '../support/evaluate.ts';
import { within } from '../support/published.ts';

/**
 * Weights without biases and multiply-accumulates at batch 1, convolutions and fully connected layers only. The weights are
 * the widely published parameter counts (61,100,840 and 138,357,544) less the biases.
 */
describe('networks as published', () => {
  for (const { name, source, weights, macs, layers } of [
    {
      name: 'AlexNet',
      source: 'Krizhevsky, arXiv 1404.5997, one tower',
      weights: 61090496,
      macs: 0.7142e9,
      layers: 8,
    },
    {
      name: 'VGG16',
      source: 'Simonyan and Zisserman, ICLR 2015, configuration D',
      weights: 138344128,
      macs: 15.47e9,
      layers: 16,
    },
  ])
    it(`${name} has ${weights} weights, ${macs / 1e9} G multiply-accumulates and ${layers} layers with weights (${source})`, async () => {
      const { workloads, evaluations } = await libraryReport('studies/neural-pim');
      const summary = workloads.find(workload => workload.name === name)!;
      assert.equal(summary.weights, weights);
      within(summary.macs, macs, 0.0001);
      assert.equal(evaluations.find(({ workload }) => workload === name)!.layers.length, layers);
    });
});
