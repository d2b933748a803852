import * as vscode from 'vscode';

/** Where texts are, so that a file does not open on top of the results. */
export const textColumn = (): vscode.ViewColumn =>
  vscode.window.visibleTextEditors.find(editor => editor.viewColumn !== undefined)?.viewColumn ??
  vscode.ViewColumn.One;

/** The PIM file in front, else one that is visible beside it. */
export function pimEditor(): vscode.TextEditor | undefined {
  const isPim = ({ document }: vscode.TextEditor) => document.languageId === 'pim';
  const inFront = vscode.window.activeTextEditor;
  return inFront && isPim(inFront) ? inFront : vscode.window.visibleTextEditors.find(isPim);
}

/** The file a command was asked about: a lens gives its address as text, a menu as what it is. */
export const uriGiven = (argument: unknown): string | undefined =>
  typeof argument === 'string' ? argument : argument instanceof vscode.Uri ? argument.toString() : undefined;
