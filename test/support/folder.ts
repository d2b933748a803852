import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesIn } from './pim.ts';

/** A folder on disk that a test may do with as it likes. */
export interface Folder {
  readonly uriOf: (path: string) => string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly dispose: () => void;
}

/** Holds the files that a text lists after lines `//- /parts/adc.pim`. */
export function folderWith(text: string): Folder {
  const top = mkdtempSync(join(tmpdir(), 'pim folder-'));
  const at = (path: string) => join(top, path);
  const write = (path: string, content: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  };
  for (const [path, content] of filesIn(text)) write(path, content);
  return {
    uriOf: path => pathToFileURL(at(path)).toString().replace(/\/$/, ''),
    read: path => readFileSync(at(path), 'utf8'),
    write,
    rename(from, to) {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    remove: path => rmSync(at(path), { recursive: true }),
    dispose: () => rmSync(top, { recursive: true, force: true }),
  };
}
