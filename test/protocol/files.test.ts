import assert from 'node:assert/strict';
import { TextDocument } from 'langium';
import type {
  CompletionList,
  Diagnostic,
  FileOperationOptions,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { isNoHint } from '../support/check.ts';
import { type Folder, folderWith } from '../support/folder.ts';
import { type LanguageClient, startLanguageClient } from '../support/language-client.ts';

const created = 1;
const changed = 2;
const deleted = 3;

describe('files on disk', () => {
  let folder: Folder;
  let client: LanguageClient | undefined;

  /** Starts a server for some files and opens one of them, whose codes of problems it hands over. */
  const start = async (text: string, open: string, ...folders: string[]): Promise<string[]> => {
    folder = folderWith(text);
    client = await startLanguageClient((folders.length > 0 ? folders : ['']).map(folder.uriOf));
    return codes(await client.open(folder.uriOf(open), folder.read(open)));
  };
  const codes = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.filter(isNoHint).map(({ code }) => String(code));
  /** What is said next about a file after something has happened. */
  const toldAfter = async (path: string, happen: () => void | Promise<void>): Promise<string[]> => {
    const answer = client!.told(folder.uriOf(path));
    await happen();
    return codes(await answer);
  };
  const watched = (...changes: [path: string, type: number][]) =>
    client!.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: folder.uriOf(path), type })),
    });

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    folder.dispose();
  });

  it('are asked about before they are renamed', async () => {
    await start('//- /main.pim\n', '/main.pim');
    const { fileOperations } = client!.capabilities['workspace'] as { fileOperations: FileOperationOptions };
    assert.deepEqual(fileOperations.willRename?.filters, [
      { pattern: { glob: '**/*.pim', matches: 'file' } },
      { pattern: { glob: '**/*', matches: 'folder' } },
    ]);
  });

  it('keep their imports when a folder is renamed, whether they are open or not', async () => {
    const before = `//- /main.pim
import Adc from "parts/adc"
component Main extends Adc
//- /studies/study.pim
import "../parts"
component Study extends Adc
//- /parts/adc.pim
import "../cells"
component Adc : fixed { area Cell.area }
//- /cells.pim
component Cell : fixed { area 1 mm² }
`;
    assert.deepEqual(await start(before, '/main.pim'), []);
    const edit = await client!.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: folder.uriOf('/parts'), newUri: folder.uriOf('/all of/them') }],
    });
    const textAfter = (path: string) =>
      TextDocument.applyEdits(
        TextDocument.create('', 'pim', 0, folder.read(path)),
        edit.changes![folder.uriOf(path)]!,
      );
    const paths = ['/main.pim', '/studies/study.pim', '/parts/adc.pim'];
    assert.deepEqual(Object.keys(edit.changes!).sort(), paths.map(folder.uriOf).sort());
    assert.deepEqual(
      paths.map(path => textAfter(path).split('\n')[0]),
      ['import Adc from "all of/them/adc"', 'import "../all of/them"', 'import "../../cells"'],
    );
    // As an editor goes on: it applies the edits, renames, and its watcher tells what has happened.
    for (const path of paths) folder.write(path, textAfter(path));
    folder.rename('/parts', '/all of/them');
    await client!.change(folder.uriOf('/main.pim'), folder.read('/main.pim'));
    const study = await toldAfter('/studies/study.pim', () =>
      watched(['/studies/study.pim', changed], ['/parts', deleted], ['/all of', created]),
    );
    assert.deepEqual(study, []);
    const main = await client!.change(folder.uriOf('/main.pim'), `${folder.read('/main.pim')}\n`);
    assert.deepEqual(codes(main), []);
  });

  it('that are deleted leave their importers with a problem, which goes when they come back', async () => {
    const text = '//- /main.pim\nimport "parts"\n//- /parts.pim\nconstant a = 1\n';
    assert.deepEqual(await start(text, '/main.pim'), []);
    const gone = await toldAfter('/main.pim', () => {
      folder.remove('/parts.pim');
      return watched(['/parts.pim', deleted]);
    });
    assert.deepEqual(gone, ['unknown-import']);
    const back = await toldAfter('/main.pim', () => {
      folder.write('/parts.pim', 'constant a = 1\n');
      return watched(['/parts.pim', created]);
    });
    assert.deepEqual(back, []);
  });

  it('that are deleted with their folder do the same', async () => {
    const text = '//- /main.pim\nimport "parts/adc"\nimport "parts"\n//- /parts/adc.pim\nconstant a = 1\n';
    assert.deepEqual(await start(text, '/main.pim'), []);
    const gone = await toldAfter('/main.pim', () => {
      folder.remove('/parts');
      return watched(['/parts', deleted]);
    });
    assert.deepEqual(gone, ['unknown-import', 'unknown-import']);
  });

  it('that change are heard of by whoever imports them by way of others', async () => {
    const text = `//- /main.pim
import "middle"
//- /middle.pim
import "end"
//- /end.pim
constant a = 1
`;
    assert.deepEqual(await start(text, '/main.pim'), []);
    const circle = await toldAfter('/main.pim', () => {
      folder.write('/end.pim', 'import "main"\n');
      return watched(['/end.pim', changed]);
    });
    assert.deepEqual(circle, ['cyclic-import']);
  });

  it('stay while they are open, whatever happens on disk', async () => {
    const text = '//- /main.pim\nimport "parts"\nconstant b = a\n//- /parts.pim\nconstant a = 1\n';
    assert.deepEqual(await start(text, '/main.pim'), []);
    const opened = await toldAfter('/main.pim', async () => {
      await client!.open(folder.uriOf('/parts.pim'), 'constant a = 1\n');
    });
    assert.deepEqual(opened, []);
    const still = await toldAfter('/main.pim', () => {
      folder.remove('/parts.pim');
      return watched(['/parts.pim', deleted]);
    });
    assert.deepEqual(still, []);
    const gone = await toldAfter('/main.pim', () => client!.close(folder.uriOf('/parts.pim')));
    assert.deepEqual(gone, ['unknown-import', 'unknown-name']);
  });

  it('are what the disk has once they are closed', async () => {
    const text = '//- /main.pim\nimport "parts"\nconstant b = a\n//- /parts.pim\nconstant a = 1\n';
    assert.deepEqual(await start(text, '/main.pim'), []);
    const renamed = await toldAfter('/main.pim', async () => {
      await client!.open(folder.uriOf('/parts.pim'), 'constant c = 1\n');
    });
    assert.deepEqual(renamed, ['unknown-name']);
    assert.deepEqual(await toldAfter('/main.pim', () => client!.close(folder.uriOf('/parts.pim'))), []);
  });

  it('outside of the workspace are found by imports, named twice too, and so are folders in folders', async () => {
    const text = `//- /inside/main.pim
import A from "../outside/one"
import B from "../outside/one"
import "../outside/more"
constant d = A + B + c
//- /outside/one.pim
constant A = 1
constant B = 2
//- /outside/more/inner/deep.pim
constant c = 3
//- /outside/more/node_modules/other.pim
constant x = (
`;
    assert.deepEqual(await start(text, '/inside/main.pim', '/inside'), []);
  });

  it('count only where the workspace looks', async () => {
    assert.deepEqual(await start('//- /main.pim\n', '/main.pim'), []);
    folder.write('/node_modules/package/other.pim', 'constant other = 1\n');
    folder.write('/parts/note.txt', 'nothing\n');
    folder.write('/parts/adc.pim', 'constant a = 1\n');
    const told = client!.told(folder.uriOf('/parts/adc.pim'));
    await watched(
      ['/node_modules', created],
      ['/node_modules/package/other.pim', created],
      ['/parts', created],
      ['/parts/note.txt', created],
    );
    assert.deepEqual(await told, []);
    const uri = folder.uriOf('/main.pim');
    await client!.change(uri, 'import "');
    const list = await client!.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: 8 },
    });
    const own = list.items.map(({ label }) => label).filter(label => !label.startsWith('pim:'));
    assert.deepEqual(own.sort(), ['parts', 'parts/adc']);
  });

  it('that cannot be read are not there', async () => {
    const text = '//- /main.pim\nimport "parts"\n//- /parts.pim/inner.txt\nnothing\n';
    assert.deepEqual(await start(text, '/main.pim'), ['unknown-import']);
  });

  it('lie in several folders of a workspace, each with settings of its own', async () => {
    const text = 'component A : adc { resolution 8 bit, power 2 mW }\n';
    folder = folderWith(`//- /one/a.pim\n${text}//- /two/b.pim\n${text}`);
    const levels = new Map([
      [folder.uriOf('/one'), 'info'],
      [folder.uriOf('/two'), 'off'],
    ]);
    client = await startLanguageClient([...levels.keys()], ({ scopeUri = '', section }) =>
      section === 'pim.checks' ? { severity: { 'power-without-rate': levels.get(scopeUri) } } : null,
    );
    const severities = async (path: string, told: Promise<readonly Diagnostic[]>) => [
      path,
      (await told).map(({ severity }) => severity),
    ];
    const open = (path: string) => severities(path, client!.open(folder.uriOf(path), text));
    assert.deepEqual(await open('/one/a.pim'), ['/one/a.pim', [3]]);
    assert.deepEqual(await open('/two/b.pim'), ['/two/b.pim', []]);
    levels.set(folder.uriOf('/two'), 'hint');
    const later = severities('/two/b.pim', client.told(folder.uriOf('/two/b.pim')));
    await client.set({});
    assert.deepEqual(await later, ['/two/b.pim', [4]]);
  });

  it('lie in several folders of a workspace, which may come and go', async () => {
    const text = `//- /one/main.pim
import "../two/cells"
//- /two/cells.pim
constant a = 1
//- /three/parts.pim
constant b = 1
`;
    assert.deepEqual(await start(text, '/one/main.pim', '/one', '/two'), []);
    const uri = folder.uriOf('/one/main.pim');
    const offered = async () => {
      const list = await client!.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: { line: 1, character: 8 },
      });
      return list.items
        .map(({ label }) => label)
        .filter(label => label.startsWith('../'))
        .sort();
    };
    const folders = async (event: { added?: string[]; removed?: string[] }) => {
      const named = (paths: string[] = []) => paths.map(path => ({ uri: folder.uriOf(path), name: path }));
      await client!.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: named(event.added), removed: named(event.removed) },
      });
    };
    await client!.change(uri, 'import "../two/cells"\nimport "');
    assert.deepEqual(await offered(), ['../two', '../two/cells']);
    const three = client!.told(folder.uriOf('/three/parts.pim'));
    await folders({ added: ['/three'] });
    assert.deepEqual(await three, []);
    assert.deepEqual(await offered(), ['../three', '../three/parts', '../two', '../two/cells']);
    const gone = client!.told(folder.uriOf('/three/parts.pim'));
    await folders({ removed: ['/three'] });
    assert.deepEqual(await gone, []);
    assert.deepEqual(await offered(), ['../two', '../two/cells']);
  });
});
