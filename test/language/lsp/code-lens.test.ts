import assert from 'node:assert/strict';
import { runStudies, studiesOf } from '../../../language/main/studies.ts';
import type { EvaluateTarget } from '../../../language/protocol.ts';
import { at, type Cursor, inEditor } from '../../support/editor.ts';

/** The lenses of a file: line, title, command and its arguments after the file. */
async function lensesOf(cursor: Cursor): Promise<[number, string, string, ...unknown[]][]> {
  const { lsp } = cursor.pim.language;
  const lenses = await lsp.CodeLensProvider!.provideCodeLens(cursor.document, at(cursor));
  return lenses!.map(({ range, command }) => [
    range.start.line,
    command!.title,
    command!.command,
    ...command!.arguments!.slice(1),
  ]);
}

const titlesOf = async (cursor: Cursor) => (await lensesOf(cursor)).map(([, title]) => title);

/** Evaluates as the server does, and keeps what was found. */
async function evaluated({ pim, document }: Cursor, target?: EvaluateTarget): Promise<void> {
  const studies = studiesOf(pim, document, target);
  const reports = await runStudies(studies, 'test', () => Promise.resolve());
  studies.forEach(({ study }, index) => pim.results.remember(study, reports[index]!));
}

/** The file with one piece of it replaced. */
async function edited(cursor: Cursor, from: string, to: string): Promise<Cursor> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = cursor.pim.shared.workspace;
  const { uri, textDocument } = cursor.document;
  const document = LangiumDocumentFactory.fromString(textDocument.getText().replace(from, to), uri);
  await DocumentBuilder.update([], [uri]);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  return { ...cursor, document };
}

const own = `import "pim:chips"
import "pim:networks"
chip LensTest extends NeuralPIM {}
`;

describe('code lenses', () => {
  it('offer to evaluate questions, and to evaluate and compare chips without open parameters', async () => {
    const text = 'chip A {}\nchip B(n: count) {}\nchip C(n: count = 1) {}\nevaluate A on W\nevaluate C on W';
    assert.deepEqual(await inEditor(text, lensesOf), [
      [3, '▶ Evaluate', 'pim.evaluate', { evaluate: 0 }],
      [4, '▶ Evaluate', 'pim.evaluate', { evaluate: 1 }],
      [0, '▶ Evaluate on AlexNet and VGG16', 'pim.evaluate', { chip: 'A' }],
      [0, 'Compare…', 'pim.compareChips', 'A'],
      [2, '▶ Evaluate on AlexNet and VGG16', 'pim.evaluate', { chip: 'C' }],
      [2, 'Compare…', 'pim.compareChips', 'C'],
    ]);
  });

  it('name the workloads of the file where it has some', async () => {
    const text = 'workload W { input 8, dense d { outputs 4 } }\nchip A {}';
    assert.equal((await inEditor(text, titlesOf))[0], '▶ Evaluate on W');
  });

  it('say what a chip came to last, until it changes', () =>
    inEditor(own, async cursor => {
      await evaluated(cursor, { chip: 'LensTest' });
      const [found] = await titlesOf(cursor);
      assert.match(found!, /^▶ Evaluate · 0\.\d+ to [\d.]+ TOPS\/W · 86\.6 mm²$/);
      const moved = await edited(cursor, 'chip LensTest', '// moved and explained\nchip LensTest');
      assert.equal((await titlesOf(moved))[0], found, 'an edit beside the chip changes nothing');
      const changed = await edited(moved, '{}', '{ pipeline fine }');
      assert.equal((await titlesOf(changed))[0], '▶ Evaluate on AlexNet and VGG16');
      const back = await edited(changed, '{ pipeline fine }', '{}');
      assert.equal((await titlesOf(back))[0], found, 'a chip that is changed back finds its result');
      const broken = await edited(back, '{}', '{ 4 × Nobody }');
      assert.equal((await titlesOf(broken))[0], '▶ Evaluate on AlexNet and VGG16');
    }));

  it('say what a question came to, and what does not hold', () =>
    inEditor(
      `${own}evaluate LensTest, ISAACStyle on AlexNet {\n  expect LensTest.area < 1 mm²\n}\nevaluate LensTest on AlexNet`,
      async cursor => {
        await evaluated(cursor);
        const [compared, alone] = await titlesOf(cursor);
        assert.match(
          compared!,
          /^▶ Evaluate · [\d.]+× ISAACStyle in TOPS\/W · ✕ 1 expectation does not hold$/,
        );
        assert.match(alone!, /^▶ Evaluate · [\d.]+ TOPS\/W · 86\.6 mm²$/);
        const more = await edited(cursor, 'on AlexNet {', 'on AlexNet, VGG16 {');
        assert.equal((await titlesOf(more))[0], '▶ Evaluate');
        const unfinished = await edited(more, 'on AlexNet, VGG16 {', 'on AlexNet {\n  expect');
        assert.equal((await titlesOf(unfinished))[0], '▶ Evaluate');
      },
    ));
});
