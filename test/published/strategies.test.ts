import assert from 'node:assert/strict';
import {
  type ConverterLaw,
  type Letter,
  strategyCurves,
  type StrategyPoint,
  strategyTable,
} from '../reproduction/strategies.ts';
import { expectClean } from '../support/check.ts';

/** Cao et al., IEEE Trans. Computers 71(9), 2022, section 3: eqs. 2 to 8 and fig. 4(b). No bar of the figure can be read. */
describe('the strategies of accumulation as published', () => {
  it('need the bits and conversions of eqs. 2 to 8', () =>
    assert.deepEqual(
      strategyTable([1, 2, 4]).map(({ dacBits, cycles, A, B, C }) => [
        ...[dacBits, cycles],
        ...[A, B, C].map(({ bits, conversions }) => `${bits} / ${conversions}`),
      ]),
      [
        [1, 8, '8 / 64', '11 / 15', '8 / 1'],
        [2, 4, '9 / 32', '11 / 11', '8 / 1'],
        [4, 2, '11 / 16', '12 / 9', '8 / 1'],
      ],
    ));

  // Nothing is said of converters with too few or too many bits, nor of any that are too slow.
  for (const { dacBits } of strategyTable())
    it(`are the chips of the study with drivers of ${dacBits} bits`, () =>
      expectClean(`import "pim:studies/strategies"
chip A extends StrategyA(${dacBits} bit) {}
chip B extends StrategyB(${dacBits} bit) {}
chip C extends StrategyC(${dacBits} bit) {}`));

  for (const law of ['capacitive', 'survey', 'steep'] as const)
    describe(`with converters by the ${law} law`, () => {
      it('C is best with four bits, where drivers take most of the energy (fig. 4(b))', async () => {
        const c = await curve(law, 'C');
        assert.equal(best(c).dacBits, 4);
        assertRises(c.slice(0, 4));
        assertFalls(c.slice(3));
        assert.ok(c[3]!.shares.dac > 0.5);
      });

      it('C is ahead of A and B at every width', async () => {
        const points = await strategyCurves(law);
        for (const c of points.filter(({ strategy }) => strategy === 'C'))
          for (const other of points.filter(each => each.strategy !== 'C' && each.dacBits === c.dacBits))
            assert.ok(c.efficiency > other.efficiency, `${other.strategy} with ${c.dacBits} bits`);
      });
    });

  for (const law of ['survey', 'steep'] as const)
    it(`A falls with every bit when converters grow by the ${law} law (fig. 4(b))`, async () =>
      assertFalls(await curve(law, 'A')));

  // By the law of ISAAC's converter the ninth and the tenth bit take a fifth more energy each, while conversions are halved. The paper's
  // A falls from the start, so its converters must take more than twice as much for the ninth bit.
  it('A first gains when converters grow by the capacitive law, against fig. 4(b)', async () => {
    const a = await curve('capacitive', 'A');
    assert.equal(best(a).dacBits, 4);
    assertFalls(a.slice(3));
  });
});

async function curve(law: ConverterLaw, letter: Letter): Promise<readonly StrategyPoint[]> {
  return (await strategyCurves(law)).filter(({ strategy }) => strategy === letter);
}

const best = (points: readonly StrategyPoint[]): StrategyPoint =>
  points.reduce((a, b) => (b.efficiency > a.efficiency ? b : a));

function assertRises(points: readonly StrategyPoint[]): void {
  for (const [index, { dacBits, efficiency }] of points.slice(1).entries())
    assert.ok(efficiency > points[index]!.efficiency, `it does not rise to ${dacBits} bits`);
}

function assertFalls(points: readonly StrategyPoint[]): void {
  assertRises([...points].reverse());
}
