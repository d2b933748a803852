import { type LangiumDocument, type LangiumDocuments, URI, UriUtils } from 'langium';
import type * as ast from '../generated/ast.ts';

/** The ending of source files; imports leave it out. */
const extension = '.pim';

/** The scheme under which the built-in library is imported and addressed: `import "pim:chips/isaac"`. */
export const libraryScheme = 'pim';

/**
 * The address an import names, without saying whether anything is there: a file of the library (`pim:chips/isaac`) or
 * one relative to the importing file (`parts/adc`, `../adc.pim`).
 */
export function importUri(from: URI, path: string): URI {
  const withExtension = path.endsWith(extension) ? path : path + extension;
  if (path.startsWith(`${libraryScheme}:`))
    return URI.from({ scheme: libraryScheme, path: `/${withExtension.slice(libraryScheme.length + 1)}` });
  return UriUtils.resolvePath(UriUtils.dirname(from), withExtension);
}

/** The documents an import brings in: one file, or every file of a folder and the folders in it. */
export function importedDocuments(documents: LangiumDocuments, from: URI, path: string): LangiumDocument[] {
  const uri = importUri(from, path);
  const file = documents.getDocument(uri);
  if (file) return [file];
  const folder = `${uri.toString().slice(0, -extension.length)}/`;
  return documents.all.filter(document => document.uri.toString().startsWith(folder)).toArray();
}

/** Addresses of everything a file imports. */
export function importedUris(documents: LangiumDocuments, from: URI, root: ast.Document): ReadonlySet<string> {
  return new Set(
    root.imports
      .filter(each => each.path)
      .flatMap(each => importedDocuments(documents, from, each.path))
      .map(document => document.uri.toString()),
  );
}
