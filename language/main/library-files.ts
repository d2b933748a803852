import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Library } from '../library/library.ts';

/** Reads the library that lies beside this program: in the sources, or where the bundle keeps its copy. */
export function readLibrary(): Library {
  const root = fileURLToPath(new URL('../library', import.meta.url));
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && entry.name.endsWith('.pim'),
  );
  return new Map(
    files
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [
        relative(root, path).split(sep).join('/').slice(0, -'.pim'.length),
        readFileSync(path, 'utf8'),
      ]),
  );
}
