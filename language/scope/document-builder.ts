import {
  type BuildOptions,
  DefaultDocumentBuilder,
  DocumentState,
  type FileSystemProvider,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { dependentsOf } from './dependents.ts';
import { folderUri, importedDocuments, importUri } from './imports.ts';

/** Builds documents together with the files they import, wherever those lie, and validates the user's files only. */
export class PimDocumentBuilder extends DefaultDocumentBuilder {
  private readonly files: FileSystemProvider;

  constructor(services: LangiumSharedCoreServices) {
    super(services);
    this.files = services.workspace.FileSystemProvider;
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
   * where a name or an import of it is unknown. Langium would ask for unresolved references, which all our words are.
   */
  protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
    if (isLibrary(document.uri)) return false;
    const isSearching = document.diagnostics?.some(({ code }) => code !== undefined && unknown.has(code));
    return isSearching === true || this.dependents(changedUris).has(document.uri.toString());
  }

  /** Asked for each document of a change, worked out once. */
  private dependents(changedUris: Set<string>): ReadonlySet<string> {
    if (this.lastChange?.changed !== changedUris)
      this.lastChange = {
        changed: changedUris,
        dependents: dependentsOf(this.langiumDocuments, changedUris),
      };
    return this.lastChange.dependents;
  }

  private lastChange?: { readonly changed: Set<string>; readonly dependents: ReadonlySet<string> };

  /** The library is checked by our tests, and nobody could mend it. */
  protected override shouldValidate(document: LangiumDocument): boolean {
    return !isLibrary(document.uri) && super.shouldValidate(document);
  }

  private async missingImports(
    document: LangiumDocument,
    token: CancellationToken,
  ): Promise<LangiumDocument[]> {
    if (document.state < DocumentState.Parsed) await this.langiumDocumentFactory.update(document, token);
    const { imports } = document.parseResult.value as ast.Document;
    const missing = imports
      .filter(({ path }) => path && importedDocuments(this.langiumDocuments, document.uri, path).length === 0)
      .map(({ path }) => importUri(document.uri, path))
      .filter(uri => !isLibrary(uri));
    const uris = await Promise.all(missing.map(uri => this.filesAt(uri)));
    return Promise.all(uris.flat().map(uri => this.langiumDocuments.getOrCreateDocument(uri)));
  }

  /** The file at an address, else the files of the folder of that name, else nothing. */
  private async filesAt(uri: URI): Promise<URI[]> {
    if (await this.files.exists(uri)) return [uri];
    const folder = URI.parse(folderUri(uri));
    if (!(await this.files.exists(folder))) return [];
    const entries = await this.files.readDirectory(folder);
    return entries.filter(entry => entry.isFile && entry.uri.path.endsWith('.pim')).map(entry => entry.uri);
  }
}

/** What a file that comes or changes may mend. */
const unknown: ReadonlySet<string | number> = new Set(['unknown-name', 'unknown-import']);
