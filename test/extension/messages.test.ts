import assert from 'node:assert/strict';
import {
  isHostMessage,
  isPanelMessage,
  isShown,
  messageVersion as version,
} from '../../extension/messages.ts';
import { sampleReport } from './sample-report.ts';

const shown = { uri: 'file:///chips/neural-pim.pim', target: { evaluate: 0 } };
const problem = { message: 'expected an energy', place: 'neural-pim.pim:12:3', uri: shown.uri, line: 11 };

describe('messages to the panel', () => {
  const accepted: [string, unknown][] = [
    ['a report', { type: 'report', version, report: sampleReport(), file: 'neural-pim.pim', shown }],
    [
      'a report of a whole file',
      { type: 'report', version, report: sampleReport(), file: 'a.pim', shown: { uri: 'untitled:1' } },
    ],
    ['being busy', { type: 'busy', version, message: 'Evaluating' }],
    ['being half done', { type: 'busy', version, message: 'Evaluating', fraction: 0.5 }],
    ['problems', { type: 'failed', version, cause: 'text', file: 'a.pim', problems: [problem], shown }],
    ['being idle', { type: 'idle', version, stale: false }],
    ['being outdated', { type: 'outdated', version, follows: true }],
    ['that a file is gone', { type: 'empty', version, gone: 'a.pim' }],
    ['nothing yet', { type: 'empty', version }],
  ];
  for (const [what, message] of accepted) it(`can say ${what}`, () => assert.ok(isHostMessage(message)));

  const refused: [string, unknown][] = [
    ['another version', { type: 'empty', version: version + 1 }],
    ['no version', { type: 'empty' }],
    ['idle without saying with what', { type: 'idle', version }],
    ['a failure without a cause', { type: 'failed', version, file: 'a.pim', problems: [problem], shown }],
    ['an unknown type', { type: 'surprise', version }],
    [
      'a report without its lists',
      { type: 'report', version, report: { version: '1.0' }, file: 'a.pim', shown },
    ],
    [
      'a problem without a line',
      { type: 'failed', version, cause: 'text', file: 'a.pim', problems: [{ ...problem, line: 'x' }], shown },
    ],
    ['text', 'report'],
    ['nothing', null],
  ];
  for (const [what, message] of refused) it(`cannot be ${what}`, () => assert.ok(!isHostMessage(message)));
});

describe('messages from the panel', () => {
  const accepted: unknown[] = [
    { type: 'ready', version },
    { type: 'reveal', version, origin: 'chip:NeuralPIM' },
    { type: 'open', version, uri: shown.uri, line: 11 },
    { type: 'evaluate', version },
    { type: 'compare', version },
    { type: 'insert', version },
    { type: 'cancel', version },
    { type: 'restart', version },
    { type: 'output', version },
    { type: 'headline', version, text: 'NeuralPIM 4.18× ISAACStyle', detail: 'AlexNet and VGG16' },
    { type: 'copy', version, text: 'a\tb\n' },
    { type: 'picture', version, name: 'chart.png', data: 'data:image/png;base64,AAAA' },
    { type: 'leave', version },
  ];
  for (const message of accepted)
    it(`can be ${(message as { type: string }).type}`, () => assert.ok(isPanelMessage(message)));

  const refused: [string, unknown][] = [
    ['an origin that is no text', { type: 'reveal', version, origin: 3 }],
    ['a line that is not a number', { type: 'open', version, uri: shown.uri, line: Number.NaN }],
    ['a picture that is none', { type: 'picture', version, name: 'x', data: 'data:text/html,<script>' }],
    ['a message of the host', { type: 'report', version }],
    ['another version', { type: 'ready', version: 0 }],
  ];
  for (const [what, message] of refused) it(`cannot be ${what}`, () => assert.ok(!isPanelMessage(message)));
});

describe('what a restored panel shows', () => {
  it('is a file, or one part of it', () => {
    assert.ok(isShown(shown));
    assert.ok(isShown({ uri: 'file:///a.pim' }));
    assert.ok(isShown({ uri: 'file:///a.pim', target: { chip: 'NeuralPIM' } }));
    assert.ok(isShown({ uri: 'file:///a.pim', target: { chips: ['A'], workloads: ['V', 'W'] } }));
  });
  it('is nothing when the state is from elsewhere', () => {
    assert.ok(!isShown(undefined));
    assert.ok(!isShown({ uri: 'file:///a.pim', target: { line: 4 } }));
    assert.ok(!isShown({ uri: 'file:///a.pim', target: { chips: ['A'] } }));
    assert.ok(!isShown({ uri: 'file:///a.pim', target: { chips: ['A'], workloads: [3] } }));
  });
});
