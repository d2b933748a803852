import * as vscode from 'vscode';
import type { Run } from './run.ts';

/**
 * What is shown keeps its file, whichever name that gets: when it or a folder above it is renamed, and when a text without a file is
 * saved as one. `again` evaluates it under the new name, so that every number leads there.
 */
export function followFile(run: Run, again: () => void): vscode.Disposable {
  const moveTo = (uri: string) => {
    run.move(uri);
    again();
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      const uri = run.shown && addressAfter(run.shown.uri, files);
      if (uri === undefined) return;
      // The server has to know the file before it is asked about it.
      await Promise.resolve(vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).catch(() => undefined);
      moveTo(uri);
    }),
    vscode.workspace.onDidCloseTextDocument(document => {
      if (document.uri.scheme !== 'untitled' || document.uri.toString() !== run.shown?.uri) return;
      // One whose language changes is closed and opened again.
      if (openTexts().some(({ uri }) => uri.toString() === document.uri.toString())) return;
      const saved = openTexts().find(each => sameText(each, document));
      if (saved) moveTo(saved.uri.toString());
      else run.forget();
    }),
  );
}

/** Where a file is after others were renamed; undefined where it stayed. */
function addressAfter(
  uri: string,
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): string | undefined {
  for (const { oldUri, newUri } of files) {
    const [from, to] = [oldUri.toString(), newUri.toString()];
    if (uri === from || uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
  }
  return undefined;
}

/** The texts of ours that are open, the one in front first. */
function openTexts(): vscode.TextDocument[] {
  const inFront = vscode.window.activeTextEditor?.document;
  const all = [...(inFront ? [inFront] : []), ...vscode.workspace.textDocuments];
  return all.filter(({ languageId }) => languageId === 'pim');
}

/** Saving may tidy up blanks at the ends of lines and of the file. */
const sameText = (a: vscode.TextDocument, b: vscode.TextDocument): boolean =>
  withoutBlanks(a) === withoutBlanks(b);

const withoutBlanks = (document: vscode.TextDocument): string => document.getText().replace(/\s+/g, '');
