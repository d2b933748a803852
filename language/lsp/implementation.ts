import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { ImplementationProvider, LangiumServices } from 'langium/lsp';
import type { ImplementationParams } from 'vscode-languageserver';
import type { LocationLink } from 'vscode-languageserver-types';
import { descendantsOf } from './navigation/descendants.ts';
import { ownFirst } from './navigation/files.ts';
import { linksTo } from './navigation/links.ts';
import { leafAt, namedAt } from './navigation/named.ts';

/** From a component or block to everything that extends it, from a property or an inner block to where it is said anew. */
export class PimImplementationProvider implements ImplementationProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  getImplementation(
    document: LangiumDocument,
    { position }: ImplementationParams,
  ): LocationLink[] | undefined {
    const leaf = leafAt(document, position);
    const [named] = leaf ? namedAt(leaf) : [];
    return leaf && named && linksTo(descendantsOf(named, ownFirst(this.documents)), leaf);
  }
}
