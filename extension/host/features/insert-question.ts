import * as vscode from 'vscode';
import {
  libraryScheme,
  type QuestionParams,
  type QuestionResult,
  questionRequest,
} from '../../../language/protocol.ts';
import type { Server } from '../client.ts';
import { commands } from '../commands.ts';
import type { Panel } from '../panel.ts';
import { textColumn } from '../text-column.ts';
import type { Evaluation } from './evaluate.ts';

/** Puts the question that the panel answers into the file it was asked from, as an `evaluate`, and evaluates that. */
export function registerInsertQuestion(
  server: Server,
  evaluation: Evaluation,
  panel: Panel,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.insertQuestion, () => insert(server, evaluation)),
    panel.onMessage(message => {
      if (message.type === 'insert') void vscode.commands.executeCommand(commands.insertQuestion);
    }),
  );
}

async function insert(server: Server, { latest }: Evaluation): Promise<void> {
  const [study] = latest?.report.studies ?? [];
  if (!latest || !study) return;
  const { chips, workloads } = study;
  const home = vscode.Uri.parse(latest.shown.uri);
  // Nobody can write into the library, so the question becomes a file of its own.
  const own = home.scheme !== libraryScheme;
  const params: QuestionParams = { ...(own ? { uri: home.toString() } : {}), chips, workloads };
  const question = await server.request<QuestionResult>(questionRequest, params);
  const document = own
    ? await vscode.workspace.openTextDocument(home)
    : await vscode.workspace.openTextDocument({ language: 'pim', content: question.text });
  const editor = await vscode.window.showTextDocument(document, { viewColumn: textColumn() });
  if (own && !(await editor.edit(edits => applyTo(edits, question)))) return;
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end));
  await vscode.commands.executeCommand(commands.evaluate, document.uri, { evaluate: question.position });
}

function applyTo(builder: vscode.TextEditorEdit, { edits }: QuestionResult): void {
  for (const { range, newText } of edits)
    builder.insert(new vscode.Position(range.start.line, range.start.character), newText);
}
