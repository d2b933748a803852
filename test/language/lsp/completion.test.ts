import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver-types';
import { readLibrary } from '../../../language/main/library-files.ts';
import { errorsOfAccepting, offered } from '../../support/accept.ts';
import { inEditor } from '../../support/editor.ts';
import { everyConstruct } from '../../support/every-construct.ts';
import { gapsIn } from '../../support/gaps.ts';

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
        'constant f = 1 bit\ncomponent A(b: bits) : adc { resolution <|> }',
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
      [
        'the crossbar that is said anew',
        'import "pim:chips/isaac"\nchip C extends ISAAC { pe IMA { 8 × cr<|> } }',
        ['crossbar'],
      ],
      [
        'a part after a count that is calculated',
        'component A : adc {}\nchip C(n: count = 2) {\n  1 × A\n  (n / 2) × cr<|>\n}',
        ['crossbar'],
      ],
      ['components to extend', 'component Mine extends Sc<|>', ['ScaledADC']],
      ['chips to extend', 'chip Mine extends IS<|>', ['ISAAC', 'ISAACStyle']],
      ['types of parameters', 'chip C(b: b<|>', ['bandwidth', 'bits']],
      [
        'names of arguments',
        'component D(width: bits = 4 bit) : dac {}\nchip C { 4 × D(<|>) }',
        ['width =', '4 bit'],
      ],
      [
        'layers of a workload',
        'workload W {\n  input 3 × 4\n  <|>\n}',
        ['avgpool', 'conv', 'dense', 'lstm', 'maxpool'],
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
        ['Mine', 'ADCBased', 'CASCADE', 'CASCADEStyle', 'ISAAC', 'ISAACStyle', 'NeuralPIM'],
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
      ['the metrics of the chips of a question', `${question}claim IS<|>\n}`, ['ISAAC.area']],
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
      ['the sign after a count', 'chip C { 8 <|>', ['×']],
      ['what the input of a network may be', 'workload W { input <|>', ['3 × 224 × 224']],
      [
        'kinds that know what the braces say',
        'component A : <|> {\n  resolution 8 bit\n  unit-area 1 µm²\n  voltage 1 V\n  unit-capacitance 1 fF\n}',
        ['capacitive-dac'],
      ],
      [
        'components that know what the braces of a part say',
        'component A : adc {}\ncomponent B : bus {}\nchip C { 1 × x<|> { resolution 8 bit } }'.replace(
          'x',
          '',
        ),
        ['A', 'crossbar'],
      ],
      ['what a private definition may be', 'private <|>', ['chip', 'component', 'workload']],
      [
        'values that an argument may have',
        'component D(n: count in [1, 2, 4] = 2) : dac {}\nchip C { 4 × D(n = <|>) }',
        ['1', '2', '4'],
      ],
      [
        'words of a parameter where it is given',
        'component D(how in [lean, rich]) : dac {}\nchip C { 4 × D(<|>) }',
        ['how =', 'lean', 'rich'],
      ],
      [
        'words of a parameter as its default',
        'component D(how in [lean, rich] = <|>) : dac {}',
        ['lean', 'rich'],
      ],
      [
        'words that a condition compares with',
        'component D(how in [lean, rich]) : dac { if how = <|> { } }',
        ['lean', 'rich'],
      ],
      [
        'components that a parameter may stand for',
        'component A : adc {}\ncomponent B : dac {}\nchip C(converter: adc = <|>) {}',
        ['A', 'ADC'],
      ],
      ['what a parameter may be', 'component D(n: bits in <|>', ['list', 'range']],
      ['types that fit the default', 'component D(n: <|> = 4 bit) : dac {}', ['bits']],
      ['steps of a range', 'constant l = [1 .. 8 <|>', ['step']],
      ['units that stay in the range', 'chip C { precision { inputs 8 <|> } }', ['bit', 'B']],
      ['units of a factor', 'component A : adc { power 3 * 2 <|> }', ['W', 'pW', 'nW', 'µW']],
      ['units of a divisor', 'component A : adc { rate 3 / 2 <|> }', ['s', 'fs', 'ps', 'ns']],
      [
        'constants of the right kind',
        'constant time = 1 ns\nconstant energy = 1 pJ\ncomponent A : adc { energy <|> }',
        ['1 pJ', 'energy', 'abs'],
      ],
      [
        'metrics that can be compared',
        `${question}expect ISAAC.latency < <|>\n}`,
        ['1 ms', 'ISAAC.interval', 'ISAAC.latency'],
      ],
      ['a number for a claim', `${question}claim ISAAC.area / ISAAC.area = <|>\n}`, ['1', 'abs']],
      [
        'networks that are not yet listed',
        'import "pim:networks/alexnet"\nchip C {}\nevaluate C on AlexNet, Alex<|>',
        ['AlexNet2012'],
      ],
      ['names of a file with what imports them', 'import Sur<|>', ['SurveyADC']],
      [
        'constants of other files once they are begun',
        '//- /main.pim\nconstant a = 2 * pit<|>\n//- /other.pim\nconstant pitch = 3 nm\n',
        ['pitch'],
      ],
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

  it('offers behind names only files that define them, and folders of these', async () => {
    const labels = (await offered('import ADC, SampleHold from <|>')).map(({ label }) => label);
    assert.deepEqual(labels, ['pim:components/isaac-32nm', 'pim:components']);
  });

  describe('offers nothing', () => {
    for (const [what, marked] of [
      ['in a line comment', '// a <|>'],
      ['in a comment', '/* a <|> */'],
      ['where a name is invented', 'component <|>'],
      ['after a part', 'chip C { 8 × A <|>\n}'],
      ['beside words that are only now given their meaning', 'component D(how in [lean, <|>]) : dac {}'],
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
        'conv ${1:conv1} { outputs ${2:10}, kernel ${3:3} }',
      ));

    it('a function with its parameters', async () =>
      assert.equal(await inserted('constant c = <|>', 'pow'), 'pow(${1:base}, ${2:exponent})'));

    it('what a component needs that is not complete', async () =>
      assert.equal(
        await inserted('import "pim:components/parametric"\nchip C { 8 × SR<|> }', 'SRAM'),
        'SRAM { capacity ${1:8 bit} }',
      ));

    it('arguments that have no default', async () =>
      assert.equal(
        await inserted('component D(n: bits) : dac { resolution n }\nchip C { 8 × <|> }', 'D'),
        'D(${1:8 bit})',
      ));

    it('a kind with what it needs', async () =>
      assert.equal(await inserted('component A : <|>', 'adc'), 'adc {\n  resolution ${1:8 bit}\n  $0\n}'));

    it('a question with the unit of its metric', async () => {
      assert.equal(await inserted(`${question}expect <|>\n}`, 'ISAAC.area'), 'ISAAC.area < ${1:100 mm²}');
      assert.equal(
        await inserted(`${question}claim <|>\n}`, 'ISAAC.energyEfficiency'),
        'ISAAC.energyEfficiency = ${1:1 TOPS/W}',
      );
    });

    it('what to normalise with the chip that is evaluated', async () => {
      assert.equal(await inserted(`${question}normalise <|>\n}`, 'area'), 'area to ISAAC');
      assert.equal(await inserted(`${question}normalise <|> to ISAAC\n}`, 'area'), 'area');
    });

    it('a condition that compares a parameter', async () =>
      assert.equal(
        await inserted('component A(how in [lean, rich]) : adc { <|> }', 'if'),
        'if ${1:how} = ${2:lean} {\n  $0\n}',
      ));

    it('one more name into an import of names', async () => {
      const text = 'import ADC, DAC from "pim:components/isaac-32nm"\nchip C { 8 × Sample<|> }';
      const { additionalTextEdits } = await item(text, 'SampleHold');
      const end = { line: 0, character: 15 };
      assert.deepEqual(additionalTextEdits, [{ range: { start: end, end }, newText: ', SampleHold' }]);
    });

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

  it('says of every item what it is', async () => {
    for (const { marked } of gapsIn(everyConstruct))
      for (const each of await offered(marked))
        assert.ok(
          each.documentation,
          `${each.label} in ${marked.slice(Math.max(0, marked.indexOf('<|>') - 40))}`,
        );
  }).timeout(60000);

  it('offers no definition to itself', async () => {
    const labels = async (marked: string) => (await offered(marked)).map(({ label }) => label);
    assert.ok(!(await labels('constant a = 1\nconstant b = <|>')).includes('b'));
    assert.ok(!(await labels('component A extends <|>\ncomponent B extends A')).includes('B'));
    assert.ok(!(await labels('tile T { 1 × <|> }')).includes('T'));
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

  it('offers nothing that leads to an error when it is accepted', () => {
    const gaps = [everyConstruct, ...readLibrary().values()].map(gapsIn);
    return fc.assert(
      fc.asyncProperty(
        // The text that has everything counts as much as all of the library.
        fc.oneof(fc.constantFrom(...gaps[0]!), fc.constantFrom(...gaps.slice(1).flat())),
        fc.nat(),
        async ({ what, marked }, choice) => {
          const items = await offered(marked);
          for (const item of new Set([items[0], items[choice % items.length]])) {
            const errors = item ? await errorsOfAccepting(marked, item) : [];
            const unexpected = errors.filter(error => !wholeChip.test(error));
            assert.deepEqual(unexpected, [], `${item?.label} as ${what}`);
          }
        },
      ),
      { numRuns: 120 },
    );
  }).timeout(60000);

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

/** Rules about a chip or network as a whole, which no single word keeps, and what a number in a calculation comes to. */
const wholeChip =
  /^(layer-shape|missing-component|several-crossbars|several-drivers|incomplete-evaluation|converter-below-column-sum|conversions-exceed-rate|weight-slices-exceed-columns|input-bits-not-multiple-of-dac-bits|out-of-range: `[\w-]+` must be at (least|most))/;

/** Properties, parts and layers of the library, where their names are. */
function wordsOfLibrary(): { text: string; offset: number; word: string }[] {
  // A parameter on a line of its own has a new name, which nobody can offer.
  const first = /^[ ]+(?:[\d/]+ × )?([A-Za-z][\w-]*)(?![\w-]|:| in )/gm;
  return [...readLibrary().values()].flatMap(text =>
    [...text.matchAll(first)]
      .map(match => ({ text, offset: match.index + match[0].length - match[1]!.length, word: match[1]! }))
      // Not the text of comments.
      .filter(({ offset }) => text.lastIndexOf('/*', offset) <= text.lastIndexOf('*/', offset)),
  );
}
