import {
  DefaultWorkspaceManager,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
  UriUtils,
} from 'langium';
import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { WorkspaceFolder } from 'vscode-languageserver-types';
import { libraryUri } from './address.ts';

/** The built-in library as text by path without ending (`chips/isaac`). Whoever starts the language brings it along. */
export type Library = ReadonlyMap<string, string>;

/** Puts the library beside the files of the workspace. */
export class PimWorkspaceManager extends DefaultWorkspaceManager {
  private readonly library: Library;
  private readonly shared: LangiumSharedCoreServices;
  /** Problems of files that are not open are shown too. */
  override initialBuildOptions = { validation: true };

  constructor(shared: LangiumSharedCoreServices, library: Library) {
    super(shared);
    this.shared = shared;
    this.library = library;
  }

  protected override loadAdditionalDocuments(
    _folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const document of this.libraryDocuments()) collector(document);
    return Promise.resolve();
  }

  /** The library's documents, parsed and known to the workspace but not yet linked. */
  libraryDocuments(): LangiumDocument[] {
    const { LangiumDocuments, LangiumDocumentFactory } = this.shared.workspace;
    return [...this.library].map(([path, text]) => {
      const uri = libraryUri(path);
      const known = LangiumDocuments.getDocument(uri);
      if (known) return known;
      const document = LangiumDocumentFactory.fromString(text, uri);
      LangiumDocuments.addDocument(document);
      return document;
    });
  }

  /** Follows the editor where folders are added to the workspace or taken out of it. */
  async changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    await this.ready;
    const isRemoved = ({ uri }: WorkspaceFolder) => removed.some(each => UriUtils.equals(each.uri, uri));
    const kept = (this.folders ?? []).filter(folder => !isRemoved(folder));
    this.folders = [...kept, ...added];
    // A folder that stays may lie in one that goes.
    const inside = kept.filter(({ uri }) => removed.some(each => UriUtils.contains(each.uri, uri)));
    const urisOf = (folders: readonly WorkspaceFolder[]) => folders.map(({ uri }) => URI.parse(uri));
    await this.mutex.write(token =>
      this.documentBuilder.update(urisOf([...added, ...inside]), urisOf(removed), token),
    );
  }
}
