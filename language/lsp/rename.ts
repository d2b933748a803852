import { AstUtils, CstUtils, type LangiumDocument } from 'langium';
import { DefaultRenameProvider } from 'langium/lsp';
import type { RenameParams, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { isLibrary } from '../library/address.ts';

/** Renames everywhere, but nothing of the library: its files cannot be changed. */
export class PimRenameProvider extends DefaultRenameProvider {
  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    if (!name.test(params.newName) || this.namesLibrary(document, params)) return undefined;
    return super.rename(document, params);
  }

  override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    return this.namesLibrary(document, params) ? undefined : this.renameNodeRange(document, params.position);
  }

  private namesLibrary(document: LangiumDocument, { position }: TextDocumentPositionParams): boolean {
    const root = document.parseResult.value.$cstNode;
    const leaf =
      root &&
      CstUtils.findDeclarationNodeAtOffset(
        root,
        document.textDocument.offsetAt(position),
        this.grammarConfig.nameRegexp,
      );
    if (!leaf) return false;
    return (
      isLibrary(document.uri) ||
      this.references.findDeclarations(leaf).some(node => isLibrary(AstUtils.getDocument(node).uri))
    );
  }
}

/** What may be a name, as the grammar's ID. */
const name =
  /^[A-Za-z_\u00B5\u00C0-\u024F\u0370-\u03FF][A-Za-z0-9_\u00B5\u00C0-\u024F\u0370-\u03FF]*(-[A-Za-z][A-Za-z0-9_]*)*$/;
