import { type TextDocument, URI, UriUtils } from 'langium';
import { DefaultDocumentUpdateHandler } from 'langium/lsp';
import type { TextDocumentChangeEvent } from 'vscode-languageserver';
import { isLibrary } from '../library/address.ts';

/** Follows the editor: a file that is closed is what the disk has of it, or is forgotten where the disk has nothing. */
export class PimDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(document.uri);
    if (isLibrary(uri)) return;
    const folders = this.workspaceManager.workspaceFolders ?? [];
    // Files elsewhere were there because they were open, or because another imports them; that one reads them again.
    const isOfWorkspace = folders.some(folder => UriUtils.contains(folder.uri, uri));
    if (isOfWorkspace) this.fireDocumentUpdate([uri], []);
    else this.fireDocumentUpdate([], [uri]);
  }
}
