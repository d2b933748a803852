import assert from 'node:assert/strict';
import { labelled } from '../../../simulator/evaluate/study-labels.ts';
import type { StudySummary } from '../../../simulator/index.ts';
import { reportOf } from '../../support/evaluate.ts';

const study = (settings: StudySummary['settings'], chips = ['A'], workloads = ['W']): StudySummary => ({
  label: '',
  chips,
  workloads,
  settings,
  origin: '',
});

describe('studies of one report are told apart', () => {
  const cases: [string, StudySummary[], string[]][] = [
    [
      'by the settings that differ, and no others',
      [study({ chips: 8, grouping: 'packed' }), study({ chips: 1024, grouping: 'packed' })],
      ['chips 8', 'chips 1,024'],
    ],
    ['by a setting only one of them has', [study({ chips: 8 }), study({})], ['chips 8', 'chips not set']],
    ['by their chips', [study({}, ['A', 'B']), study({}, ['C'])], ['A, B', 'C']],
    [
      'by what they are about before how',
      [study({ chips: 1 }, ['A'], ['V', 'W']), study({ chips: 2 })],
      ['on V, W; chips 1', 'on W; chips 2'],
    ],
    [
      'by how many when these are many',
      [study({}, ['A'], ['R', 'S', 'T', 'U']), study({})],
      ['on 4 networks', 'on W'],
    ],
    ['by counting when they are the same', [study({}), study({})], ['question 1', 'question 2']],
  ];
  for (const [title, studies, labels] of cases)
    it(title, () =>
      assert.deepEqual(
        labelled(studies).map(({ label }) => label),
        labels,
      ),
    );
});

/** A text that asks the same twice, each time with other settings. */
const asked = (...settings: string[]) => `import "pim:chips"
import "pim:networks"
${settings.map(each => `evaluate NeuralPIM, ISAACStyle on AlexNet {\n${each}\nexpect NeuralPIM.area < 1 m²\n}`).join('\n')}
`;

describe('a report of two evaluations', () => {
  it('says of every answer which of them it belongs to, and how that was set', async () => {
    const report = await reportOf(asked('chips 16\nnormalise area to NeuralPIM', 'chips 32'));
    assert.deepEqual(
      report.studies.map(({ label, settings }) => [label, settings['chips'], settings['replication']]),
      [
        ['chips 16, normalise area to NeuralPIM', 16, 'optimal'],
        ['chips 32, normalise not set', 32, 'optimal'],
      ],
    );
    for (const answers of [report.evaluations, report.comparisons])
      assert.deepEqual(
        answers.map(({ study }) => study),
        [0, 0, 1, 1],
      );
    assert.deepEqual(
      report.expectations.map(({ study }) => study),
      [0, 1],
    );
  });

  it('of one evaluation has one study without a label', async () => {
    const { studies } = await reportOf(asked(''));
    assert.deepEqual(
      studies.map(({ label, chips, workloads }) => [label, chips, workloads]),
      [['', ['NeuralPIM', 'ISAACStyle'], ['AlexNet']]],
    );
  });
});
