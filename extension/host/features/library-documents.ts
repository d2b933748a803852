import * as vscode from 'vscode';
import { type LibraryTextParams, libraryScheme, libraryTextRequest } from '../../../language/protocol.ts';
import type { Server } from '../client.ts';

/** Opens files of the built-in library under their read-only `pim:` address, for example by Go to Definition. */
export function registerLibraryDocuments(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(libraryScheme, {
      provideTextDocumentContent: (uri, token) => libraryText(server, uri, token),
    }),
    // The address need not end in `.pim`, so the language is given by the scheme.
    vscode.workspace.onDidOpenTextDocument(giveLanguage),
  );
}

async function libraryText(
  server: Server,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<string> {
  const params: LibraryTextParams = { uri: uri.toString() };
  const text = await server.request<string | null>(libraryTextRequest, params, token);
  if (text === null) throw vscode.FileSystemError.FileNotFound(uri);
  return text;
}

function giveLanguage(document: vscode.TextDocument): void {
  if (document.uri.scheme === libraryScheme && document.languageId !== 'pim')
    void vscode.languages.setTextDocumentLanguage(document, 'pim');
}
