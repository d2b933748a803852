import assert from 'node:assert/strict';
import type * as vscodeTypes from 'vscode';
import type { Server } from '../../extension/host/client.ts';
import type { Evaluation } from '../../extension/host/features/evaluate.ts';
import type { Panel } from '../../extension/host/panel.ts';
import { type Choice, choicesRequest, newChipRequest, questionRequest } from '../../language/protocol.ts';
import { editor, FakeDocument, type FakePick, vscode } from './fake-editor.ts';
import { sampleReport } from './sample-report.ts';

const uri = 'file:///lab/mine.pim';
const choice = (name: string, from: Choice['from']): Choice => ({
  name,
  summary: `What ${name} is.`,
  from,
  path: `path/${name}`,
  uri: from === 'library' ? `pim:/${name}.pim` : uri,
});
const choices = {
  chips: [
    choice('Mine', 'file'),
    choice('Theirs', 'import'),
    choice('ISAAC', 'library'),
    choice('CASCADE', 'library'),
  ],
  workloads: [choice('AlexNet', 'library'), choice('VGG16', 'library')],
};

const asked: [string, object][] = [];
const answers: Record<string, (params: never) => unknown> = {
  [choicesRequest]: ({ uri: from }: { uri?: string }) =>
    from === undefined ? { ...choices, chips: choices.chips.slice(2) } : choices,
  [newChipRequest]: ({ chip, how }: { chip: string; how: string }) => `${how} \${1:My${chip}}`,
  [questionRequest]: ({ uri: home }: { uri?: string }) => ({
    edits: [{ range: { start: { line: 1, character: 0 } }, newText: 'evaluate A on W\n' }],
    text: 'evaluate A on W\n',
    position: home === undefined ? 0 : 2,
  }),
};
const server = {
  async request(method: string, params: object) {
    asked.push([method, params]);
    return answers[method]!(params as never);
  },
} as unknown as Server;
const panel = { onMessage: () => ({ dispose: () => undefined }) } as unknown as Panel;

const memory = new Map<string, unknown>();
const context = {
  workspaceState: {
    get: (key: string) => memory.get(key),
    update: async (key: string, value: unknown) => void memory.set(key, value),
  },
} as unknown as vscodeTypes.ExtensionContext;

/** What was evaluated, as the command got it. */
const evaluated: unknown[][] = [];
const run = (command: string, ...values: unknown[]) => editor.commands.get(command)!(...values);
/** The readers of the quick picks to come, in their order. */
const read = (...readers: ((pick: FakePick) => void)[]) => void (editor.readers = readers);
const labels = (pick: FakePick | undefined) => pick?.items.map(({ label }) => label);
const picked = (pick: FakePick | undefined) => pick?.selectedItems.map(({ label }) => label);

let latest: Evaluation['latest'];

