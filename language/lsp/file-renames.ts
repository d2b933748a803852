import {
  GrammarUtils,
  type LangiumDocument,
  type LangiumDocuments,
  URI,
  UriUtils,
  type WorkspaceLock,
} from 'langium';
import type { FileOperationHandler, LangiumSharedServices } from 'langium/lsp';
import type { FileOperationOptions, FileRename, RenameFilesParams } from 'vscode-languageserver';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { canImport, folderUri, importPath, importUri } from '../scope/imports.ts';

/**
 * Before files or folders are renamed or moved: changes the imports that name them, in all files, and the imports of the
 * moved files themselves, so that every import means what it meant.
 */
export class PimFileRenameHandler implements FileOperationHandler {
  private readonly documents: LangiumDocuments;
  private readonly lock: WorkspaceLock;
  private readonly ready: () => Promise<void>;

  constructor({ workspace }: LangiumSharedServices) {
    this.documents = workspace.LangiumDocuments;
    this.lock = workspace.WorkspaceLock;
    this.ready = () => workspace.WorkspaceManager.ready;
  }

  readonly fileOperationOptions: FileOperationOptions = {
    willRename: {
      filters: [
        { pattern: { glob: '**/*.pim', matches: 'file' } },
        { pattern: { glob: '**/*', matches: 'folder' } },
      ],
    },
  };

  async willRenameFiles({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
    await this.ready();
    return this.lock.read(() => {
      const moved = movedBy(files);
      const changes = this.documents.all
        .filter(({ uri }) => !isLibrary(uri))
        .map((document): [string, TextEdit[]] => [
          document.uri.toString(),
          editsIn(document, this.documents, moved),
        ])
        .filter(([, edits]) => edits.length > 0)
        .toArray();
      return changes.length > 0 ? { changes: Object.fromEntries(changes) } : null;
    });
  }
}

/** Where something lies after the renaming. */
type Moved = (uri: URI) => URI;

function movedBy(files: readonly FileRename[]): Moved {
  const moves = files.map(({ oldUri, newUri }) => ({ from: addressOf(oldUri), to: addressOf(newUri) }));
  return uri => {
    const move = moves.find(({ from }) => UriUtils.contains(from, uri));
    return move ? move.to.with({ path: move.to.path + uri.path.slice(move.from.path.length) }) : uri;
  };
}

/** Without the slash that some editors put after a folder. */
function addressOf(text: string): URI {
  const uri = URI.parse(text);
  return uri.with({ path: uri.path.replace(/\/+$/, '') });
}

function editsIn(document: LangiumDocument, documents: LangiumDocuments, moved: Moved): TextEdit[] {
  const { imports = [] } = document.parseResult.value as Partial<ast.Document>;
  return imports.flatMap(({ path, $cstNode }) => {
    const cst = path ? GrammarUtils.findNodeForProperty($cstNode, 'path') : undefined;
    const changed = cst && pathAfter(path, document, documents, moved);
    return changed === undefined ? [] : [{ range: cst!.range, newText: `"${changed}"` }];
  });
}

/** How an import has to name what it names once everything is where it will be; undefined where that stays. */
function pathAfter(
  path: string,
  { uri }: LangiumDocument,
  documents: LangiumDocuments,
  moved: Moved,
): string | undefined {
  const target = targetAfter(path, uri, documents, moved);
  const from = moved(uri);
  // The way it is written may still do, such as `../parts` from a folder beside the other.
  if (!target || !canImport(from, target) || UriUtils.equals(importUri(from, path), target)) return undefined;
  const changed = importPath(from, target);
  const dot = path.startsWith('./') && !changed.startsWith('.') ? './' : '';
  return dot + changed + (path.endsWith('.pim') ? '.pim' : '');
}

/** Where the file an import names will be; for a folder the address that a file of its name would have. */
function targetAfter(path: string, from: URI, documents: LangiumDocuments, moved: Moved): URI | undefined {
  const target = importUri(from, path);
  if (isLibrary(target)) return undefined;
  if (documents.hasDocument(target)) return moved(target);
  const folder = URI.parse(folderUri(target));
  if (documents.getDocuments(folder).length === 0) return undefined;
  const after = moved(folder);
  return after.with({ path: `${after.path}.pim` });
}
