import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import type * as vscodeTypes from 'vscode';
import type { Server } from '../../extension/host/client.ts';
import { messageVersion as version } from '../../extension/messages.ts';
import type { Evaluation } from '../../extension/host/features/evaluate.ts';
import type { ChangedParams, EvaluateParams, EvaluateResult } from '../../language/protocol.ts';
import { editor, FakeDocument, vscode } from './fake-editor.ts';
import { sampleReport } from './sample-report.ts';

const uri = 'file:///chips/neural-pim.pim';
const report = sampleReport();
const log = { error: () => undefined } as unknown as vscodeTypes.LogOutputChannel;
const context = {
  extensionUri: vscode.Uri.parse('file:///extension'),
} as unknown as vscodeTypes.ExtensionContext;

/** The answer each request gets; a test replaces it. */
let answer: (params: EvaluateParams, token: vscodeTypes.CancellationToken) => Promise<EvaluateResult>;
const requests: EvaluateParams[] = [];
let hear: (change: ChangedParams) => void;
const server = {
  onChanged(listener: typeof hear) {
    hear = listener;
    return { dispose: () => undefined };
  },
  request: (_method: string, params: EvaluateParams, token: vscodeTypes.CancellationToken) => {
    requests.push(params);
    return answer(params, token);
  },
  onProgress: () => ({ dispose: () => undefined }),
} as unknown as Server;

const types = () => editor.posted.map(({ type }) => type);
const evaluate = (...values: unknown[]) => editor.commands.get('pim.evaluate')!(...values);
/** The server tells of a change. */
const change = (edition = 2, changed = uri) => hear({ uris: [changed], edition });
const unanswered = (_: unknown, token: vscodeTypes.CancellationToken) =>
  new Promise<EvaluateResult>((_resolve, reject) =>
    token.onCancellationRequested(() => reject(new Error('cancelled'))),
  );
const problems = async (): Promise<EvaluateResult> => ({ problems: [], cause: 'text', edition: 1 });
let evaluation: Evaluation;
const ready = () => editor.page.fire({ type: 'ready', version });