describe('choosing by keyboard', () => {
  before(async () => {
    const { registerCompareChips } = await import('../../extension/host/features/compare-chips.ts');
    const { registerNewChip } = await import('../../extension/host/features/new-chip.ts');
    const { registerInsertQuestion } = await import('../../extension/host/features/insert-question.ts');
    registerCompareChips(context, server, panel);
    registerNewChip(server);
    const evaluation = {
      get latest() {
        return latest;
      },
    } as Evaluation;
    registerInsertQuestion(server, evaluation, panel);
  });
  let evaluate: ((...values: unknown[]) => unknown) | undefined;
  before(() => {
    evaluate = editor.commands.get('pim.evaluate');
    editor.commands.set('pim.evaluate', (...values) => void evaluated.push(values));
  });
  after(() => {
    if (evaluate) editor.commands.set('pim.evaluate', evaluate);
  });
  beforeEach(() => {
    asked.length = 0;
    evaluated.length = 0;
    editor.picks.length = 0;
    editor.opened.length = 0;
    memory.clear();
  });

  describe('chips to compare', () => {
    it('offers what the file sees, by how near it is, and evaluates what is picked', async () => {
      read(
        pick => pick.toggle('ISAAC').accept(),
        pick => pick.toggle('VGG16').accept(),
      );
      await run('pim.compareChips', uri);
      const [chips, workloads] = editor.picks;
      assert.deepEqual(labels(chips), [
        'this file',
        'Mine',
        'imported',
        'Theirs',
        'library',
        'ISAAC',
        'CASCADE',
      ]);
      assert.deepEqual(
        chips!.items.slice(3, 4).map(({ description, detail }) => [description, detail]),
        [['path/Theirs', 'What Theirs is.']],
      );
      assert.deepEqual(labels(workloads), ['library', 'AlexNet', 'VGG16']);
      assert.deepEqual(evaluated, [[uri, { chips: ['Mine', 'ISAAC'], workloads: ['VGG16'] }]]);
    });
    it('keeps the order in which chips were picked', async () => {
      read(
        pick => pick.toggle('Mine', 'CASCADE', 'Theirs', 'Mine').accept(),
        pick => pick.toggle('VGG16', 'AlexNet').accept(),
      );
      await run('pim.compareChips', uri);
      assert.deepEqual(evaluated, [
        [uri, { chips: ['CASCADE', 'Theirs', 'Mine'], workloads: ['VGG16', 'AlexNet'] }],
      ]);
    });
    it('starts from the last choice, after the chip it was asked for', async () => {
      memory.set('pim.compare', { chips: ['ISAAC', 'Gone'], workloads: ['VGG16'] });
      read(
        pick => pick.accept(),
        pick => pick.accept(),
      );
      await run('pim.compareChips', uri, 'Theirs');
      assert.deepEqual(evaluated, [[uri, { chips: ['Theirs', 'ISAAC'], workloads: ['VGG16'] }]]);
      assert.deepEqual(memory.get('pim.compare'), { chips: ['Theirs', 'ISAAC'], workloads: ['VGG16'] });
    });
    it('goes back to the chips and forgets nothing', async () => {
      read(
        pick => pick.toggle('ISAAC').accept(),
        pick => pick.back(),
        pick => pick.accept(),
        pick => pick.toggle('AlexNet').accept(),
      );
      await run('pim.compareChips', uri);
      assert.deepEqual(picked(editor.picks[2]), ['Mine', 'ISAAC']);
      assert.deepEqual(evaluated, [[uri, { chips: ['Mine', 'ISAAC'], workloads: ['AlexNet'] }]]);
    });
    it('does nothing when the reader leaves, and waits while nothing is picked', async () => {
      read(
        pick => pick.accept(),
        pick => {
          pick.accept();
          pick.leave();
        },
      );
      await run('pim.compareChips', uri);
      assert.deepEqual(evaluated, []);
      assert.equal(memory.size, 0);
    });
    it('starts from the file of a menu, not from the one in front', async () => {
      read(pick => pick.leave());
      await run('pim.compareChips', vscode.Uri.parse(uri));
      assert.deepEqual(asked, [[choicesRequest, { uri }]]);
    });
    it('compares the library without any file', async () => {
      read(
        pick => pick.toggle('CASCADE', 'ISAAC').accept(),
        pick => pick.toggle('VGG16').accept(),
      );
      await run('pim.compareChips');
      assert.deepEqual(evaluated, [
        ['pim:/CASCADE.pim', { chips: ['CASCADE', 'ISAAC'], workloads: ['VGG16'] }],
      ]);
    });
  });

  describe('a chip to start from', () => {
    it('opens an unsaved file whose name is to be typed', async () => {
      read(
        pick => pick.toggle('ISAAC').accept(),
        pick => pick.toggle('Copy ISAAC').accept(),
      );
      await run('pim.newChip');
      assert.deepEqual(
        editor.opened.map(({ snippet }) => snippet),
        ['copy ${1:MyISAAC}'],
      );
    });
    it('goes back to the chips', async () => {
      read(
        pick => pick.toggle('ISAAC').accept(),
        pick => pick.back(),
        pick => pick.toggle('CASCADE').accept(),
        pick => pick.toggle('Extend CASCADE').accept(),
      );
      await run('pim.newChip');
      assert.deepEqual(
        editor.opened.map(({ snippet }) => snippet),
        ['extend ${1:MyCASCADE}'],
      );
    });
    it('opens nothing when the reader leaves', async () => {
      read(pick => pick.leave());
      await run('pim.newChip');
      assert.deepEqual(editor.opened, []);
    });
  });

  describe('a question put into the text', () => {
    const report = sampleReport();
    it('is added to the file it was asked from, and evaluated from there', async () => {
      editor.opened.push(new FakeDocument(uri, 'chip A {}\n'));
      latest = { report, file: 'mine.pim', shown: { uri } };
      await run('pim.insertQuestion');
      assert.equal(editor.opened[0]!.text, 'chip A {}\nevaluate A on W\n');
      assert.deepEqual(asked, [
        [questionRequest, { uri, chips: ['NeuralPIM', 'ISAACStyle'], workloads: ['AlexNet', 'VGG16'] }],
      ]);
      assert.deepEqual(
        evaluated.map(([from, target]) => [String(from), target]),
        [[uri, { evaluate: 2 }]],
      );
    });
    it('becomes a file of its own where it was asked from the library', async () => {
      latest = { report, file: 'isaac.pim', shown: { uri: 'pim:/chips/isaac.pim' } };
      await run('pim.insertQuestion');
      assert.deepEqual(
        editor.opened.map(({ uri: opened, text }) => [opened.toString(), text]),
        [['untitled:0', 'evaluate A on W\n']],
      );
      assert.deepEqual(
        evaluated.map(([from, target]) => [String(from), target]),
        [['untitled:0', { evaluate: 0 }]],
      );
    });
    it('is nothing as long as nothing was evaluated', async () => {
      latest = undefined;
      await run('pim.insertQuestion');
      assert.deepEqual(evaluated, []);
    });
  });
});
