import type { LangiumDocument, LangiumDocuments } from 'langium';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { importedUris } from './imports.ts';

/** A declaration as seen from a file, and how near it is. */
export interface Seen<T> {
  readonly node: T;
  readonly document: LangiumDocument;
  readonly from: 'file' | 'import' | 'library';
}

/**
 * What one can speak of in a file, by name: what it declares, what it imports, then the rest of the library, which an import
 * away is as good as there. The nearest of a name hides the others. Without a file: the library.
 */
export function seenFrom<T extends ast.Declaration & { readonly name: string }>(
  documents: LangiumDocuments,
  document: LangiumDocument | undefined,
  is: (node: ast.Declaration) => node is T,
): Seen<T>[] {
  const all = documents.all.toArray();
  const imported = document ? importedUris(documents, document.uri, rootOf(document)) : new Set<string>();
  const seen = [
    ...(document ? declared(document, 'file', is) : []),
    ...all
      .filter(each => each !== document && imported.has(each.uri.toString()))
      .flatMap(each => declared(each, 'import', is)),
    ...all
      .filter(each => each !== document && isLibrary(each.uri))
      .flatMap(each => declared(each, 'library', is)),
  ];
  const names = new Set<string>();
  return seen.filter(({ node: { name } }) => name && !names.has(name) && names.add(name));
}

function declared<T extends ast.Declaration>(
  document: LangiumDocument,
  from: Seen<T>['from'],
  is: (node: ast.Declaration) => node is T,
): Seen<T>[] {
  return rootOf(document)
    .declarations.filter(is)
    .filter(node => from === 'file' || !('private' in node && node.private))
    .map(node => ({ node, document, from }));
}

const rootOf = (document: LangiumDocument) => document.parseResult.value as ast.Document;
