import {
  type AstNode,
  AstUtils,
  CstUtils,
  type LangiumDocument,
  type LangiumDocuments,
  type LeafCstNode,
} from 'langium';
import { DefaultRenameProvider, type LangiumServices } from 'langium/lsp';
import type { RenameParams, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { visitReferences } from '../syntax/visit.ts';

/**
 * Renames everywhere, but nothing of the library: its files cannot be changed. A name that an import gave (`as`) is renamed
 * where it is known, and stays when what it stands for is renamed.
 */
export class PimRenameProvider extends DefaultRenameProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    super(services);
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    const leaf = this.leafAt(document, params);
    if (!leaf || !name.test(params.newName)) return undefined;
    const alias = aliasAt(leaf, document);
    if (alias) return renamedAlias(alias, document, params.newName);
    if (this.isOfLibrary(leaf, document)) return undefined;
    const edit = await super.rename(document, params);
    return edit && this.withoutAliases(edit, leaf.text);
  }

  override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    const leaf = this.leafAt(document, params);
    if (!leaf || (!aliasAt(leaf, document) && this.isOfLibrary(leaf, document))) return undefined;
    return this.renameNodeRange(document, params.position);
  }

  private leafAt(
    document: LangiumDocument,
    { position }: TextDocumentPositionParams,
  ): LeafCstNode | undefined {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    return root && CstUtils.findDeclarationNodeAtOffset(root, offset, this.grammarConfig.nameRegexp);
  }

  private isOfLibrary(leaf: LeafCstNode, document: LangiumDocument): boolean {
    return (
      isLibrary(document.uri) ||
      this.references.findDeclarations(leaf).some(node => isLibrary(AstUtils.getDocument(node).uri))
    );
  }

  /** References by another name are those by an alias, which stays. */
  private withoutAliases({ changes = {} }: WorkspaceEdit, oldName: string): WorkspaceEdit {
    const kept = Object.entries(changes).map(([uri, edits]): [string, TextEdit[]] => {
      const text = this.textOf(uri);
      return [uri, text ? edits.filter(({ range }) => text.getText(range) === oldName) : edits];
    });
    return { changes: Object.fromEntries(kept.filter(([, edits]) => edits.length > 0)) };
  }

  private textOf(uri: string): LangiumDocument['textDocument'] | undefined {
    return this.documents.all.find(each => each.uri.toString() === uri)?.textDocument;
  }
}

/** The import that gave the name at a place, if it is one that an `as` gave. */
function aliasAt({ text, astNode }: LeafCstNode, document: LangiumDocument): ast.ImportedName | undefined {
  if (ast.isImportedName(astNode)) return astNode.name === text ? astNode : undefined;
  const { imports } = document.parseResult.value as ast.Document;
  const given = imports.flatMap(({ names }) => names).find(each => each.name === text);
  return given && referencesBy(text, document).some(({ container }) => container === astNode)
    ? given
    : undefined;
}

function renamedAlias(
  { $cstNode, name: oldName = '', target }: ast.ImportedName,
  document: LangiumDocument,
  newName: string,
): WorkspaceEdit {
  const given = CstUtils.flattenCst($cstNode!)
    .toArray()
    .findLast(leaf => !leaf.hidden && leaf.text === oldName);
  const used = referencesBy(oldName, document).filter(({ reference }) => reference.ref === target.ref);
  const ranges = [given?.range, ...used.map(({ reference }) => reference.$refNode?.range)];
  return {
    changes: {
      [document.uri.toString()]: ranges.flatMap(range => (range ? [{ range, newText: newName }] : [])),
    },
  };
}

/** References of a file that are spelt like this, those of imports left out. */
function referencesBy(text: string, document: LangiumDocument) {
  const found: { container: AstNode; reference: { ref?: unknown; $refNode?: { range: Range } } }[] = [];
  visitReferences(document.parseResult.value, ({ container, reference }) => {
    if (reference.$refText === text && !ast.isImportedName(container) && 'ref' in reference)
      found.push({ container, reference });
  });
  return found;
}

/** What may be a name, as the grammar's ID. */
const name =
  /^[A-Za-z_\u00B5\u00C0-\u024F\u0370-\u03FF][A-Za-z0-9_\u00B5\u00C0-\u024F\u0370-\u03FF]*(-[A-Za-z][A-Za-z0-9_]*)*$/;
