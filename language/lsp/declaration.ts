import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { DeclarationProvider, LangiumServices } from 'langium/lsp';
import type { DeclarationParams } from 'vscode-languageserver';
import type { LocationLink } from 'vscode-languageserver-types';
import { definitionsOf } from './definition.ts';
import { linksTo } from './navigation/links.ts';
import { leafAt, namedAt, nameOf } from './navigation/named.ts';
import { isOverridable, overridden } from './navigation/overrides.ts';

/** From a property or a block where it is said anew to what it overrides; from any other name to its definition. */
export class PimDeclarationProvider implements DeclarationProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  getDeclaration(document: LangiumDocument, { position }: DeclarationParams): LocationLink[] | undefined {
    const leaf = leafAt(document, position);
    if (!leaf) return undefined;
    const before = namedAt(leaf)
      .filter(node => nameOf(node)?.offset === leaf.offset)
      .filter(isOverridable)
      .flatMap(overridden);
    return before.length > 0 ? linksTo(before, leaf) : definitionsOf(leaf, this.documents);
  }
}
