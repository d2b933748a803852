import assert from 'node:assert/strict';
import { chipWith } from '../../support/cost.ts';
import { reportOf } from '../../support/evaluate.ts';

/** What the report on a chip with these parts assumes about one of its components, and what it says about the chip's parts. */
async function assumed(
  part: string,
  declarations: string,
  subject: string,
  node?: string,
): Promise<string[]> {
  const { assumptions } = await reportOf(chipWith(part, declarations, node));
  return assumptions.filter(each => each.subject === subject).map(({ text }) => text);
}

describe('a report', () => {
  it('lists where a table wins over a law', async () =>
    assert.deepEqual(
      await assumed(
        '1 × Cells',
        'component Cells : array { power 1 mW, voltage 0.2 V, on-resistance 20 kΩ, off-resistance 2 MΩ }',
        'Cells',
      ),
      ['power from the table wins over voltage, on-resistance and off-resistance'],
    ));

  it('lists what a law could have used and need not, where a table wins over it', async () => {
    assert.deepEqual(
      await assumed('1 × Cells', 'component Cells : array { power 1 mW, pulse 5 ns }', 'Cells'),
      ['power from the table wins over pulse'],
    );
    assert.deepEqual(
      (
        await assumed(
          '1 × Real',
          'component Real extends SurveyADC { energy 1 pJ, area 1 µm², effective-bits 6 bit }',
          'Real',
        )
      ).filter(text => text.includes('effective-bits')).length,
      1,
    );
  });

  it('lists numbers that stand in for silence, those of a component as one', async () =>
    assert.deepEqual(
      await assumed(
        '3 × Cells',
        'component Cells : array { voltage 0.2 V, on-resistance 20 kΩ, off-resistance 2 MΩ }',
        'Cells',
      ),
      ['on-fraction 0.5, input-activity 1, the defaults'],
    ));

  it('lists them once, however many parts use the component', async () =>
    assert.deepEqual(
      await assumed(
        '2 × Store\n    pe P { 1 × Store }\n    1 × P',
        'component Store : buffer { energy 1 pJ }',
        'Store',
      ),
      ['width 8 bit, the default'],
    ));

  it('lists no default of a law that is not used', async () =>
    assert.deepEqual(
      await assumed(
        '1 × Store',
        'component Store : buffer { width 64 bit, energy 1 pJ, area 1 µm² }',
        'Store',
      ),
      [],
    ));

  it('says how numbers come to another node', async () => {
    for (const [scaling, text] of [
      ['', 'X is scaled from 65 nm to 32 nm: energy in proportion, area to its square'],
      [
        'scaling constant-field',
        'X is scaled from 65 nm to 32 nm: energy to the third power, power at rest and area to the square',
      ],
      ['scaling none', 'X is brought from 65 nm to 32 nm: its numbers are taken as they are'],
    ] as const)
      assert.ok(
        (
          await assumed(
            '1 × X',
            `component X : adc { resolution 8 bit, node 65 nm, energy 1 pJ, ${scaling} }`,
            'C',
          )
        ).includes(text),
      );
  });

  it('says that what conducts keeps its energy on the way', async () =>
    assert.ok(
      (await assumed('1 × X', 'component X : array { node 65 nm, energy 1 pJ }', 'C')).includes(
        'X is scaled from 65 nm to 32 nm: energy as it is, being that of currents through resistances, area to its square',
      ),
    ));

  it('names every action that happens and takes nothing, those of its strategy included', async () => {
    const free = (parts: string) =>
      assumed(
        parts,
        'component Hold : sample-hold { energy 1 fJ }\ncomponent Cells : array { energy 1 pJ }',
        'C',
      );
    const samples =
      'No component is there for this, so it takes no energy and no time: A sample-and-hold takes one voltage.';
    const summed = 'A summing amplifier adds';
    assert.ok((await free('1 × Cells')).includes(samples));
    assert.ok(!(await free('1 × Hold')).includes(samples));
    assert.ok((await free('1 × Hold')).every(text => !text.includes(summed)));
  });
});

describe('what the model assumes', () => {
  for (const [settings, said, unsaid] of [
    ['', /Only the rows and columns in use act/, /All rows and columns/],
    ['activity whole', /All rows and columns of an array act/, /Only the rows/],
    ['', /waits until the result of the one before is there/, /two stages|forwarded/],
    ['recurrence overlaps', /as if results were forwarded/, /waits until/],
    ['', /small enough share an array/, /arrays of its own/],
    ['grouping separate', /Every group of channels has arrays of its own/, /share an array/],
    ['', /replicated so that the slowest is as fast/, /one copy/],
    ['replication stride', /by the rule of ISAAC/, /slowest/],
    ['replication none', /Every layer has one copy/, /replicated/],
    ['', /^Batch 1 with a full pipeline/, /Rewritten weights/],
    ['capacity reject', /^All copies are programmed before/, /does not fit: /],
    ['capacity reload', /does not fit: .*, each inference runs through these/, /^All copies are programmed/],
    ['capacity reload, batch 8', /a batch of 8 runs through these/, /^Batch 1 with a full pipeline/],
    ['', /except those of an LSTM, which are a row/, /Biases are added digitally and not counted\.$/],
  ] as const)
    it(`with ${settings || 'nothing set'} says ${said.source}`, async () => {
      const { assumptions } = await reportOf(chipWith('').replace('on W', `on W { ${settings} }`));
      const model = assumptions.filter(({ subject }) => subject === 'model').map(({ text }) => text);
      assert.ok(model.some(text => said.test(text)));
      assert.ok(!model.some(text => unsaid.test(text)));
    });
});
