import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import type * as vscodeTypes from 'vscode';
import type { Server } from '../../extension/host/client.ts';
import { messageVersion as version } from '../../extension/messages.ts';
import type { EvaluateParams, EvaluateResult } from '../../language/protocol.ts';
import { editor, vscode } from './fake-editor.ts';
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
const server = {
  request: (_method: string, params: EvaluateParams, token: vscodeTypes.CancellationToken) => {
    requests.push(params);
    return answer(params, token);
  },
  onProgress: () => ({ dispose: () => undefined }),
} as unknown as Server;

const types = () => editor.posted.map(({ type }) => type);
const evaluate = (...values: unknown[]) => editor.commands.get('pim.evaluate')!(...values);
const ready = () => editor.page.fire({ type: 'ready', version });

describe('PIM: Evaluate', () => {
  before(async () => {
    const { createPanel } = await import('../../extension/host/panel.ts');
    const { registerEvaluate } = await import('../../extension/host/features/evaluate.ts');
    registerEvaluate(server, createPanel(context), log);
  });
  beforeEach(() => {
    editor.posted.length = 0;
    requests.length = 0;
    answer = async () => ({ report });
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
    answer = async () => ({ problems: [{ message: 'expected an energy', uri, range }] });
    await evaluate(uri);
    assert.deepEqual(types(), ['busy', 'failed']);
    const problems = editor.posted[1]?.['problems'];
    assert.deepEqual(problems, [
      { message: 'expected an energy', place: 'neural-pim.pim:12:3', uri, line: 11 },
    ]);
  });
  it('gives a page that comes back the last good report and what is wrong since', () => {
    ready();
    assert.deepEqual(types(), ['report', 'failed']);
  });
  it('drops an evaluation when the next one starts', async () => {
    answer = (_, token) =>
      new Promise((_resolve, reject) => token.onCancellationRequested(() => reject(new Error('cancelled'))));
    const first = evaluate(uri);
    answer = async () => ({ report });
    await evaluate(uri);
    await first;
    assert.deepEqual(types(), ['busy', 'busy', 'report']);
  });
  it('stops on command, and the last result stands', async () => {
    answer = (_, token) =>
      new Promise((_resolve, reject) => token.onCancellationRequested(() => reject(new Error('cancelled'))));
    const running = evaluate(uri);
    editor.page.fire({ type: 'cancel', version });
    await running;
    assert.deepEqual(types(), ['busy', 'idle']);
    assert.equal(editor.contexts.get('pim.evaluating'), false);
  });
  it('shows a failure of the server as a problem', async () => {
    answer = () => Promise.reject(new Error('connection lost'));
    await evaluate(uri);
    assert.deepEqual(types(), ['busy', 'failed']);
  });
  it('follows the text, the same part of the same file', async () => {
    await evaluate(uri, { chip: 'NeuralPIM' });
    editor.textChange.fire({ document: { languageId: 'pim' }, contentChanges: [{}] });
    editor.textChange.fire({ document: { languageId: 'pim' }, contentChanges: [{}] });
    await after(30);
    assert.deepEqual(
      requests.map(({ target }) => target),
      [{ chip: 'NeuralPIM' }, { chip: 'NeuralPIM' }],
    );
  });
  it('waits while nobody looks, and catches up then', async () => {
    editor.panel!.visible = false;
    editor.viewState.fire();
    editor.textChange.fire({ document: { languageId: 'pim' }, contentChanges: [{}] });
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
      answer = async () => ({ problems: [] });
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
      editor.textChange.fire({ document: { languageId: 'pim' }, contentChanges: [{}] });
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
});
