import { AstUtils, type LangiumDocument, type LangiumDocuments, type LeafCstNode } from 'langium';
import type { DefinitionProvider, LangiumServices } from 'langium/lsp';
import type { DefinitionParams } from 'vscode-languageserver';
import type { LocationLink } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { importedDocuments } from '../scope/imports.ts';
import { linksTo, linkToFile } from './navigation/links.ts';
import { leafAt, namedAt } from './navigation/named.ts';

/** From any name to where it is defined, from the path of an import to the file or to each file of the folder. */
export class PimDefinitionProvider implements DefinitionProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  getDefinition(document: LangiumDocument, { position }: DefinitionParams): LocationLink[] | undefined {
    const leaf = leafAt(document, position);
    return leaf && definitionsOf(leaf, this.documents);
  }
}

export function definitionsOf(leaf: LeafCstNode, documents: LangiumDocuments): LocationLink[] {
  const node = leaf.astNode;
  if (ast.isImport(node) && leaf.tokenType.name === 'STRING' && node.path)
    return importedDocuments(documents, AstUtils.getDocument(node).uri, node.path).map(each =>
      linkToFile(each, leaf),
    );
  return linksTo(namedAt(leaf), leaf);
}
