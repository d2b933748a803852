import assert from 'node:assert/strict';
import type {
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  LocationLink,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type EvaluateResult, evaluateRequest } from '../../language/protocol.ts';
import { isNoHint } from '../support/check.ts';
import { type Folder, folderWith } from '../support/folder.ts';
import { type LanguageClient, startLanguageClient } from '../support/language-client.ts';

const study = `import "pim:chips"
import "pim:networks"
evaluate NeuralPIM on AlexNet
`;

describe('files that only the editor can reach', () => {
  let client: LanguageClient;
  /** What lies on disk must not be taken for what lies elsewhere under the same path. */
  let folder: Folder;
  const ask = <T>(uri: string, method: string, line = 0, character = 0, params: object = {}) =>
    client.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line, character },
      ...params,
    });
  const codes = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.filter(isNoHint).map(({ code }) => String(code));

  beforeEach(async () => {
    folder = folderWith('//- /parts.pim\nconstant a = 1\n');
    client = await startLanguageClient(['vscode-vfs://github/somebody/chips']);
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  for (const uri of [
    'untitled:Untitled-1',
    'vscode-vfs://github/somebody/chips/study.pim',
    'memfs:/study.pim',
  ])
    it(`work like any other: ${uri}`, async () => {
      const errors = (await client.open(uri, study)).filter(({ severity }) => severity === 1);
      assert.deepEqual(errors, []);
      const [chip] = await ask<LocationLink[]>(uri, 'definition', 2, 10);
      assert.equal(chip?.targetUri, 'pim:/chips/neural-pim.pim');
      assert.match(JSON.stringify(await ask<Hover>(uri, 'hover', 2, 10)), /NeuralPIM/);
      const { items } = await ask<CompletionList>(uri, 'completion', 0, 8);
      assert.ok(items.some(({ label }) => label === 'pim:chips/isaac'));
      const [symbol] = await ask<DocumentSymbol[]>(uri, 'documentSymbol');
      assert.equal(symbol?.name, 'evaluate NeuralPIM');
      const edits = await ask<TextEdit[]>(uri, 'formatting', 0, 0, {
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.deepEqual(
        edits.map(({ newText }) => newText),
        ['\n\n'],
      );
      const { report } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, { uri });
      assert.equal(report?.evaluations.length, 1);
    });

  it('find each other once they are open, with features that go from one to the other', async () => {
    const at = (name: string) => `vscode-vfs://github/somebody/chips/${name}.pim`;
    const before = await client.open(at('main'), 'import "parts"\nconstant b = a\n');
    assert.deepEqual(codes(before), ['unknown-import', 'unknown-name']);
    const after = client.told(at('main'));
    await client.open(at('parts'), 'constant a = 1\n');
    assert.deepEqual(codes(await after), []);
    const { changes } = await ask<WorkspaceEdit>(at('parts'), 'rename', 0, 9, { newName: 'c' });
    assert.deepEqual(Object.keys(changes!).sort(), [at('main'), at('parts')]);
    const forgotten = client.told(at('main'));
    await client.close(at('parts'));
    assert.deepEqual(codes(await forgotten), ['unknown-import', 'unknown-name']);
  });

  it('see nothing of the disk', async () => {
    for (const scheme of ['memfs', 'untitled']) {
      const uri = folder.uriOf('/main.pim').replace(/^file:\/\//, `${scheme}:`);
      const problems = await client.open(uri, 'import "parts"\n');
      assert.deepEqual(
        problems.map(({ message }) => message),
        [
          'nothing is found at "parts"; expected a file or folder beside this one, or one of the library such as "pim:chips/isaac"',
        ],
      );
    }
  });

  it('are offered no way to files that lie elsewhere', async () => {
    const uri = folder.uriOf('/parts.pim');
    await client.open(uri, folder.read('/parts.pim'));
    await client.open('untitled:Untitled-1', 'constant b = a\nimport "');
    const { items } = await ask<CompletionList>('untitled:Untitled-1', 'completion', 1, 8);
    assert.deepEqual(
      items.filter(({ label }) => !label.startsWith('pim:')),
      [],
    );
    const [problem] = await client.change('untitled:Untitled-1', 'constant b = a\n');
    assert.equal(problem?.message, 'unknown name `a`; did you mean `b`?');
  });

  it('are forgotten when they are closed, and go on where they are saved', async () => {
    await client.open('untitled:Untitled-1', 'import "parts"\nconstant b = a\n');
    const forgotten = client.told('untitled:Untitled-1');
    await client.close('untitled:Untitled-1');
    assert.deepEqual(await forgotten, []);
    const uri = folder.uriOf('/main.pim');
    folder.write('/main.pim', 'import "parts"\nconstant b = a\n');
    assert.deepEqual(codes(await client.open(uri, folder.read('/main.pim'))), []);
    assert.deepEqual(codes(await client.change(uri, 'import "part"\n')), ['unknown-import']);
  });

  it('leave the library as it is, also when one of its files was open', async () => {
    const library = 'pim:/devices/rram.pim';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: library, languageId: 'pim', version: 1, text: '' },
    });
    await client.close(library);
    const uri = 'untitled:Untitled-1';
    assert.deepEqual(codes(await client.open(uri, 'import RRAM from "pim:devices/rram"\n')), []);
    assert.deepEqual(codes(await client.change(uri, 'import RRAM from "pim:devices"\n')), []);
  });
});
