import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type * as vscodeTypes from 'vscode';
import type { Server } from '../../extension/host/client.ts';
import type { Evaluation } from '../../extension/host/features/evaluate.ts';
import type { Panel } from '../../extension/host/panel.ts';
import type { PanelMessage } from '../../extension/messages.ts';
import { messageVersion as version } from '../../extension/messages.ts';
import { editor, vscode } from './fake-editor.ts';
import { sampleReport } from './sample-report.ts';

const listeners: ((message: PanelMessage) => unknown)[] = [];
const panel = {
  onMessage(listener: (message: PanelMessage) => unknown) {
    listeners.push(listener);
    return { dispose: () => undefined };
  },
} as unknown as Panel;
const done: string[] = [];
const server = { restart: async () => void done.push('restart') } as unknown as Server;
const log = { show: () => done.push('output') } as unknown as vscodeTypes.LogOutputChannel;
const evaluation = {
  latest: { report: sampleReport(), file: 'a.pim', shown: { uri: 'file:///second/chips/a.pim' } },
} as unknown as Evaluation;

/** The page asks for something; what it sets off is over when this is. */
const say = async (message: PanelMessage) => {
  for (const listener of listeners) listener(message);
  await pause(5);
};
const picture = { type: 'picture', version, name: 'a/b.png', data: 'data:image/png;base64,AAAA' } as const;

describe('what the page asks for', () => {
  before(async () => {
    const { registerExportReport } = await import('../../extension/host/features/export-report.ts');
    const { registerReveal } = await import('../../extension/host/features/reveal.ts');
    const { registerServerCommands } = await import('../../extension/host/features/server-commands.ts');
    registerExportReport({} as vscodeTypes.ExtensionContext, evaluation, panel);
    registerReveal(server, panel);
    registerServerCommands(server, panel, log);
  });
  let evaluate: ((...values: unknown[]) => unknown) | undefined;
  before(() => {
    evaluate = editor.commands.get('pim.evaluate');
    editor.commands.set('pim.evaluate', () => done.push('evaluate'));
  });
  after(() => {
    if (evaluate) editor.commands.set('pim.evaluate', evaluate);
  });
  beforeEach(() => {
    editor.errors.length = 0;
    editor.offered.length = 0;
    done.length = 0;
  });

  it('says why a problem cannot be shown', async () => {
    editor.missing = ['file:///gone.pim'];
    await say({ type: 'open', version, uri: 'file:///gone.pim', line: 3 });
    assert.deepEqual(editor.errors, ['/gone.pim could not be opened. no such file']);
  });
  it('says why a picture cannot be saved', async () => {
    editor.saved = vscode.Uri.parse('file:///a.png');
    await say(picture);
    assert.deepEqual(editor.errors, ['The picture could not be saved. the disk is full']);
  });
  it('offers the folder of the file that is shown, of several in the workspace', async () => {
    editor.saved = undefined;
    vscode.workspace.workspaceFolders = ['file:///first', 'file:///second'].map(each => ({
      uri: vscode.Uri.parse(each),
    }));
    await say(picture);
    await editor.commands.get('pim.exportReport')!();
    vscode.workspace.workspaceFolders = undefined;
    assert.deepEqual(editor.offered, ['file:///second/a b.png', 'file:///second/a.report.json']);
  });
  it('restarts the server and evaluates, and shows what the server says', async () => {
    await say({ type: 'restart', version });
    await say({ type: 'output', version });
    assert.deepEqual(done, ['restart', 'evaluate', 'output']);
  });
});
