import type { AstNode, LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { folderUri, importUri } from './imports.ts';

/**
 * The addresses of files that import one of some addresses, directly or by way of others, and these addresses. Whether anything is
 * there does not matter: who imports what was deleted, or what has just come, is among them.
 */
export function importersOf(
  changed: ReadonlySet<string>,
  documents: Iterable<LangiumDocument>,
): ReadonlySet<string> {
  const importers = [...documents].map(document => ({
    uri: document.uri.toString(),
    names: namedBy(document),
  }));
  const affected = new Set(changed);
  const isAffected = ({ file, folder }: Address) =>
    affected.has(file) || [...affected].some(uri => uri.startsWith(folder));
  let size = -1;
  while (size < affected.size) {
    size = affected.size;
    for (const { uri, names } of importers)
      if (!affected.has(uri) && names.some(isAffected)) affected.add(uri);
  }
  return affected;
}

/** What an import may mean: a file or, with a slash at its end, a folder. */
interface Address {
  readonly file: string;
  readonly folder: string;
}

function namedBy({ uri, parseResult }: LangiumDocument): readonly Address[] {
  const known = addresses.get(parseResult.value);
  if (known) return known;
  // A file that has just come is not parsed yet.
  const { imports = [] } = parseResult.value as Partial<ast.Document>;
  const named = imports
    .filter(({ path }) => path)
    .map(({ path }) => importUri(uri, path))
    .map(target => ({ file: target.toString(), folder: `${folderUri(target)}/` }));
  addresses.set(parseResult.value, named);
  return named;
}

/** Kept with the tree they were read from: the question is asked of every file on every keystroke. */
const addresses = new WeakMap<AstNode, readonly Address[]>();
