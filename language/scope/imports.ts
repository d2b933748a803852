import { type LangiumDocument, type LangiumDocuments, URI, UriUtils } from 'langium';
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
  const target = UriUtils.resolvePath(UriUtils.dirname(from), bare);
  return target.with({ path: target.path + extension });
}

/** The file an import names, where it names one and not a folder. */
export function importedFile(
  documents: LangiumDocuments,
  from: URI,
  path: string,
): LangiumDocument | undefined {
  return documents.getDocument(importUri(from, path));
}

/** The documents an import brings in: one file, or every file of a folder and the folders in it. */
export function importedDocuments(documents: LangiumDocuments, from: URI, path: string): LangiumDocument[] {
  const file = importedFile(documents, from, path);
  if (file) return [file];
  return documents.getDocuments(URI.parse(folderUri(importUri(from, path))));
}

/** Addresses of the files that a file imports as a whole. */
export function importedUris(
  documents: LangiumDocuments,
  from: URI,
  root: ast.Document,
): ReadonlySet<string> {
  return new Set(
    root.imports
      .filter(({ path, names }) => path && names.length === 0)
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

/** Whether a file can name another in an import: one of the library, or one that lies where paths lead to. */
export function canImport(from: URI, to: URI): boolean {
  if (!to.path.endsWith(extension)) return false;
  return (
    isLibrary(to) ||
    (from.scheme === to.scheme && from.authority === to.authority && driveOf(from) === driveOf(to))
  );
}

const driveOf = ({ path }: URI): string | undefined => /^\/[A-Za-z]:/.exec(path)?.[0].toLowerCase();

/** How a file is named in an import of another one, which `canImport` it. */
export function importPath(from: URI, to: URI): string {
  const path = isLibrary(to)
    ? libraryPrefix + to.path.slice(1)
    : UriUtils.relative(UriUtils.dirname(from), to);
  return path.endsWith(extension) ? path.slice(0, -extension.length) : path;
}