describe('PIM: Evaluate', () => {
  before(async () => {
    const { createPanel } = await import('../../extension/host/panel.ts');
    const { registerEvaluate } = await import('../../extension/host/features/evaluate.ts');
    evaluation = registerEvaluate(server, createPanel(context), log);
  });
  beforeEach(() => {
    editor.posted.length = 0;
    requests.length = 0;
    editor.settings = { delay: 1, onChange: true };
    answer = async () => ({ report, edition: 1 });
  });

  it('opens the panel, and sends the report once the page listens', async () => {
    await evaluate(uri, { evaluate: 0 });
    assert.deepEqual(types(), []);
    ready();
    assert.deepEqual(types(), ['report']);
    assert.deepEqual(editor.posted[0]?.['shown'], { uri, target: { evaluate: 0 } });
    assert.equal(editor.panel?.title, 'PIM Results: neural-pim.pim');
    assert.equal(editor.contexts.get('pim.hasReport'), true);
    assert.equal(editor.contexts.get('pim.evaluating'), false);
  });
  it('lets the page load nothing but its own files', () => {
    const html = editor.panel?.webview.html ?? '';
    assert.match(html, /default-src 'none'/);
    const nonce = /script-src 'nonce-([^']+)'/.exec(html)?.[1];
    assert.ok(nonce && html.includes(`<script nonce="${nonce}"`));
  });
  it('says that it is busy, then shows the result', async () => {
    await evaluate(uri);
    assert.deepEqual(types(), ['busy', 'report']);
  });
  it('says what is wrong and where', async () => {
    const range = { start: { line: 11, character: 2 }, end: { line: 11, character: 5 } };
    const problem = { message: 'expected an energy', uri, range };
    answer = async () => ({ problems: [problem], cause: 'text', edition: 1 });
    await evaluate(uri);
    assert.deepEqual(types(), ['busy', 'failed']);
    assert.equal(editor.posted[1]?.['cause'], 'text');
    assert.deepEqual(editor.posted[1]['problems'], [
      { message: 'expected an energy', place: 'neural-pim.pim:12:3', uri, line: 11 },
    ]);
  });
  it('gives a page that comes back the last good report and what is wrong since', () => {
    ready();
    assert.deepEqual(types(), ['report', 'failed']);
  });
  it('drops an evaluation when the next one starts', async () => {
    answer = unanswered;
    const first = evaluate(uri);
    answer = async () => ({ report, edition: 1 });
    await evaluate(uri);
    await first;
    assert.deepEqual(types(), ['busy', 'busy', 'report']);
  });
  it('stops on command, and the last result stands', async () => {
    answer = unanswered;
    const running = evaluate(uri);
    editor.page.fire({ type: 'cancel', version });
    await running;
    assert.deepEqual(types(), ['busy', 'idle']);
    assert.equal(editor.posted[1]?.['stale'], false);
    assert.equal(editor.contexts.get('pim.evaluating'), false);
  });
  it('says that the server does not answer, which is no mistake of the text', async () => {
    answer = () => Promise.reject(new Error('connection lost'));
    await evaluate(uri);
    assert.deepEqual(types(), ['busy', 'failed']);
    assert.equal(editor.posted[1]?.['cause'], 'server');
  });
  it('follows the text, the same part of the same file', async () => {
    await evaluate(uri, { chip: 'NeuralPIM' });
    change(2);
    change(3);
    await after(30);
    assert.deepEqual(
      requests.map(({ target }) => target),
      [{ chip: 'NeuralPIM' }, { chip: 'NeuralPIM' }],
    );
  });
  it('follows what the file imports, and nothing else', async () => {
    await evaluate(uri);
    change(2, 'file:///chips/other.pim');
    await after(30);
    assert.equal(requests.length, 1);
    hear({ uris: ['file:///chips/part.pim', uri], edition: 3 });
    await after(30);
    assert.equal(requests.length, 2);
  });
  it('greys a result at once when the text has changed', async () => {
    await evaluate(uri);
    change();
    assert.deepEqual(types(), ['busy', 'report', 'outdated']);
    assert.equal(editor.posted[2]?.['follows'], true);
    await after(30);
    assert.deepEqual(types().slice(3), ['busy', 'report']);
  });
  it('greys a result and leaves it at that where it is not to follow', async () => {
    editor.settings['onChange'] = false;
    await evaluate(uri);
    change();
    await after(30);
    assert.deepEqual(types(), ['busy', 'report', 'outdated']);
    assert.equal(editor.posted[2]?.['follows'], false);
  });
  it('keeps an old result grey after the next one was stopped', async () => {
    await evaluate(uri);
    change();
    answer = unanswered;
    const running = evaluate(uri);
    editor.page.fire({ type: 'cancel', version });
    await running;
    assert.deepEqual(types(), ['busy', 'report', 'outdated', 'busy', 'idle']);
    assert.equal(editor.posted[4]?.['stale'], true);
  });
  it('takes a result for old that knows nothing of the last change', async () => {
    answer = async () => {
      change(2);
      return { report, edition: 1 };
    };
    editor.settings['onChange'] = false;
    await evaluate(uri);
    assert.deepEqual(types(), ['busy', 'report', 'outdated']);
  });
  it('takes a result for true that knows of the last change', async () => {
    answer = async () => {
      change(2);
      return { report, edition: 2 };
    };
    await evaluate(uri);
    await after(30);
    assert.deepEqual(types(), ['busy', 'report']);
  });

  describe('of another file', () => {
    const other = 'file:///chips/other.pim';
    beforeEach(async () => {
      await evaluate(uri);
      editor.posted.length = 0;
    });

    it('leaves nothing of the first to export or to insert', async () => {
      assert.equal(evaluation.latest?.shown.uri, uri);
      answer = problems;
      await evaluate(other);
      assert.equal(evaluation.latest, undefined);
      assert.equal(editor.contexts.get('pim.hasReport'), false);
      assert.equal(editor.contexts.get('pim.hasQuestion'), false);
    });
    it('gives a page that comes back no result of the first', async () => {
      answer = problems;
      await evaluate(other);
      editor.posted.length = 0;
      ready();
      assert.deepEqual(types(), ['failed']);
    });
    it('leaves the page empty when it is stopped', async () => {
      answer = unanswered;
      const running = evaluate(other);
      editor.page.fire({ type: 'cancel', version });
      await running;
      assert.deepEqual(types(), ['busy', 'empty']);
    });
  });

  describe('keeps its file', () => {
    const shownNow = () => editor.posted.findLast(({ type }) => type === 'report')?.['shown'];
    const uriOf = (text: string) => vscode.Uri.parse(text);

    it('when that is renamed', async () => {
      await evaluate(uri, { evaluate: 0 });
      editor.renamed.fire({ files: [{ oldUri: uriOf(uri), newUri: uriOf('file:///chips/mine.pim') }] });
      await after(5);
      assert.deepEqual(shownNow(), { uri: 'file:///chips/mine.pim', target: { evaluate: 0 } });
      assert.equal(editor.panel?.title, 'PIM Results: mine.pim');
    });
    it('when a folder above it is renamed', async () => {
      await evaluate(uri);
      editor.renamed.fire({ files: [{ oldUri: uriOf('file:///chips'), newUri: uriOf('file:///all') }] });
      await after(5);
      assert.deepEqual(shownNow(), { uri: 'file:///all/neural-pim.pim' });
    });
    it('when a text without a file is saved as one', async () => {
      const unsaved = new FakeDocument('untitled:Untitled-1', 'chip A {}');
      await evaluate('untitled:Untitled-1');
      editor.opened = [new FakeDocument('file:///chips/a.pim', 'chip A {}\n')];
      editor.closed.fire(unsaved);
      await after(5);
      assert.deepEqual(shownNow(), { uri: 'file:///chips/a.pim' });
    });
    it('unless a text without a file is thrown away', async () => {
      const unsaved = new FakeDocument('untitled:Untitled-1', 'chip A {}');
      await evaluate('untitled:Untitled-1');
      editor.opened = [new FakeDocument('file:///chips/b.pim', 'chip B {}')];
      editor.closed.fire(unsaved);
      assert.deepEqual(editor.posted.at(-1), { type: 'empty', version, gone: 'Untitled-1' });
      assert.equal(evaluation.latest, undefined);
      assert.equal(editor.panel?.title, 'PIM Results');
    });
    it('unless the server knows of none', async () => {
      answer = async () => ({ problems: [], cause: 'file', edition: 1 });
      await evaluate(uri);
      assert.deepEqual(types(), ['busy', 'empty']);
      assert.equal(editor.posted[1]?.['gone'], 'neural-pim.pim');
      answer = async () => ({ report, edition: 1 });
      await evaluate(uri);
    });
  });

  it('waits while nobody looks, and catches up then', async () => {
    editor.panel!.visible = false;
    editor.viewState.fire();
    change();
    await after(30);
    assert.equal(requests.length, 0);
    editor.panel!.visible = true;
    editor.viewState.fire();
    await after(5);
    assert.equal(requests.length, 1);
  });
  describe('whispers the number that matters', () => {
    const whisper = () =>
      editor.page.fire({ type: 'headline', version, text: 'NeuralPIM 4.18× ISAACStyle', detail: 'more' });
    beforeEach(async () => {
      await evaluate(uri, { chip: 'NeuralPIM' });
      whisper();
    });

    it('in the status bar, with the way back to the same result', () => {
      const { text, tooltip, shown, command } = editor.statusBar;
      assert.deepEqual([text, tooltip, shown], ['$(circuit-board) NeuralPIM 4.18× ISAACStyle', 'more', true]);
      assert.deepEqual((command as { arguments: unknown[] }).arguments, [uri, { chip: 'NeuralPIM' }]);
    });
    it('until the text has errors, whatever the page still shows', async () => {
      answer = problems;
      await evaluate(uri, { chip: 'NeuralPIM' });
      assert.equal(editor.statusBar.shown, false);
      whisper();
      assert.equal(editor.statusBar.shown, false);
    });
    it('until something else is asked', async () => {
      const running = evaluate(uri, { evaluate: 1 });
      assert.equal(editor.statusBar.shown, false);
      await running;
    });
    it('until the text changes while nobody looks', async () => {
      editor.panel!.visible = false;
      editor.viewState.fire();
      change();
      await after(30);
      assert.equal(editor.statusBar.shown, false);
      editor.panel!.visible = true;
      editor.viewState.fire();
      await after(5);
    });
    it('only while the result or a text of ours is in sight', () => {
      vscode.window.visibleTextEditors = [{ document: { languageId: 'pim' } }];
      editor.panel!.visible = false;
      editor.viewState.fire();
      assert.equal(editor.statusBar.shown, true);
      vscode.window.visibleTextEditors = [{ document: { languageId: 'markdown' } }];
      editor.editors.fire();
      assert.equal(editor.statusBar.shown, false);
      editor.panel!.visible = true;
      editor.viewState.fire();
      assert.equal(editor.statusBar.shown, true);
      vscode.window.visibleTextEditors = [];
    });
  });
  it('copies for the page, and ignores what is no message', () => {
    editor.page.fire({ type: 'copy', version, text: 'a\tb' });
    editor.page.fire({ type: 'copy', version: version + 1, text: 'other' });
    assert.equal(editor.clipboard, 'a\tb');
  });
  it('asks what the result depends on only when told to, and again as long as it is shown', async () => {
    await evaluate(uri, { evaluate: 0 });
    await evaluate(uri, { evaluate: 0 }, true);
    assert.deepEqual(
      requests.map(({ sensitivity }) => sensitivity?.[0]),
      [undefined, 'energyEfficiency'],
    );
    const restored = vscode.window.createWebviewPanel('pim.results', 'PIM Results');
    await editor.serializer!.deserializeWebviewPanel(restored, { uri, sensitivity: true });
    await after(5);
    assert.equal(requests.at(-1)?.sensitivity?.[0], 'energyEfficiency');
  });
  it('evaluates again what a panel showed before a reload', async () => {
    const restored = vscode.window.createWebviewPanel('pim.results', 'PIM Results');
    await editor.serializer!.deserializeWebviewPanel(restored, { uri, target: { evaluate: 2 }, choices: {} });
    ready();
    await after(5);
    assert.deepEqual(requests[0]?.target, { evaluate: 2 });
    assert.equal(types().at(-1), 'report');
  });
  it('stops when the panel is closed, and takes no late answer', async () => {
    let late = (_: EvaluateResult) => {};
    answer = () => new Promise(resolve => (late = resolve));
    const running = evaluate(uri);
    editor.panel!.dispose();
    assert.equal(editor.contexts.get('pim.evaluating'), false);
    late({ report, edition: 1 });
    await running;
    assert.equal(evaluation.latest, undefined);
  });
});
