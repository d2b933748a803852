import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver-types';
import { readLibrary } from '../../../language/main/library-files.ts';
import { at, inEditor } from '../../support/editor.ts';

/** What is offered at `<|>`, best first. */
function offered(marked: string): Promise<CompletionItem[]> {
  return inEditor(marked, async cursor => {
    const list = await cursor.pim.language.lsp.CompletionProvider!.getCompletion(cursor.document, at(cursor));
    return list!.items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  });
}

async function item(marked: string, label: string): Promise<CompletionItem> {
  const items = await offered(marked);
  const found = items.find(each => each.label === label);
  assert.ok(found, `${label} is not among ${items.map(each => each.label).join(', ')}`);
  return found;
}

const inserted = async (marked: string, label: string) => (await item(marked, label)).textEdit!.newText;
const question = 'import "pim:chips/isaac"\nimport "pim:networks/vgg16"\nevaluate ISAAC on VGG16 {\n  ';

describe('completion', () => {
  describe('offers first', () => {
    const cases: [what: string, marked: string, first: string[]][] = [
      [
        'declarations in an empty file',
        '<|>',
        ['chip', 'component', 'evaluate', 'import', 'workload', 'constant'],
      ],
      ['the declaration begun', 'constant a = 1\nch<|>', ['chip']],
      ['library files in an import', 'import "<|>', ['pim:chips/cascade', 'pim:chips/cascade-baselines']],
      ['those that fit what was typed', 'import "pim:dev<|>"', ['pim:devices/rram', 'pim:devices']],
      [
        'files of the workspace',
        '//- /main.pim\nimport "<|>\n//- /parts/adc.pim\ncomponent A : adc {}',
        ['parts/adc'],
      ],
      ['kinds of components', 'component A : sa<|>', ['sample-hold', 'sar-adc']],
      ['the required property of a component', 'component A : adc { <|> }', ['resolution', 'area']],
      [
        'what is not yet stated',
        'component A : adc {\n  resolution 8 bit\n  power 1 mW\n  <|>\n}',
        ['area', 'energy', 'node', 'rate', 'scaling', 'static'],
      ],
      [
        'all that is required at once',
        'chip C {\n  node 32 nm\n  <|>\n}',
        ['required properties', 'dataflow', 'precision'],
      ],
      ['properties after an unfinished one', 'component A : adc {\n  resolution\n  ra<|>\n}', ['rate']],
      [
        'properties when the brace is missing',
        'component A : adc {\n  ra<|>\ncomponent B : dac { rate 1 GHz }',
        ['rate'],
      ],
      [
        'properties of a group',
        'chip C { precision { inputs 8 bit, <|> } }',
        ['required properties', 'outputs', 'weights'],
      ],
      [
        'properties a part may override',
        'import "pim:components/isaac-32nm"\nchip C { 8 × ADC { reso<|> } }',
        ['resolution'],
      ],
      [
        'words of a property',
        'chip C { dataflow <|> }',
        ['analog-accumulation', 'analog-buffering', 'digital-accumulation'],
      ],
      ['units of the expected dimension', 'component A : adc { area 3 <|> }', ['m²', 'nm²', 'µm²', 'mm²']],
      [
        'units of the metric compared',
        `${question}expect ISAAC.area < 3 <|>\n}`,
        ['m²', 'nm²', 'µm²', 'mm²'],
      ],
      [
        'units without a simple name',
        `${question}expect ISAAC.peakEfficiency > 3 <|>\n}`,
        ['GOPS/W', 'TOPS/W'],
      ],
      [
        'parameters and constants in a value',
        'constant f = 1\ncomponent A(b: bits) : adc { resolution <|> }',
        ['8 bit', 'b', 'f'],
      ],
      ['functions in a value', 'component A : adc { power 2 * m<|> }', ['max', 'mean', 'min']],
      ['devices as the cell of a crossbar', 'chip C { 8 × crossbar { cell <|> } }', ['RRAM']],
      [
        'components in scope, then levels, then others',
        'component A : adc {}\nchip C { 8 × <|> }',
        ['A', 'crossbar', 'pe', 'tile', 'ADC'],
      ],
      [
        'no larger block inside a smaller one',
        'component A : adc {}\nchip C { pe P { 8 × <|> } }',
        ['A', 'crossbar', 'ADC'],
      ],
      ['components to extend', 'component Mine extends Sc<|>', ['ScaledADC']],
      ['chips to extend', 'chip Mine extends IS<|>', ['ISAAC', 'ISAACStyle']],
      ['types of parameters', 'chip C(b: b<|>', ['bandwidth', 'bits']],
      ['names of arguments', 'component D(width: bits = 4 bit) : dac {}\nchip C { 4 × D(<|>) }', ['width']],
      [
        'layers of a workload',
        'workload W {\n  input 3 × 4\n  <|>\n}',
        ['avgpool', 'conv', 'dense', 'lstm', 'maxpool', 'input'],
      ],
      [
        'steps after an arrow',
        'workload W {\n  dense d { outputs 3 } → <|>\n}',
        ['avgpool', 'globalpool', 'maxpool', 'relu'],
      ],
      [
        'properties of a layer',
        'workload W {\n  conv c { outputs 3, <|> }\n}',
        ['kernel', 'groups', 'padding', 'stride'],
      ],
      ['words and numbers of a size', 'workload W {\n  conv c { padding <|> }\n}', ['same', '3']],
      [
        'layers before this one',
        'workload W {\n  dense a {}\n  dense b {}\n  add c from <|>\n}',
        ['a', 'b', 'c'],
      ],
      [
        'chips to evaluate',
        'chip Mine { node 32 nm }\nevaluate <|>',
        ['Mine', 'ADCBased', 'CASCADE', 'CASCADEStyle', 'ISAAC', 'ISAACStyle', 'NeuralPIM', 'SABased'],
      ],
      ['workloads', 'evaluate Mine on A<|>', ['AlexNet']],
      [
        'what is said in a question',
        `${question}<|>\n}`,
        ['claim', 'expect', 'activity', 'average', 'batch', 'capacity'],
      ],
      ['metrics of a chip', `${question}expect ISAAC.pow<|>\n}`, ['power']],
      [
        'members of a component',
        'import "pim:components/isaac-32nm"\nconstant e = EDRAM.cap<|>',
        ['capacity'],
      ],
      ['the chips of a question', `${question}claim <|>\n}`, ['ISAAC']],
      [
        'inputs of a layer whose list goes on on the next line',
        'workload W {\n  input 8\n  dense a { outputs 8 }\n  dense b { outputs 8 }\n  add c from a,\n    <|>\n}',
        ['a', 'b'],
      ],
      [
        'names of the file an import ends with',
        'import ADC, Sam<|> from "pim:components/isaac-32nm"',
        ['SampleHold'],
      ],
      [
        'files an import of names may end with',
        'import ADC from "pim:components/is<|>',
        ['pim:components/isaac-32nm'],
      ],
      ['what follows a name that is imported', 'import ADC <|>', ['as', 'from']],
      ['what may be compared', 'chip C(size: count = 2) {\n  if si<|>\n}', ['size']],
      ['how a condition goes on', 'chip C(size: count = 2) {\n  if size > size <|>\n}', ['and', 'or']],
      ['units in a condition', 'chip C(w: bits = 2 bit) {\n  if w > 2 bi<|>\n}', ['bit']],
      ['what an else goes on with', 'chip C {\n  if 1 > 2 { } else <|>\n}', ['if']],
      [
        'constants of a block in a list',
        'chip C {\n  constant small = 2\n  constant l = [sm<|>]\n}',
        ['small'],
      ],
      ['kinds a parameter may stand for', 'chip C(converter: sar<|>', ['sar-adc']],
      ['ways to average', `${question}average <|>\n}`, ['arithmetic', 'geometric']],
      ['what can be normalised', `${question}normalise <|>\n}`, ['area']],
      ['whom to normalise to', `${question}normalise area to <|>\n}`, ['ISAAC']],
    ];
    for (const [what, marked, first] of cases) {
      it(what, async () => {
        const labels = (await offered(marked)).map(({ label }) => label);
        assert.deepEqual(labels.slice(0, first.length).sort(), [...first].sort());
      });
    }
  });

  describe('offers nothing', () => {
    for (const [what, marked] of [
      ['in a line comment', '// a <|>'],
      ['in a comment', '/* a <|> */'],
      ['where a name is invented', 'component <|>'],
      ['after a count', 'chip C { 8 <|>\n}'.replace('8 ', '8 × A ')],
    ] as const)
      it(what, async () => assert.deepEqual(await offered(marked), []));
  });

  describe('inserts', () => {
    it('a property with an example', async () =>
      assert.equal(await inserted('component A : adc { <|> }', 'resolution'), 'resolution ${1:8 bit}'));

    it('a choice of words, the default first', async () =>
      assert.equal(await inserted('chip C {\n  pipe<|>\n}', 'pipeline'), 'pipeline ${1|coarse,fine|}'));

    it('only the name where a value follows', async () =>
      assert.equal(await inserted('component A : adc { res<|> 8 bit }', 'resolution'), 'resolution'));

    it('all required properties, a line for each', async () =>
      assert.equal(
        await inserted('chip C {\n  8 × crossbar {\n    <|>\n  }\n}', 'required properties'),
        'size ${1:128 × 128}\ncell ${2:RRAM}\nread ${3:100 ns}',
      ));

    it('all required properties on one line', async () =>
      assert.equal(
        await inserted('workload W { conv c { <|> } }', 'required properties'),
        'outputs ${1:10}, kernel ${2:3}',
      ));

    it('a layer with what it must state', async () =>
      assert.equal(
        await inserted('workload W {\n  input 3\n  <|>\n}', 'conv'),
        'conv ${1:name} { outputs ${2:10}, kernel ${3:3} }',
      ));

    it('a function with its parameters', async () =>
      assert.equal(await inserted('constant c = <|>', 'pow'), 'pow(${1:base}, ${2:exponent})'));

    it('the import that a name needs, below the others', async () => {
      const { additionalTextEdits } = await item(
        'import "pim:devices/rram"\n\nchip C { 8 × NN<|> }',
        'NNADC',
      );
      const end = { line: 0, character: 25 };
      assert.deepEqual(additionalTextEdits, [
        { range: { start: end, end }, newText: '\nimport "pim:components/neural-pim-32nm"' },
      ]);
    });

    it('the first import above everything', async () => {
      const { additionalTextEdits } = await item('chip C { 8 × NN<|> }', 'NNADC');
      assert.equal(additionalTextEdits?.[0]?.newText, 'import "pim:components/neural-pim-32nm"\n\n');
    });
  });

  it('says what a property is', async () => {
    const { detail, documentation } = await item('component A : adc { <|> }', 'resolution');
    assert.equal(detail, 'a number of bits, at least 1 bit, at most 64 bit, whole · required');
    assert.match((documentation as { value: string }).value, /^Bits of one conversion\./);
  });

  it('says what a word means', async () => {
    const { documentation } = await item('chip C { 8 × crossbar { weights <|> } }', 'offset');
    assert.match((documentation as { value: string }).value, /^shifted to be positive/);
  });

  it('offers the word that an author of the library wrote next', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wordsOfLibrary()),
        fc.boolean(),
        async ({ text, offset, word }, isLast) => {
          const rest = isLast ? '' : text.slice(offset + word.length);
          const labels = (await offered(`${text.slice(0, offset)}<|>${rest}`)).map(({ label }) => label);
          assert.ok(labels.includes(word), `${word} is not among ${labels.join(', ')}`);
        },
      ),
      { numRuns: 100 },
    ));

  it('never throws, wherever the cursor stands', async () => {
    const text =
      'import "pim:chips/isaac"\ncomponent A(b: bits = 2 bit) : adc { power 3 mW / max(1, 2), rate }\nchip C extends ISAAC { 1/4 × A(b = 3) { area 1 mm²';
    const halves = `${text}\nworkload W { input 3 × 4 conv c { kernel 3 } → relu\nevaluate C, ISAAC on W { chips 3, expect C.area < `;
    await inEditor(halves, async ({ document, pim }) => {
      for (let offset = 0; offset <= halves.length; offset++) {
        const position = document.textDocument.positionAt(offset);
        await pim.language.lsp.CompletionProvider!.getCompletion(document, {
          textDocument: { uri: '' },
          position,
        });
        await pim.language.lsp.HoverProvider!.getHoverContent(document, {
          textDocument: { uri: '' },
          position,
        });
        await pim.language.lsp.SignatureHelp!.provideSignatureHelp(document, {
          textDocument: { uri: '' },
          position,
        });
      }
    });
  });
});

/** Properties, parts and layers of the library, where their names are. */
function wordsOfLibrary(): { text: string; offset: number; word: string }[] {
  // The name of a parameter is new, so nobody can offer it.
  const first = /^[ ]+(?:[\d/]+ × )?([A-Za-z][\w-]*)\b(?!:)/gm;
  return [...readLibrary().values()].flatMap(text =>
    [...text.matchAll(first)]
      .map(match => ({ text, offset: match.index + match[0].length - match[1]!.length, word: match[1]! }))
      // Not the text of comments.
      .filter(({ offset }) => text.lastIndexOf('/*', offset) <= text.lastIndexOf('*/', offset)),
  );
}
