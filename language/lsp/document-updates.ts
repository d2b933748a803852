import { type LangiumDocuments, type TextDocument, URI, UriUtils } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import type { DidChangeWatchedFilesParams, FileEvent, TextDocumentChangeEvent } from 'vscode-languageserver';
import { configurationName } from '../check/configuration.ts';
import { isLibrary } from '../library/address.ts';

/**
 * Follows the editor: a file that is closed is what the disk has of it, or is forgotten where the disk has nothing. Of what
 * happens on disk only that counts which can have to do with the language.
 */
export class PimDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumSharedServices) {
    super(services);
    this.documents = services.workspace.LangiumDocuments;
  }

  override didChangeWatchedFiles({ changes }: DidChangeWatchedFilesParams): void {
    const isOurs = (change: FileEvent) => !isConfiguration(change) && this.concerns(change);
    const ours = changes.filter(isOurs);
    if (ours.length > 0) super.didChangeWatchedFiles({ changes: ours });
    // What goes may be a folder that had nothing of ours but settings.
    const others = changes.filter(each => !isOurs(each) && (isConfiguration(each) || each.type === deleted));
    if (others.length > 0) this.onWatchedFilesChangeEmitter.fire({ changes: others });
  }

  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(document.uri);
    if (isLibrary(uri)) return;
    const folders = this.workspaceManager.workspaceFolders ?? [];
    // Files elsewhere were there because they were open, or because another imports them; that one reads them again.
    const isOfWorkspace = folders.some(folder => UriUtils.contains(folder.uri, uri));
    if (isOfWorkspace) this.fireDocumentUpdate([uri], []);
    else this.fireDocumentUpdate([], [uri]);
  }

  /** The watcher tells of every file of the workspace, and a folder is told from a file only by a look at the disk. */
  private concerns({ uri, type }: FileEvent): boolean {
    const address = URI.parse(uri);
    if (this.documents.getDocuments(address).length > 0) return true;
    if (type === deleted || this.isLeftOut(address)) return false;
    return type === created || address.path.endsWith('.pim');
  }

  /** Whether something is, or lies in, a folder that the workspace does not look into. */
  private isLeftOut(address: URI): boolean {
    const { workspaceFolders = [] } = this.workspaceManager;
    const top = workspaceFolders
      .map(({ uri }) => URI.parse(uri))
      .find(each => UriUtils.contains(each, address));
    const names = top ? address.path.slice(top.path.length).split('/') : [];
    return names.some(name => name !== '' && !this.looksInto(UriUtils.joinPath(top!, name)));
  }

  private looksInto(uri: URI): boolean {
    return this.workspaceManager.shouldIncludeEntry({ isFile: false, isDirectory: true, uri });
  }
}

const isConfiguration = ({ uri }: FileEvent): boolean =>
  UriUtils.basename(URI.parse(uri)) === configurationName;

/** `FileChangeType` of the protocol. */
const created = 1;
const deleted = 3;
