import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  LSPErrorCodes,
  type ResponseError,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import {
  type ChoicesResult,
  choicesRequest,
  type EvaluateResult,
  evaluateRequest,
  libraryTextRequest,
  type LocateResult,
  locateRequest,
  newChipRequest,
  type QuestionResult,
  questionRequest,
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
      'workspaceSymbolProvider',
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

  it('leads from a code to the page about its rule, a file that comes along', async () => {
    const [broken] = await client.change(uri, study.replace('inputs 8 bit', 'inputs 8 ns'));
    await client.change(uri, study);
    const { href } = broken!.codeDescription!;
    assert.match(href, /^file:.*\/docs\/checks\/dimension-mismatch\.md$/);
    assert.match(readFileSync(fileURLToPath(href), 'utf8'), /^# dimension-mismatch\n/);
  });

  it('works out what an action changes once it is chosen', async () => {
    const range = { start: at(study, 'chips'), end: at(study, 'chips') };
    const asked = { range, context: { diagnostics: [], only: ['refactor.rewrite.import'] } };
    const [offered] = await ask<CodeAction[]>('textDocument/codeAction', asked);
    assert.equal(offered?.title, 'Import only the 2 names used');
    assert.equal(offered.edit, undefined);
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', offered);
    const [changes] = edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(changes!.textDocument, { uri, version: client.version() });
    assert.deepEqual(
      changes!.edits.map(each => 'newText' in each && each.newText),
      ['import ISAACStyle, NeuralPIM from "pim:chips"'],
    );
  });

  it('refuses what was offered for a text that has changed since', async () => {
    const range = { start: at(study, 'chips'), end: at(study, 'chips') };
    const asked = { range, context: { diagnostics: [], only: ['refactor.rewrite.import'] } };
    const [offered] = await ask<CodeAction[]>('textDocument/codeAction', asked);
    void client.change(uri, `\n${study}`);
    await assert.rejects(
      client.connection.sendRequest('codeAction/resolve', offered),
      (error: ResponseError) =>
        error.code === LSPErrorCodes.ContentModified && error.message === 'The text has changed; ask again.',
    );
    await client.change(uri, study);
  });

  it('says why a name cannot be changed', async () => {
    const refusal = (reason: string) => (error: ResponseError) =>
      error.code === LSPErrorCodes.RequestFailed && error.message === reason;
    await assert.rejects(
      ask('textDocument/rename', { position: at(study, 'Mine'), newName: 'ISAACStyle' }),
      refusal('`ISAACStyle` is already a chip of pim:chips/isaac-style'),
    );
    await assert.rejects(
      ask('textDocument/prepareRename', { position: at(study, 'NeuralPIM') }),
      refusal('`NeuralPIM` is of the library, which cannot be changed'),
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

  it('shows what came out beside the lens, and says when there is something new to show', async () => {
    const before = client.refreshes.count;
    const changed = study.replace('inputs 8 bit', 'inputs 4 bit');
    await client.change(uri, changed);
    const titles = async () =>
      (await ask<{ command: { title: string } }[]>('textDocument/codeLens', {})).map(
        each => each.command.title,
      );
    assert.equal((await titles())[0], '▶ Evaluate');
    await client.connection.sendRequest<EvaluateResult>(evaluateRequest, { uri });
    assert.match((await titles())[0]!, /^▶ Evaluate · [\d.]+× ISAACStyle in TOPS\/W$/);
    assert.equal(client.refreshes.count, before + 1);
    await client.connection.sendRequest<EvaluateResult>(evaluateRequest, { uri });
    assert.equal(client.refreshes.count, before + 1, 'nothing is new the second time');
    await client.change(uri, study);
  });

  it('finds symbols of the workspace and of the library', async () => {
    const find = async (query: string) =>
      (await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query })).map(
        each => each.name,
      );
    assert.deepEqual(await find('mine'), ['Mine']);
    assert.deepEqual(await find('isaacstyle'), ['ISAACStyle']);
  });

  it('lists what can be compared, evaluates it by name, and puts the question into the text', async () => {
    const { chips, workloads } = await client.connection.sendRequest<ChoicesResult>(choicesRequest, { uri });
    assert.deepEqual(
      chips.slice(0, 2).map(({ name, from }) => [name, from]),
      [
        ['Mine', 'file'],
        ['ADCBased', 'import'],
      ],
    );
    assert.ok(workloads.some(({ name }) => name === 'ResNet50'));
    const names = { chips: ['Mine', 'ISAAC'], workloads: ['ResNet50'] };
    const { report } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, {
      uri,
      target: names,
    });
    assert.deepEqual(
      report?.evaluations.map(({ chip, workload }) => `${chip} on ${workload}`),
      ['Mine on ResNet50', 'ISAAC on ResNet50'],
    );
    const { edits, position } = await client.connection.sendRequest<QuestionResult>(questionRequest, {
      uri,
      ...names,
    });
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['\nevaluate Mine, ISAAC on ResNet50\n'],
    );
    assert.equal(position, 1);
  });

  it('says which of the names it was asked about are gone', async () => {
    const target = { chips: ['Mien', 'ISAAC'], workloads: ['VGG16'] };
    const { problems } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, {
      uri,
      target,
    });
    assert.deepEqual(
      problems?.map(({ message }) => message),
      ['there is no chip `Mien` any more; did you mean `Mine`?'],
    );
  });

  it('compares chips of the library while the file has errors', async () => {
    await client.change(uri, study.replace('VGG16', 'VGG61'));
    const target = { chips: ['ISAAC', 'CASCADE'], workloads: ['VGG16'] };
    const { report } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, { uri, target });
    await client.change(uri, study);
    assert.equal(report?.evaluations.length, 2);
  });

  it('evaluates and offers lenses in a file of the library', async () => {
    const library = 'pim:/chips/isaac.pim';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: library,
        languageId: 'pim',
        version: 1,
        text: await client.connection.sendRequest<string>(libraryTextRequest, { uri: library }),
      },
    });
    const target = { chips: ['ISAAC'], workloads: ['VGG16'] };
    const { report } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, {
      uri: library,
      target,
    });
    assert.equal(report?.evaluations.length, 1);
    const lenses = await ask<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri: library },
    });
    assert.match(lenses[0]!.command.title, /^▶ Evaluate · [\d.]+ \w?OPS\/W · /);
  });

  it('drafts a chip from one of the library', async () => {
    const text = await client.connection.sendRequest<string>(newChipRequest, {
      chip: 'ISAAC',
      how: 'extend',
    });
    assert.match(text, /^chip \$\{1:MyISAAC\} extends ISAAC \{$/m);
  });

  it('turns the origin of a result into a place in the text', async () => {
    const { report } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, { uri });
    const place = await client.connection.sendRequest<LocateResult>(locateRequest, {
      origin: report!.chips[0]!.origin,
    });
    assert.deepEqual([place.uri, place.range.start], [uri, { line: 2, character: 0 }]);
  });

  it('leads nowhere once the text has moved what an origin speaks of', async () => {
    const { report } = await client.connection.sendRequest<EvaluateResult>(evaluateRequest, { uri });
    const { origin } = report!.chips[0]!;
    const locate = () => client.connection.sendRequest<LocateResult | null>(locateRequest, { origin });
    await client.change(uri, `import "pim:devices/rram"\n${study}`);
    assert.equal(await locate(), null);
    await client.change(uri, study.replace('inputs 8 bit', 'inputs 16 bit'));
    assert.equal(await locate(), null);
    await client.change(uri, study);
    assert.equal((await locate())?.range.start.line, 2);
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

  it('says after an evaluation which expectations do not hold, until the text changes', async () => {
    const expecting = `${study.trimEnd()} {
  expect Mine.area < 90 mm²
  expect Mine.peakPower < 60 W
}
`;
    const failures = (all: Diagnostic[]) =>
      all.flatMap(({ code, message, range }) =>
        code === 'expectation-fails' ? [`line ${range.start.line + 1}: ${JSON.stringify(message)}`] : [],
      );
    assert.deepEqual(failures(await client.change(uri, expecting)), []);
    const evaluated = async () => {
      const said = client.told(uri);
      await client.connection.sendRequest(evaluateRequest, { uri });
      return failures(await said);
    };
    const failing = await evaluated();
    assert.equal(failing.length, 1);
    assert.match(failing[0]!, /^line 8: "this does not hold on AlexNet: the left side comes to [\d.]+ W"$/);
    assert.deepEqual(failures(await client.change(uri, expecting.replace('60 W', '70 W'))), []);
    assert.deepEqual(await evaluated(), []);
    await client.change(uri, study);
  });

  it('stops an evaluation that is cancelled', async () => {
    const { chips, workloads } = await client.connection.sendRequest<ChoicesResult>(choicesRequest, { uri });
    const names = (choices: ChoicesResult['chips']) => choices.map(({ name }) => name);
    // As much as there is: it must not be done before it hears that nobody waits any more.
    const target = { chips: names(chips), workloads: names(workloads) };
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(evaluateRequest, { uri, target }, source.token);
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

describe('settings beside a file', () => {
  let client: LanguageClient;
  let folder: string;
  const text = 'component A : adc { resolution 8 bit, power 2 mW }\n';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pim-server-'));
    client = await startLanguageClient();
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (name: string) => pathToFileURL(join(folder, name)).href;
  const write = (content: string) => {
    writeFileSync(join(folder, 'pim.json'), content);
    void client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: address('pim.json'), type: 2 }],
    });
  };

  it('count as soon as they change, and what is wrong in them is said there', async () => {
    const codes = (all: readonly { code?: unknown }[]) => all.map(({ code }) => code);
    assert.deepEqual(codes(await client.open(address('a.pim'), text)), ['power-without-rate']);

    const silenced = client.told(address('a.pim'));
    write('{ "checks": { "power-without-rate": "off" } }');
    assert.deepEqual(codes(await silenced), []);

    const problems = client.told(address('pim.json'));
    const again = client.told(address('a.pim'));
    write('{ "checks": { "power-without-rat": "off" } }');
    assert.deepEqual(
      (await problems).map(({ message }) => message),
      ['there is no rule `power-without-rat`; did you mean `power-without-rate`?'],
    );
    assert.deepEqual(codes(await again), ['power-without-rate']);
  });

  it('leave no problem behind when they go, alone or with their folder', async () => {
    const goes = async (path: string, what: string) => {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), '{ "check": {} }');
      const said = client.told(address(path));
      await client.open(address(join(dirname(path), 'c.pim')), text);
      assert.equal((await said).length, 1);
      rmSync(join(folder, what), { recursive: true });
      const [after, codes] = [client.told(address(path)), client.told(address('a.pim'))];
      void client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: address(what), type: 3 }],
      });
      assert.deepEqual(await after, []);
      await codes;
    };
    await goes('inner/pim.json', 'inner/pim.json');
    await goes('other/pim.json', 'other');
  });

  it('give way to nothing in the editor but themselves', async () => {
    write('{}');
    await client.open(address('b.pim'), text);
    const lowered = client.told(address('b.pim'));
    void client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { pim: { checks: { severity: { 'power-without-rate': 'hint' } } } },
    });
    assert.deepEqual(
      (await lowered).map(({ severity }) => severity),
      [4],
    );
  });
});
