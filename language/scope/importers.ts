import type { AstNode, LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { folderUri, importUri } from './imports.ts';

/**
 * Some addresses, and those of files that import one of them, directly or by way of others. Whether anything is there does
 * not matter: who imports what was deleted, or what has just come, is among them.
 */
export function importersOf(
  changed: ReadonlySet<string>,
  documents: Iterable<LangiumDocument>,
): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const document of documents)
    for (const name of namesOf(document)) {
      const known = importers.get(name);
      if (known) known.push(document.uri.toString());
      else importers.set(name, [document.uri.toString()]);
    }
  const affected = new Set(changed);
  // Grows while it is walked.
  for (const uri of affected)
    for (const name of [uri, ...foldersOf(uri)])
      for (const importer of importers.get(name) ?? []) affected.add(importer);
  return affected;
}

/** What the imports of a file name: each the address of a file or, with a slash at its end, of a folder. */
function namesOf({ uri, parseResult }: LangiumDocument): readonly string[] {
  const known = names.get(parseResult.value);
  if (known) return known;
  // A file that has just come is not parsed yet.
  const { imports = [] } = parseResult.value as Partial<ast.Document>;
  const found = imports
    .filter(({ path }) => path)
    .map(({ path }) => importUri(uri, path))
    .flatMap(target => [target.toString(), `${folderUri(target)}/`]);
  names.set(parseResult.value, found);
  return found;
}

/** Kept with the tree they were read from: the question is asked of every file on every keystroke. */
const names = new WeakMap<AstNode, readonly string[]>();

/** `file:///a/b/c.pim` lies in `file:///a/b/` and `file:///a/`. */
function foldersOf(uri: string): string[] {
  const parts = uri.split('/');
  return parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}
