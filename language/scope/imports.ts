import { type LangiumDocument, type LangiumDocuments, type URI, UriUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { isLibrary, libraryPrefix, libraryUri } from '../library/address.ts';

/** The ending of source files; imports leave it out. */
const extension = '.pim';

/**
 * The address an import names, without saying whether anything is there: a file of the library (`pim:chips/isaac`) or
 * one relative to the importing file (`parts/adc`, `../adc.pim`).
 */
export function importUri(from: URI, path: string): URI {
  const bare = path.endsWith(extension) ? path.slice(0, -extension.length) : path;
  if (bare.startsWith(libraryPrefix)) return libraryUri(bare.slice(libraryPrefix.length));
  return UriUtils.resolvePath(UriUtils.dirname(from), bare + extension);
}

/** The documents an import brings in: one file, or every file of a folder and the folders in it. */
export function importedDocuments(documents: LangiumDocuments, from: URI, path: string): LangiumDocument[] {
  const uri = importUri(from, path);
  const file = documents.getDocument(uri);
  if (file) return [file];
  const folder = `${folderUri(uri)}/`;
  return documents.all.filter(document => document.uri.toString().startsWith(folder)).toArray();
}

/** Addresses of everything that imports of a file bring in. */
export function importedUris(
  documents: LangiumDocuments,
  from: URI,
  imports: readonly ast.Import[],
): ReadonlySet<string> {
  return new Set(
    imports
      .filter(each => each.path)
      .flatMap(each => importedDocuments(documents, from, each.path))
      .map(document => document.uri.toString()),
  );
}

/** Everything that could be imported: files and folders of the library and of the workspace. */
export function importablePaths(documents: LangiumDocuments, from: URI): readonly string[] {
  const paths = documents.all
    .filter(({ uri }) => !UriUtils.equals(uri, from))
    .map(({ uri }) => importPath(from, uri))
    .toArray();
  const folders = paths.flatMap(path => (path.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : []));
  return [...new Set([...paths, ...folders])];
}

/** The folder an import means when there is no such file. */
export function folderUri(uri: URI): string {
  return uri.toString().slice(0, -extension.length);
}

/** How a file is named in an import of another one. */
export function importPath(from: URI, to: URI): string {
  const path = isLibrary(to)
    ? libraryPrefix + to.path.slice(1)
    : UriUtils.relative(UriUtils.dirname(from), to);
  return path.endsWith(extension) ? path.slice(0, -extension.length) : path;
}
