import { type LangiumDocuments, URI } from 'langium';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { folderUri, importUri } from './imports.ts';

/**
 * Addresses of the files that a change of some files concerns: those that import them, and those that import these, as
 * everything a file knows of others comes by way of its imports. The library imports no file of a user.
 */
export function dependentsOf(documents: LangiumDocuments, changed: ReadonlySet<string>): ReadonlySet<string> {
  const importers = importersIn(documents);
  const concerned = new Set<string>();
  const open = [...changed];
  for (const uri of open) {
    const users = [
      ...(importers.files.get(uri) ?? []),
      ...importers.folders.filter(({ folder }) => uri.startsWith(folder)).map(({ user }) => user),
    ];
    for (const user of users) {
      if (concerned.has(user)) continue;
      concerned.add(user);
      open.push(user);
    }
  }
  return concerned;
}

/** Who imports what, by address. */
interface Importers {
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly folders: readonly { readonly folder: string; readonly user: string }[];
}

function importersIn(documents: LangiumDocuments): Importers {
  const files = new Map<string, string[]>();
  const folders: { folder: string; user: string }[] = [];
  for (const document of documents.all) {
    if (isLibrary(document.uri)) continue;
    const user = document.uri.toString();
    for (const uri of importsOf(document.uri, document.parseResult.value as ast.Document)) {
      const users = files.get(uri);
      if (users) users.push(user);
      else files.set(uri, [user]);
      if (!documents.hasDocument(URI.parse(uri)))
        folders.push({ folder: `${folderUri(URI.parse(uri))}/`, user });
    }
  }
  return { files, folders };
}

/** Resolving paths takes longer than everything else here, and a tree never changes once it is parsed. */
const known = new WeakMap<ast.Document, readonly string[]>();

function importsOf(from: URI, root: ast.Document): readonly string[] {
  let uris = known.get(root);
  if (!uris) {
    uris = (root.imports ?? [])
      .filter(({ path }) => path)
      .map(({ path }) => importUri(from, path))
      .filter(uri => !isLibrary(uri))
      .map(uri => uri.toString());
    known.set(root, uris);
  }
  return uris;
}
