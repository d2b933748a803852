import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { choicesSeenFrom } from '../../../language/lsp/choices.ts';
import { questionText } from '../../../language/lsp/question.ts';
import { problemsOf } from '../../support/check.ts';
import { inEditor } from '../../support/editor.ts';
import { testPim } from '../../support/pim.ts';

/** A file with a question about chips on workloads added. */
const asked = (text: string, chips: string[], workloads: string[]) =>
  inEditor(text, ({ pim, document }) => {
    const { edits } = questionText(pim.shared.workspace.LangiumDocuments, document, chips, workloads);
    return TextDocument.applyEdits(document.textDocument, [...edits]);
  });

const own = `import "pim:devices/rram"

chip Mine extends NeuralPIM {}`;

describe('a question put into a file', () => {
  const cases: [string, string, string[], string[], string][] = [
    [
      'comes last, with the imports that are missing',
      own,
      ['Mine', 'ISAAC'],
      ['VGG16'],
      'import "pim:devices/rram"\nimport "pim:chips/isaac"\nimport "pim:networks/vgg16"\n\n' +
        'chip Mine extends NeuralPIM {}\n\nevaluate Mine, ISAAC on VGG16\n',
    ],
    [
      'imports nothing that is there already',
      'import "pim:chips"\nimport "pim:networks"\n',
      ['ISAAC', 'CASCADE'],
      ['VGG16', 'AlexNet'],
      'import "pim:chips"\nimport "pim:networks"\n\nevaluate ISAAC, CASCADE on VGG16, AlexNet\n',
    ],
    [
      'is all of an empty file',
      '',
      ['ISAAC'],
      ['VGG16'],
      'import "pim:chips/isaac"\nimport "pim:networks/vgg16"\n\nevaluate ISAAC on VGG16\n',
    ],
  ];
  for (const [title, text, chips, workloads, expected] of cases)
    it(title, async () => assert.equal(await asked(text, chips, workloads), expected));

  it('names files of one’s own as an import does', async () => {
    const text = `//- /lab/main.pim
chip A extends NeuralPIM {<|>}
//- /lab/parts/other.pim
import "pim:chips/neural-pim"
chip B extends NeuralPIM {}
`;
    assert.match(
      await asked(
        `//- /lab/main.pim\nimport "parts/other"\n<|>\n${text.slice(text.indexOf('//- /lab/parts'))}`,
        ['B'],
        ['VGG16'],
      ),
      /^import "parts\/other"\nimport "pim:networks\/vgg16"\n/,
    );
  });

  it('is a file of its own where there is none', async () => {
    const pim = await testPim();
    const { text } = questionText(
      pim.shared.workspace.LangiumDocuments,
      undefined,
      ['NeuralPIM', 'ISAACStyle'],
      ['AlexNet'],
    );
    assert.deepEqual(
      (await problemsOf(text)).filter(problem => !problem.startsWith('info')),
      [],
    );
  });
});

describe('what can be asked about', () => {
  const text = `//- /main.pim
import "other"
/** Mine. It is the best. */
chip NeuralPIM {<|>}
chip Open(n: count) {}
workload Empty { input 8 }
//- /other.pim
/** Reads 3.5 V cells, e.g. RRAM. More. */
chip Theirs {}
//- /far.pim
chip Far {}
`;
  const choices = () =>
    inEditor(text, ({ pim, document }) =>
      choicesSeenFrom(pim.shared.workspace.LangiumDocuments, document, pim.elaborations),
    );

  it('is one’s own first, then imports, then the library, and the nearest of a name', async () => {
    const { chips } = await choices();
    const listed = chips.map(({ name, from, path }) => [name, from, path] as const);
    assert.deepEqual(
      listed.toSorted((a, b) => Number(a[1] === 'library') - Number(b[1] === 'library')),
      listed,
    );
    assert.deepEqual(
      [...listed.slice(0, 2), ...listed.slice(2).toSorted((a, b) => (a[0] < b[0] ? -1 : 1))],
      [
        ['NeuralPIM', 'file', 'main'],
        ['Theirs', 'import', 'other'],
        ['ADCBased', 'library', 'pim:chips/cascade-baselines'],
        ['CASCADE', 'library', 'pim:chips/cascade'],
        ['CASCADEStyle', 'library', 'pim:chips/cascade-style'],
        ['ISAAC', 'library', 'pim:chips/isaac'],
        ['ISAACStyle', 'library', 'pim:chips/isaac-style'],
        ['NeuralPIMSpace', 'library', 'pim:studies/neural-pim-space'],
        ['SABased', 'library', 'pim:chips/cascade-baselines'],
        ['StrategyA', 'library', 'pim:studies/strategies'],
        ['StrategyB', 'library', 'pim:studies/strategies'],
        ['StrategyC', 'library', 'pim:studies/strategies'],
      ],
    );
  });

  it('is described by the first sentence of its documentation', async () => {
    const { chips } = await choices();
    assert.deepEqual(
      chips.slice(0, 2).map(({ summary }) => summary),
      ['Mine.', 'Reads 3.5 V cells, e.g. RRAM.'],
    );
  });

  it('is no workload without weights', async () => {
    const { workloads } = await choices();
    assert.ok(!workloads.some(({ name }) => name === 'Empty'));
    assert.ok(workloads.some(({ name }) => name === 'VGG16'));
  });
});
