import { mock } from 'node:test';
import { EmptyFileSystemProvider, type FileSystemNode, type LangiumDocument, URI } from 'langium';
import { readLibrary } from '../../language/main/library-files.ts';
import { createPim, type Pim } from '../../language/module.ts';

/** What a test has on disk, by path: files that are read and no texts of the language, and what it changed. */
class Beside extends EmptyFileSystemProvider {
  readonly texts = new Map<string, string>();
  override exists = (uri?: URI): Promise<boolean> => Promise.resolve(this.texts.has(uri?.path ?? ''));
  override stat = (uri: URI): Promise<FileSystemNode> =>
    this.texts.has(uri.path) ? Promise.resolve({ uri, isFile: true, isDirectory: false }) : super.stat(uri);
  override readFile = (uri?: URI): Promise<string> => Promise.resolve(this.texts.get(uri?.path ?? '')!);
}

const beside = new Beside();

/** The language with its library and no other file. */
export async function createTestPim(): Promise<Pim> {
  const pim = createPim({ fileSystemProvider: () => beside }, readLibrary());
  await pim.shared.workspace.WorkspaceManager.initializeWorkspace([]);
  return pim;
}

/** Starting the language takes longer than most tests; none of them leaves a file behind. */
let started: Promise<Pim> | undefined;

/** The language as all tests share it: with the library only, before and after each use. */
export function testPim(): Promise<Pim> {
  return (started ??= createTestPim());
}

/** Source files by path. One string may hold several: a line `//- /parts/adc.pim` begins the next. */
export function filesIn(text: string): Map<string, string> {
  const [first = '', ...others] = text.split(/^\/\/- /m);
  const files = new Map(
    others.map(part => /^(\S+)\r?\n([\s\S]*)$/.exec(part)!).map(([, path, content]) => [path!, content!]),
  );
  return files.size === 0 ? new Map([['/test.pim', first]]) : files;
}

/** Opens files, validates them unless told not to, hands them over, and takes them away again. A `pim.json` among them is only read. */
export async function withFiles<Result>(
  text: string,
  use: (documents: LangiumDocument[], pim: Pim) => Result | Promise<Result>,
  { validation = true } = {},
): Promise<Result> {
  const pim = await testPim();
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = pim.shared.workspace;
  const files = [...filesIn(text)];
  const documents = files
    .filter(([path]) => !path.endsWith('.json'))
    .map(([path, content]) => LangiumDocumentFactory.fromString(content, URI.file(path)));
  for (const [path, content] of files) if (path.endsWith('.json')) beside.texts.set(path, content);
  if (beside.texts.size > 0) pim.configurations.forget();
  for (const document of documents) LangiumDocuments.addDocument(document);
  const log = mock.method(console, 'error', () => {});
  try {
    await DocumentBuilder.build(documents, { validation });
    // A check that throws is caught by Langium and only logged.
    const [logged] = log.mock.calls;
    if (logged) throw new Error(logged.arguments.map(inFull).join(' '));
    return await use(documents, pim);
  } finally {
    log.mock.restore();
    if (beside.texts.size > 0) pim.configurations.forget();
    beside.texts.clear();
    await DocumentBuilder.update(
      [],
      documents.map(({ uri }) => uri),
    );
  }
}

/** A file that `withFiles` opened has another text, or is gone. */
export async function changeFile(path: string, text: string | undefined, { shared }: Pim): Promise<void> {
  const uri = URI.file(path);
  if (text === undefined) beside.texts.delete(path);
  else beside.texts.set(path, text);
  await shared.workspace.DocumentBuilder.update(
    text === undefined ? [] : [uri],
    text === undefined ? [uri] : [],
  );
}

const inFull = (logged: unknown): string =>
  (logged instanceof Error ? logged.stack : undefined) ?? String(logged);
