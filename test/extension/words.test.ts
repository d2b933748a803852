import assert from 'node:assert/strict';
import { basis } from '../../extension/views/assumptions.ts';
import { choicesFor } from '../../extension/views/choices.ts';
import { claims, expectations } from '../../extension/views/claims.ts';
import { layers } from '../../extension/views/layers.ts';
import { metrics as metricsOfViews } from '../../extension/views/metrics.ts';
import { summary } from '../../extension/views/summary.ts';
import { countText, differenceText, inSentence, listText, shareText } from '../../extension/views/words.ts';
import { metrics } from '../../simulator/index.ts';
import { nineNetworks, sampleReport } from './sample-report.ts';

const report = sampleReport();

describe('the verdict', () => {
  it('comes first, with the claim beside it', () => {
    const [first, second] = summary(report).verdicts;
    assert.equal(first?.text, 'NeuralPIM: 4.18× the energy efficiency of ISAACStyle');
    assert.equal(first?.claim, 'claimed 5.36×');
    assert.equal(second?.basis, 'AlexNet and VGG16; geometric mean, equal area');
  });
  it('says at once that an expectation does not hold', () => {
    assert.equal(summary(report).warning, '1 expectation does not hold');
  });
  it('of a chip alone is what it achieves', () => {
    const alone = summary(sampleReport(['NeuralPIM'], nineNetworks));
    assert.match(alone.verdicts[0]!.text, /^NeuralPIM: [\d.]+ TOPS\/W to [\d.]+ TOPS\/W and /);
    assert.equal(alone.verdicts[0]!.basis, '9 networks');
  });
  it('has a few words for the status bar', () => {
    assert.equal(summary(report).headline, 'NeuralPIM 4.18× ISAACStyle TOPS/W');
    assert.match(summary(sampleReport(['NeuralPIM'])).headline, /^NeuralPIM [\d.]+ TOPS\/W$/);
  });
  it('of an empty report says so', () => {
    const empty = { ...sampleReport(['NeuralPIM'], []), chips: [], assumptions: [] };
    assert.equal(summary(empty).verdicts[0]!.text, 'Nothing was evaluated');
  });
});

describe('titles', () => {
  it('of layers name the one that sets the pace, and what holds it up', () => {
    assert.match(layers(report.evaluations[0]!).title, /^conv1 sets the pace: [\d.]+ µs per inference$/);
    const slow = report.evaluations.find(
      ({ chip, workload }) => chip === 'ISAACStyle' && workload === 'AlexNet',
    );
    assert.match(layers(slow!).title, /, held up by the converters$/);
  });
  it('of claims say how far we are', () => {
    assert.equal(claims(report)?.title, '2 published numbers; ours are at most 22 % away');
    const [one] = report.claims;
    assert.equal(claims({ ...report, claims: [one!] })?.title, 'Ours is −22 % from the published number');
    const same = { ...one!, actual: one!.claimed };
    assert.equal(claims({ ...report, claims: [same] })?.title, '1 published number, reproduced');
  });
  it('of expectations count those that fail', () => {
    assert.equal(expectations(report)?.title, '1 of 2 expectations fails');
    const passed = report.expectations.map(expectation => ({ ...expectation, passed: true }));
    assert.equal(expectations({ ...report, expectations: passed })?.title, 'All 2 expectations hold');
    assert.equal(expectations({ ...report, expectations: [] }), undefined);
  });
  it('of the basis count assumptions and sources', () => {
    assert.equal(basis(report).title, '6 assumptions and 4 sources');
    assert.equal(basis(report).sources[1]?.address, 'https://doi.org/10.1109/ISCA.2016.12');
    assert.equal(basis(report).sources[3]?.address, undefined);
  });
});

describe('words', () => {
  const cases: [string, string][] = [
    [countText(16128), '16,128'],
    [countText(2.84e9), '2.84 billion'],
    [shareText(0.528), '53 %'],
    [differenceText(0.78), '−22 %'],
    [differenceText(1.0001), '±0 %'],
    [listText(['AlexNet', 'VGG16', 'ResNet50'], 'networks'), 'AlexNet, VGG16 and ResNet50'],
    [listText(nineNetworks, 'networks'), '9 networks'],
    [inSentence('Energy efficiency'), 'energy efficiency'],
    [inSentence('DACs'), 'DACs'],
  ];
  for (const [text, expected] of cases) it(`are “${expected}”`, () => assert.equal(text, expected));
});

it('metrics are called in the views what they are called in the simulator', () => {
  assert.deepEqual(metricsOfViews, metrics);
});

it('a choice that no longer exists falls back to the first', () => {
  const kept = choicesFor(report, { workload: 'VGG16', chip: 'Gone', metric: 'area', quantity: 3 });
  assert.deepEqual(kept, { workload: 'VGG16', chip: 'NeuralPIM', metric: 'area', quantity: 'energy' });
});
