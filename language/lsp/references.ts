import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { LangiumServices, ReferencesProvider } from 'langium/lsp';
import type { ReferenceParams } from 'vscode-languageserver';
import type { Location } from 'vscode-languageserver-types';
import { ownFirst } from './navigation/files.ts';
import { mentionsOf } from './navigation/mentions.ts';
import { leafAt, namedAt } from './navigation/named.ts';

/** Where what stands at a place is named, in all files: by its own name, by that of an import, and where it is said anew. */
export class PimReferencesProvider implements ReferencesProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  findReferences(document: LangiumDocument, { position, context }: ReferenceParams): Location[] {
    const leaf = leafAt(document, position);
    const [named] = leaf ? namedAt(leaf) : [];
    if (!named) return [];
    return mentionsOf(named, ownFirst(this.documents))
      .filter(({ role }) => context.includeDeclaration || role !== 'declaration')
      .map(({ document: { uri }, name }) => ({ uri: uri.toString(), range: name.range }));
  }
}
