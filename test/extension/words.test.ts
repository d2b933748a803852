import assert from 'node:assert/strict';
import { basis } from '../../extension/views/assumptions.ts';
import { choicesFor } from '../../extension/views/choices.ts';
import { claims, expectations } from '../../extension/views/claims.ts';
import { layersWords } from '../../extension/views/layers.ts';
import { summary } from '../../extension/views/summary.ts';
import { countText, differenceText, inSentence, listText, shareText } from '../../extension/views/words.ts';
import { oneStudy, themeOfStudy } from '../../extension/views/one-study.ts';
import { nineNetworks, sampleOfTwo, sampleReport } from './sample-report.ts';
import { namedTheme } from './theme.ts';

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
    assert.match(alone.verdicts[0]!.text, /^NeuralPIM: [\d.]+ to [\d.]+ TOPS\/W and /);
    assert.equal(alone.verdicts[0]!.basis, '9 networks');
  });
  it('has a few words for the status bar', () => {
    assert.equal(summary(report).headline, 'NeuralPIM 4.18× ISAACStyle TOPS/W');
    const alone = summary(sampleReport(['NeuralPIM'], ['VGG16'])).headline;
    assert.equal(alone, 'NeuralPIM 2.04 TOPS/W');
    assert.equal(summary(sampleReport(['NeuralPIM'])).headline, 'NeuralPIM 2.04 to 2.07 TOPS/W');
  });
  it('of an empty report says so', () => {
    const empty = { ...sampleReport(['NeuralPIM'], []), chips: [], assumptions: [] };
    assert.equal(summary(empty).verdicts[0]!.text, 'Nothing was evaluated');
  });
});

describe('a report of several questions', () => {
  const two = sampleOfTwo();
  it('is shown one question at a time', () => {
    const second = oneStudy(two, 1);
    assert.deepEqual(
      [...second.evaluations, ...second.comparisons, ...second.claims].map(({ study }) => study),
      [...report.evaluations, ...report.comparisons, ...report.claims].map(() => 1),
    );
  });
  it('says in key numbers, claims and expectations which question a row answers', () => {
    for (const table of [
      summary(oneStudy(two, 1), two).table,
      claims(two)!.table,
      expectations(two)!.table,
    ]) {
      const column = table.columns.findIndex(({ label }) => label === 'Question');
      assert.deepEqual(
        [...new Set(table.rows.map(({ cells }) => cells[column]?.text))],
        ['grouping packed', 'grouping separate'],
      );
    }
  });
  it('counts what fails in any of them', () =>
    assert.equal(summary(oneStudy(two, 1), two).warning, '2 expectations do not hold'));
  it('keeps the colour of each chip', () => {
    const part = { ...two, studies: [two.studies[0]!, { ...two.studies[1]!, chips: ['ISAACStyle'] }] };
    const study = oneStudy(part, 1);
    assert.deepEqual(themeOfStudy(namedTheme, study, part).chips, ['chip2']);
  });
});

describe('titles', () => {
  it('of layers name the one that sets the pace, and what holds it up', () => {
    assert.match(layersWords(report.evaluations[0]!).title, /^conv1 sets the pace: [\d.]+ µs per inference$/);
    const slow = report.evaluations.find(
      ({ chip, workload }) => chip === 'ISAACStyle' && workload === 'AlexNet',
    );
    assert.match(layersWords(slow!).title, /, limited by NNADC rate: 5.84 of 5.12 GHz for each tile$/);
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

it('a choice that no longer exists falls back to the first', () => {
  const kept = choicesFor(report, { workload: 'VGG16', chip: 'Gone', metric: 'area', quantity: 3 });
  assert.deepEqual(kept, {
    study: '',
    workload: 'VGG16',
    chip: 'NeuralPIM',
    metric: 'area',
    quantity: 'energy',
    order: 'slowest',
  });
});
