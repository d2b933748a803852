import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  type EvaluateResult,
  evaluateRequest,
  libraryTextRequest,
  type LocateResult,
  locateRequest,
} from '../../language/protocol.ts';
import { type LanguageClient, startLanguageClient } from '../support/language-client.ts';

const uri = 'file:///workspace/study.pim';
const study = `import "pim:chips"
import "pim:networks"
chip Mine extends NeuralPIM {
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
}
evaluate Mine, ISAACStyle on AlexNet, VGG16
`;
const at = (text: string, word: string) => {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length + 1 };
};

describe('the language server over standard input and output', () => {
  let client: LanguageClient;
  const ask = <T>(method: string, params: object) =>
    client.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });

  before(async () => {
    client = await startLanguageClient();
    assert.deepEqual(await client.open(uri, study).then(all => all.filter(each => each.severity === 1)), []);
  });
  after(() => client.stop());

  it('offers what editors look for', () => {
    const offered = Object.keys(client.capabilities);
    for (const wanted of [
      'completionProvider',
      'hoverProvider',
      'definitionProvider',
      'referencesProvider',
      'renameProvider',
      'documentSymbolProvider',
      'documentFormattingProvider',
      'semanticTokensProvider',
      'codeActionProvider',
      'codeLensProvider',
      'inlayHintProvider',
      'signatureHelpProvider',
    ])
      assert.ok(offered.includes(wanted), wanted);
  });

  it('publishes diagnostics with codes as the text changes', async () => {
    const broken = await client.change(uri, study.replace('inputs 8 bit', 'inputs 8 ns'));
    assert.deepEqual(
      broken.filter(({ severity }) => severity === 1).map(({ code }) => code),
      ['dimension-mismatch'],
    );
    const mended = await client.change(uri, study);
    assert.deepEqual(
      mended.filter(({ severity }) => severity === 1),
      [],
    );
  });

  it('finds a definition in the library and serves its text', async () => {
    const [found] = await ask<{ targetUri: string }[]>('textDocument/definition', {
      position: at(study, 'NeuralPIM'),
    });
    assert.equal(found?.targetUri, 'pim:/chips/neural-pim.pim');
    const text = await client.connection.sendRequest<string>(libraryTextRequest, { uri: found.targetUri });
    assert.match(text, /^import [\s\S]*chip NeuralPIM \{/);
  });

  it('sets hints into the text, and draws them again when a setting changes', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
    const labels = async () =>
      (await ask<{ label: { value: string }[] }[]>('textDocument/inlayHint', { range })).map(({ label }) =>
        label.map(({ value }) => value).join(''),
      );
    assert.deepEqual(await labels(), ['68.5 W · 86.6 mm²']);
    await client.set({ inlayHints: { blocks: false } });
    assert.deepEqual(await labels(), []);
    await client.set({});
    assert.deepEqual(await labels(), ['68.5 W · 86.6 mm²']);
  });

  it('evaluates what the file asks for', async () => {
    const { report, problems } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, {
      uri,
    });
    assert.equal(problems, undefined);
    assert.deepEqual(
      report?.evaluations.map(({ chip, workload }) => `${chip} on ${workload}`),
      ['Mine on AlexNet', 'Mine on VGG16', 'ISAACStyle on AlexNet', 'ISAACStyle on VGG16'],
    );
  });

  it('turns the origin of a result into a place in the text', async () => {
    const { report } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, { uri });
    const place = await client.connection.sendRequest<LocateResult>(locateRequest, {
      origin: report!.chips[0]!.origin,
    });
    assert.deepEqual([place.uri, place.range.start], [uri, { line: 2, character: 0 }]);
  });

  it('answers an evaluation of a broken file with its problems', async () => {
    await client.change(uri, study.replace('VGG16', 'VGG61'));
    const { report, problems } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, {
      uri,
    });
    await client.change(uri, study);
    assert.equal(report, undefined);
    assert.deepEqual(
      problems?.map(({ message }) => message),
      ['unknown name `VGG61`; did you mean `VGG16`?'],
    );
  });

  it('stops an evaluation that is cancelled', async () => {
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(evaluateRequest, { uri }, source.token);
    source.cancel();
    await assert.rejects(answer, /cancel/i);
  });

  it('answers for a file nobody knows', async () => {
    const { problems } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, {
      uri: 'file:///nowhere.pim',
    });
    assert.equal(problems?.length, 1);
  });
});
