import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlayHintKinds } from '../../../language/lsp/inlay-hints/kinds.ts';
import { expectHints, hintsIn, tooltips } from '../../support/hints.ts';

const parts = `component Cell : cell { bits 1 bit }
component Cells : array { area 25 µm² }
component Driver(width: bits = 1 bit) : dac { resolution width, energy 1 pJ, rate 10 MHz }
component Converter : adc { resolution 8 bit, rate 1 GHz, energy 2 pJ, area 1000 µm² }
`;
const head = `node 32 nm, precision { inputs 8 bit, weights 8 bit, outputs 8 bit }, dataflow digital-accumulation`;
const crossbar = 'crossbar { size 128 × 128, cell Cell, read 100 ns, 1 × Cells, 128 × Driver }';
const chip = `${parts}chip C { ${head}
  tile T { 8 × ${crossbar}, 4 × Converter }
  10 × T
}
`;
const network = 'workload W { input 3 × 8 × 8\n  conv c { outputs 4, kernel 3 } → relu\n}\n';

describe('inlay hints', () => {
  describe('of blocks', () => {
    it('stand between name and braces, for one of them', () =>
      expectHints(
        'blocks',
        chip
          .replace('chip C {', 'chip C⟨182 mW · 0.042 mm²⟩ {')
          .replace('tile T {', 'tile T⟨18.2 mW · 0.0042 mm²⟩ {')
          .replace('crossbar {', 'crossbar⟨1.28 mW · 25 µm²⟩ {'),
      ));

    it('speak of the chip around them, where another one has them too', () =>
      expectHints(
        'blocks',
        `${parts}chip C⟨9.28 mW · 0.00403 mm²⟩ { ${head}
  1 × ${crossbar.replace('crossbar {', 'crossbar⟨1.28 mW · 25 µm²⟩ {')}, 4 × Converter
}
chip D extends C⟨17.3 mW · 0.00803 mm²⟩ { 8 × Converter }
`,
      ));

    it('stand where a chip says something anew about a block of the one it extends', () =>
      expectHints(
        'blocks',
        `//- /new.pim
import "old"
chip D extends C⟨222 mW · 0.062 mm²⟩ { tile T⟨22.2 mW · 0.0062 mm²⟩ { 6 × Converter } }
//- /old.pim
${chip}`,
      ));

    it('are left out where places differ', () =>
      expectHints(
        'blocks',
        `${parts}chip C⟨17.3 mW · 0.00803 mm²⟩ { ${head}
  pe P(n: count = 1) { n × Converter }
  tile T⟨10 mW · 0.005 mm²⟩ { 1 × P(5) }
  1 × ${crossbar.replace('crossbar {', 'crossbar⟨1.28 mW · 25 µm²⟩ {')}, 1 × P(3), 1 × T
}
`,
      ));

    it('are left out where a chip is not complete', () => expectHints('blocks', 'chip C { node 32 nm }'));

    it('say what a block is made of', async () =>
      assert.equal(
        (await tooltips('blocks', chip))[1],
        [
          '|  | one | 10 on C |\n| --- | ---: | ---: |',
          '| peak power | 18.2 mW | 182 mW |\n| area | 0.0042 mm² | 0.042 mm² |\n',
          '| made of | peak power | area |\n| --- | ---: | ---: |',
          '| 8 × crossbar | 10.2 mW | 200 µm² |\n| 4 × Converter | 8 mW | 0.004 mm² |',
        ].join('\n'),
      ));
  });

  it('of parts stand after the name, for all that the count says', () =>
    expectHints(
      'parts',
      chip
        .replace('4 × Converter', '4 × Converter⟨8 mW · 0.004 mm²⟩')
        .replace('10 × T', '10 × T⟨182 mW · 0.042 mm²⟩')
        .replace('1 × Cells', '1 × Cells⟨25 µm²⟩')
        .replace('128 × Driver', '128 × Driver⟨1.28 mW⟩'),
    ));

  describe('of instances', () => {
    it('count on the whole chip what the text counts in a block', () =>
      expectHints(
        'instances',
        chip
          .replace('8 × crossbar {', '8 × crossbar⟨80 on C⟩ {')
          .replace('4 × Converter', '4 × Converter⟨40 on C⟩')
          .replace('1 × Cells', '1 × Cells⟨80 on C⟩')
          .replace('128 × Driver', '128 × Driver⟨10,240 on C⟩'),
      ));
  });

  describe('of bits', () => {
    it('say beside a resolution what the chip needs', () =>
      expectHints('bits', chip.replace('resolution 8 bit', 'resolution 8 bit⟨needs 8 bit⟩')));

    it('name the chips where these need different ones', () =>
      expectHints(
        'bits',
        `${chip}chip D extends C { tile T { 8 × ${crossbar.replace('cell Cell', 'cell Cell { bits 2 bit }')} } }
`.replace('resolution 8 bit', 'resolution 8 bit⟨C needs 8 bit, D needs 9 bit⟩'),
      ));

    it('stand beside a resolution that a part overrides', () =>
      expectHints(
        'bits',
        chip
          .replace('4 × Converter', '4 × Converter { resolution 9 bit⟨needs 8 bit⟩ }')
          .replace('resolution 8 bit', 'resolution 8 bit⟨needs 8 bit⟩'),
      ));

    it('are left out for what no chip of the file has', () => expectHints('bits', parts));

    it('say why', async () =>
      assert.deepEqual(await tooltips('bits', chip), [
        'C needs 8 bit for `digital-accumulation`, to convert the column sum of 128 rows of 1-bit cells driven 1 bit at a time.',
      ]));
  });

  describe('of layers', () => {
    const evaluated = (hint: string, evaluate: string) =>
      `${chip}chip D extends C { 2 × T }\n${network.replace(' relu', ` relu${hint}`)}${evaluate}`;

    it('say what a layer takes on the chip it is evaluated on', () =>
      expectHints('layers', evaluated('⟨36 copies of 1 array on C⟩', 'evaluate C on W')));

    it('take what several chips have in common together', () =>
      expectHints(
        'layers',
        evaluated(
          '⟨12 copies of 1 array on D; 36 copies of 1 array on C, E⟩',
          'chip E extends C {}\nevaluate D, C on W\nevaluate C, E on W { chips 4 }',
        ),
      ));

    it('go by the settings of the question', () =>
      expectHints('layers', evaluated('⟨1 array on C⟩', 'evaluate C on W { replication none }')));

    it('are left out where nothing is evaluated', () => expectHints('layers', evaluated('', '')));

    it('lead to the chip they speak of', async () => {
      const { hints } = await hintsIn(evaluated('', 'evaluate C on W'), { layers: true });
      const [first] = hints;
      assert.deepEqual(
        (first!.label as { value: string; location?: { uri: string } }[]).map(part => [
          part.value,
          part.location?.uri,
        ]),
        [
          ['36 copies of 1 array on ', undefined],
          ['C', 'file:///test.pim'],
        ],
      );
    });
  });

  describe('of values', () => {
    const cases: [what: string, marked: string][] = [
      ['say what a calculation comes to', 'component A : adc { power 6 mW / 4⟨= 1.5 mW⟩ }'],
      ['say what a name stands for', 'constant k = 2 mW\ncomponent A : adc { power k⟨= 2 mW⟩ }'],
      ['take parameters on their defaults', 'component A(n: count = 4) : adc { power 8 mW / n⟨= 2 mW⟩ }'],
      [
        'take the arguments after `extends`',
        'component A(n: count) : adc {}\ncomponent B extends A(2) { power 8 mW / n⟨= 4 mW⟩ }',
      ],
      ['write a value as its property does', 'component A : adc { rate 128 / 100 ns⟨= 1.28 GHz⟩ }'],
      ['stand in arguments', 'component A(n: count) : adc {}\ncomponent B extends A(2 * 3⟨= 6⟩) {}'],
      ['stand at defaults', 'constant k = 3\ncomponent A(n: count = 2 * k⟨= 6⟩) : adc {}'],
      ['stand in counts', 'chip C(n: count = 4) { (2 * n)⟨= 8⟩ × A, n⟨= 4⟩ × B }'],
      ['stand at a fraction of a fraction', 'chip C { 64/96/4⟨= 0.1667⟩ × A }'],
      ['show the values of a range', 'constant k = [1 .. 3]⟨= [1, 2, 3]⟩'],
      ['work out sizes', 'constant n = 64\nchip C { 1 × crossbar { size 2 * n × n⟨= 2 × 64 × 64⟩ } }'],
      ['say what a member is', 'component A : adc { power 1 mW }\nconstant k = A.power⟨= 1 mW⟩'],
    ];
    for (const [what, marked] of cases) it(what, () => expectHints('values', marked));

    it('are left out where the text says them already', () =>
      expectHints(
        'values',
        `constant k = -3 mW
constant l = [1, 2, 4]
component A : adc { power 2 mW }
chip C { 8 × A, 1/4 × A, dataflow digital-accumulation, 1 × crossbar { size 64 x 64, cell RRAM } }`,
      ));

    it('are left out where something has no value', () =>
      expectHints(
        'values',
        'component A(n: count) : adc { power 8 mW / n, rate 3 * nothing, area 2 mW + 3 pJ }',
      ));

    it('say how they came about', async () =>
      assert.deepEqual(await tooltips('values', 'component A(n: count = 4) : adc { power 8 mW / n }'), [
        '```pim\n8 mW / n = 8 mW / 4 = 2 mW\n```\n\n`n` = 4: parameter of A, default',
      ]));
  });

  describe('of energy', () => {
    const cases: [what: string, marked: string][] = [
      ['follow from power and rate', 'component A : adc⟨2 pJ per conversion⟩ { rate 1 GHz, power 2 mW }'],
      [
        'speak of bytes where these are counted',
        'component A : buffer⟨1 pJ per byte⟩ { width 16 bit, rate 1 GHz, power 2 mW }',
      ],
      ['are left out where the text states it', 'component A : adc { energy 2 pJ, rate 1 GHz }'],
      ['are left out where nothing says it', 'component A : adc { power 2 mW }'],
      [
        'stand at a part that gives a component its numbers',
        chip
          .replace('energy 2 pJ', 'power 2 mW')
          .replace('4 × Converter', '4 × Converter⟨4 pJ per conversion⟩ { power 4 mW }')
          .replace('Converter : adc', 'Converter : adc⟨2 pJ per conversion⟩'),
      ],
    ];
    for (const [what, marked] of cases) it(what, () => expectHints('energy', marked));

    it('say what they follow from', async () => {
      const cells = chip
        .replace('area 25 µm²', 'power 1 mW')
        .replace('1 × Cells', '1 × Cells { power 2 mW }');
      assert.deepEqual(await tooltips('energy', cells), ['*Law:* one read in every input cycle.']);
      assert.deepEqual(
        await tooltips('energy', 'component A : adc { rate 1 GHz, power 2 mW, static 1 mW }'),
        ['(power − static) ÷ rate = (2 mW − 1 mW) ÷ 1 GHz'],
      );
      assert.deepEqual(
        await tooltips(
          'energy',
          'component A : sar-adc { resolution 8 bit, energy-per-bit 1 pJ, energy-per-level 1 fJ }',
        ),
        ['*Law:* energy of a conversion = resolution × energy-per-bit + 2^resolution × energy-per-level.'],
      );
    });
  });

  describe('of argument names', () => {
    const cases: [what: string, marked: string][] = [
      ['stand before the value', 'component D(n: bits) : dac {}\nchip C { 4 × D(⟨n =⟩2 bit) }'],
      [
        'are left out where the name is written',
        'component D(n: bits) : dac {}\nchip C { 4 × D(n = 2 bit) }',
      ],
      [
        'are left out where the value has the same name',
        'component D(n: bits) : dac {}\nchip C(n: bits) { 4 × D(n) }',
      ],
      ['are left out where there is no such parameter', 'component D : dac {}\nchip C { 4 × D(2 bit) }'],
    ];
    for (const [what, marked] of cases) it(what, () => expectHints('argumentNames', marked));

    it('are written when accepted', async () => {
      const text = 'component D(n: bits) : dac {}\nchip C { 4 × D(2 bit) }';
      const { hints } = await hintsIn(text, { argumentNames: true });
      const at = { line: 1, character: 15 };
      assert.deepEqual(hints[0]!.textEdits, [{ range: { start: at, end: at }, newText: 'n = ' }]);
    });
  });

  it('of a name lead to its definition', async () => {
    const { hints } = await hintsIn('constant k = 2 mW\ncomponent A : adc { power k }', { values: true });
    const [, target] = hints[0]!.label as { location?: { range: { start: unknown } } }[];
    assert.deepEqual(target?.location?.range.start, { line: 0, character: 9 });
  });

  it('are only looked for in the range that is asked for', async () => {
    const text = 'constant a = 1 + 1\nconstant b = 2 + 2\nconstant c = 3 + 3\n';
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    assert.equal((await hintsIn(text, { values: true }, range)).text, text.replace('2 + 2', '2 + 2⟨= 4⟩'));
  });

  it('are those of the defaults where nothing is set', async () => {
    const { text } = await hintsIn(chip);
    assert.match(text, /chip C⟨182 mW/);
    assert.doesNotMatch(text, /on C⟩/);
  });

  it('have a setting each, with its default and what it shows', () => {
    const manifest = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
    const groups = (JSON.parse(manifest) as Manifest).contributes.configuration;
    const found = groups.flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([name, setting]) =>
        name.startsWith('pim.inlayHints.')
          ? [{ name: name.slice(15), isOnByDefault: setting.default, doc: setting.markdownDescription }]
          : [],
      ),
    );
    const kinds = inlayHintKinds.map(({ name, isOnByDefault, doc }) => ({ name, isOnByDefault, doc }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    assert.deepEqual(found.toSorted(byName), kinds.toSorted(byName));
  });
});

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { default: unknown; markdownDescription: string }>>;
    }[];
  };
}
