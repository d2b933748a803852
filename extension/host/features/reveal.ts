import * as vscode from 'vscode';
import { type LocateParams, type LocateResult, locateRequest } from '../../../language/protocol.ts';
import type { Server } from '../client.ts';
import type { Panel } from '../panel.ts';
import { sayWhy } from '../say-why.ts';
import { textColumn } from '../text-column.ts';

/** From a number in the panel to the line it comes from, from a problem to its place, and back to the text. */
export function registerReveal(server: Server, panel: Panel): vscode.Disposable {
  return panel.onMessage(message => {
    if (message.type === 'reveal') void reveal(server, message.origin);
    if (message.type === 'open') void openAt(message.uri, lineRange(message.line));
    if (message.type === 'leave') void backToText();
  });
}

async function reveal(server: Server, origin: string): Promise<void> {
  const params: LocateParams = { origin };
  const place = await server.request<LocateResult | null>(locateRequest, params).catch(() => null);
  if (place) return openAt(place.uri, rangeOf(place.range));
  void vscode.window.setStatusBarMessage(vscode.l10n.t('The text this came from has changed.'), 4000);
}

async function openAt(uri: string, selection: vscode.Range): Promise<void> {
  await openAtPlace(uri, selection).catch(error =>
    sayWhy(
      vscode.l10n.t('{0} could not be opened.', vscode.workspace.asRelativePath(vscode.Uri.parse(uri))),
      error,
    ),
  );
}

async function openAtPlace(uri: string, selection: vscode.Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const open = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  const viewColumn = open?.viewColumn ?? textColumn();
  await vscode.window.showTextDocument(document, { viewColumn, selection });
}

async function backToText(): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'pim');
  if (!editor) return void (await vscode.commands.executeCommand('workbench.action.focusPreviousGroup'));
  const { viewColumn } = editor;
  await vscode.window.showTextDocument(editor.document, viewColumn === undefined ? {} : { viewColumn });
}

const lineRange = (line: number): vscode.Range => new vscode.Range(line, 0, line, 0);

const rangeOf = ({ start, end }: LocateResult['range']): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
