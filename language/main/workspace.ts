import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import type { ConfigurationFile } from '../check/configurations.ts';
import { libraryPrefix, libraryUri } from '../library/address.ts';
import { createPim, type Pim } from '../module.ts';
import { disk } from './disk.ts';
import { readLibrary } from './library-files.ts';
import { UsageError } from './usage-error.ts';

/** The language with its library and the files a command names, read, linked and checked. */
export interface Workspace {
  readonly pim: Pim;
  /** In the order of `paths`. */
  readonly documents: readonly LangiumDocument[];
  /** Every `pim.json` that counts for one of them. */
  readonly configurations: readonly ConfigurationFile[];
}

/** The path that stands for standard input. */
export const standardInput = '-';

/**
 * Opens files from disk or, as `pim:studies/neural-pim`, from the library, or `-`, what comes in on standard input. Throws
 * `UsageError` for one that is not there.
 */
export async function openWorkspace(paths: readonly string[]): Promise<Workspace> {
  const pim = createPim(paths.length > 0 ? disk : EmptyFileSystem, readLibrary());
  const { WorkspaceManager, LangiumDocuments, DocumentBuilder } = pim.shared.workspace;
  const configurations: ConfigurationFile[] = [];
  pim.configurations.onRead(file => configurations.push(file));
  await WorkspaceManager.initializeWorkspace([]);
  const documents: LangiumDocument[] = [];
  // One after the other, so that a file named twice is opened once.
  for (const path of paths)
    documents.push(
      path === standardInput
        ? await readInput(pim)
        : await LangiumDocuments.getOrCreateDocument(addressOf(pim, path)),
    );
  await DocumentBuilder.build([...new Set(documents)], { validation: true });
  return { pim, documents, configurations };
}

/** What comes in on standard input, as a file of this folder, so that it can import others. */
async function readInput({ shared }: Pim): Promise<LangiumDocument> {
  const { LangiumDocuments, LangiumDocumentFactory } = shared.workspace;
  const uri = URI.file(resolve('standard-input.pim'));
  if (LangiumDocuments.hasDocument(uri)) return LangiumDocuments.getOrCreateDocument(uri);
  const document = LangiumDocumentFactory.fromString(await text(process.stdin), uri);
  LangiumDocuments.addDocument(document);
  return document;
}

function addressOf(pim: Pim, path: string): URI {
  if (path.startsWith(libraryPrefix)) {
    const uri = libraryUri(path.slice(libraryPrefix.length));
    if (pim.shared.workspace.LangiumDocuments.hasDocument(uri)) return uri;
    throw new UsageError(`the library has no file "${path}"`);
  }
  if (!existsSync(path)) throw new UsageError(`there is no file "${path}"`);
  if (!statSync(path).isFile()) throw new UsageError(`"${path}" is not a file`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new UsageError(`"${path}" cannot be read`);
  }
  if (!path.endsWith('.pim')) throw new UsageError(`"${path}" does not end in .pim`);
  return URI.file(resolve(path));
}
