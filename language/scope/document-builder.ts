import {
  type BuildOptions,
  DefaultDocumentBuilder,
  DocumentState,
  type FileSystemProvider,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
  UriUtils,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { importersOf } from './importers.ts';
import { folderUri, importedFile, importUri } from './imports.ts';

/**
 * Builds documents together with the files they import, wherever those lie. Whoever
 * imports what has changed, come or gone is built anew, also by way of other files: a chip depends on every number below it.
 */
export class PimDocumentBuilder extends DefaultDocumentBuilder {
  private readonly files: FileSystemProvider;
  private readonly affected = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

  constructor(services: LangiumSharedCoreServices) {
    super(services);
    this.files = services.workspace.FileSystemProvider;
  }

  /** What is open in an editor stays, whatever happens to its file; what is neither open nor there any more is gone. */
  override async update(changed: URI[], deleted: URI[], token?: CancellationToken): Promise<void> {
    const there = await Promise.all(changed.map(uri => this.isThere(uri)));
    const gone = changed.filter((_, index) => !there[index]);
    const open = deleted
      .flatMap(uri => this.langiumDocuments.getDocuments(uri))
      .map(({ uri }) => uri)
      .filter(uri => this.isOpen(uri));
    await super.update(
      [...changed.filter((_, index) => there[index]), ...open],
      [...deleted, ...gone],
      token,
    );
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    token: CancellationToken,
  ): Promise<void> {
    const all = [...documents];
    // The list grows while it is walked: what is imported may import more.
    for (const document of all) all.push(...(await this.missingImports(document, token)));
    await super.buildDocuments(all, options, token);
  }

  /**
   * Whether a change of other files can change what is said about a file: one it imports, if only by way of others, or any
   * where a name or an import of it, or of what it imports, is unknown. Langium would ask for unresolved references, which
   * all our words are.
   */
  protected override shouldRelink(document: LangiumDocument, changed: Set<string>): boolean {
    if (isLibrary(document.uri)) return false;
    let affected = this.affected.get(changed);
    if (!affected) this.affected.set(changed, (affected = this.affectedBy(changed)));
    return affected.has(document.uri.toString());
  }

  private affectedBy(changed: ReadonlySet<string>): ReadonlySet<string> {
    const documents = this.langiumDocuments.all.toArray();
    const searching = documents.filter(isSearching).map(({ uri }) => uri.toString());
    return importersOf(new Set([...changed, ...searching]), documents);
  }

  private isOpen(uri: URI): boolean {
    return this.textDocuments?.get(uri) !== undefined;
  }

  private async isThere(uri: URI): Promise<boolean> {
    return this.isOpen(uri) || isLibrary(uri) || this.files.exists(uri);
  }

  private async missingImports(
    document: LangiumDocument,
    token: CancellationToken,
  ): Promise<LangiumDocument[]> {
    if (document.state < DocumentState.Parsed) await this.langiumDocumentFactory.update(document, token);
    const { imports } = document.parseResult.value as ast.Document;
    const named = imports
      .filter(({ path }) => path && !importedFile(this.langiumDocuments, document.uri, path))
      .map(({ path }) => importUri(document.uri, path))
      .filter(uri => !isLibrary(uri));
    const found = (await Promise.all(named.map(uri => this.filesNewAt(uri)))).flat();
    const added: LangiumDocument[] = [];
    // One after the other, so that a file named twice is opened once.
    for (const uri of found)
      if (!this.langiumDocuments.hasDocument(uri)) added.push(...(await this.documentAt(uri, token)));
    return added;
  }

  private async documentAt(uri: URI, token: CancellationToken): Promise<LangiumDocument[]> {
    try {
      return [await this.langiumDocuments.getOrCreateDocument(uri, token)];
    } catch (error) {
      // There, but not to be read: for whoever imports it, it is not there.
      if (token.isCancellationRequested) throw error;
      return [];
    }
  }

  /** The file at an address, else the files of the folder of that name unless the workspace has brought them in. */
  private async filesNewAt(uri: URI): Promise<URI[]> {
    if (await this.isFile(uri)) return [uri];
    const folder = URI.parse(folderUri(uri));
    const workspaceFolders = this.workspaceManager().workspaceFolders ?? [];
    const isOfWorkspace = workspaceFolders.some(each => UriUtils.contains(each.uri, folder));
    const isKnown = isOfWorkspace && this.langiumDocuments.getDocuments(folder).length > 0;
    return isKnown ? [] : this.filesBelow(folder);
  }

  private async isFile(uri: URI): Promise<boolean> {
    try {
      return (await this.files.stat(uri)).isFile;
    } catch {
      return false;
    }
  }

  /** Files of a folder and the folders in it, those near the top first. */
  private async filesBelow(top: URI): Promise<URI[]> {
    const folders = [top];
    const found: URI[] = [];
    // Grows while it is walked. While a path is typed it may name a place that holds half of a disk.
    for (let index = 0; index < folders.length && index < mostFolders; index++) {
      const entries = (await this.entriesOf(folders[index]!)).filter(each =>
        this.workspaceManager().shouldIncludeEntry(each),
      );
      found.push(...entries.filter(({ isFile }) => isFile).map(({ uri }) => uri));
      folders.push(...entries.filter(({ isDirectory }) => isDirectory).map(({ uri }) => uri));
    }
    return found;
  }

  private async entriesOf(folder: URI) {
    try {
      return await this.files.readDirectory(folder);
    } catch {
      return [];
    }
  }
}

const mostFolders = 100;

/** Whether something in a file is unknown, which a file that comes or changes may mend. */
const isSearching = ({ diagnostics = [] }: LangiumDocument): boolean =>
  diagnostics.some(({ code }) => code !== undefined && unknown.has(code));

const unknown: ReadonlySet<string | number> = new Set(['unknown-name', 'unknown-import']);
