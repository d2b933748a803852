import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider } from 'langium/lsp';
import type { DocumentHighlightParams } from 'vscode-languageserver';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { mentionsOf, type Role } from './navigation/mentions.ts';
import { leafAt, namedAt } from './navigation/named.ts';

/** Marks what the word under the cursor stands for, wherever the file names it: values given as written, others as read. */
export class PimDocumentHighlightProvider implements DocumentHighlightProvider {
  getDocumentHighlight(
    document: LangiumDocument,
    { position }: DocumentHighlightParams,
  ): DocumentHighlight[] {
    const leaf = leafAt(document, position);
    const [named] = leaf ? namedAt(leaf) : [];
    if (!named) return [];
    return mentionsOf(named, [document]).map(({ name, role }) => ({ range: name.range, kind: kinds[role] }));
  }
}

const kinds: Readonly<Record<Role, DocumentHighlightKind>> = {
  declaration: DocumentHighlightKind.Write,
  override: DocumentHighlightKind.Write,
  given: DocumentHighlightKind.Write,
  import: DocumentHighlightKind.Text,
  read: DocumentHighlightKind.Read,
};
