import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { metrics, type MetricName } from '../../../simulator/index.ts';
import { randomText, recipes, textOf } from '../../support/random-chip.ts';
import { elasticities, metricOf, rewritten, sensitivitiesOf } from '../../support/sensitivity.ts';

const allMetrics = Object.keys(metrics) as MetricName[];

/** One component of each sort, with easy numbers. */
const chip = (more = '') => `
component Cell : cell { bits 1 bit, variation 5 % }
component Cells : array { energy 1 fJ, area 10 µm² }
component Driver : dac { resolution 1 bit, energy 1 pJ, area 1 µm² }
component Old : adc { resolution 8 bit, rate 1 GHz, power 1 mW, area 500 µm² }
component Converter extends Old { area 4 * 100 µm² }
component Accumulator : analog-accumulator { energy 1 pJ, area 20 µm² }
constant copies = 2
chip C {
  node 32 nm
  precision { inputs 4 bit, weights 4 bit, outputs 8 bit }
  dataflow analog-accumulation
  tile T {
    1 × crossbar { size 64 × 64, cell Cell, read 100 ns, 1 × Cells, 64 × Driver, 1 × Accumulator }
    1 × Converter
  }
  copies × T
}
workload W { input 64, dense d { outputs 10 } }
evaluate C on W { ${more} }
`;

describe('the sensitivity of a metric', () => {
  it('names every number of a chip, wherever it stands, with what the metric does', async () => {
    const found = await elasticities(chip('chips 2'), 'area');
    assert.deepEqual(found.toSorted(), [
      'Accumulator.area 20 µm²: +0.04',
      'Accumulator.energy 1 pJ: +0.00',
      'C.node 32 nm: +0.00',
      'C.precision.inputs 4 bit: +0.00',
      'C.precision.outputs 8 bit: +0.00, Converter has 8 bits, but an output of 9 bits is converted at once',
      'C.precision.weights 4 bit: +0.00',
      'Cell.bits 1 bit: +0.00, `bits` must be at least 1 bit, this is 0 bit',
      'Cell.variation 5 %: +0.00',
      'Cells.area 10 µm²: +0.02',
      'Cells.energy 1 fJ: +0.00',
      'Converter.area 100 µm²: +0.81',
      'Converter.area 4: +0.81',
      'Driver.area 1 µm²: +0.13',
      'Driver.energy 1 pJ: +0.00',
      'Driver.resolution 1 bit: +0.00, `resolution` must be at least 1 bit, this is 0 bit',
      'Old.area 500 µm²: +0.00',
      'Old.power 1 mW: +0.00',
      'Old.rate 1 GHz: +0.00',
      'Old.resolution 8 bit: +0.00, Converter has 7 bits, but an output of 8 bits is converted at once',
      'copies 2: +1.00',
      'count of Accumulator in crossbar 1: +0.04, a count must be above zero, this one is 0',
      'count of Cells in crossbar 1: +0.02, a count must be above zero, this one is 0',
      'count of Converter in T 1: +0.81, a count must be above zero, this one is 0',
      'count of Driver in crossbar 64: +0.13',
      'count of crossbar in T 1: +0.19, a count must be above zero, this one is 0',
      'crossbar.read 100 ns: +0.00',
      'crossbar.size 64: +0.00',
      'crossbar.size 64: +0.00',
      'evaluate.chips 2: +0.00',
    ]);
  });

  it('counts what moves it most first', async () => {
    const [first] = await sensitivitiesOf(chip(), 'area');
    assert.equal(first!.numbers[0]!.name, 'count of Converter in T');
    const changes = first!.numbers.map(({ below, above }) =>
      Math.max(Math.abs(below.change ?? 0), Math.abs(above.change ?? 0)),
    );
    assert.deepEqual(
      changes,
      changes.toSorted((a, b) => b - a),
    );
  });

  it('goes a tenth up and down, and by one with what is whole', async () => {
    const [first] = await sensitivitiesOf(chip(), 'area');
    const variations = (name: string) => {
      const found = first!.numbers.find(each => each.name === name)!;
      return [found.below.text, found.above.text];
    };
    assert.deepEqual(variations('Driver.area'), ['0.9 µm²', '1.1 µm²']);
    assert.deepEqual(variations('copies'), ['1', '3']);
    assert.deepEqual(variations('count of Driver in crossbar'), ['58', '70']);
    assert.deepEqual(variations('C.precision.weights'), ['3 bit', '5 bit']);
  });

  it('says what a network takes where it must not take more', async () => {
    const text = chip('chips 1, capacity reject').replace('outputs 10 }', 'outputs 16 }');
    const found = await elasticities(text, 'throughput');
    assert.deepEqual(
      found.filter(each => each.includes('then takes')),
      [
        'crossbar.size 64: +0.00, W then takes 2 chips',
        'crossbar.size 64: +0.00, W then takes 2 chips',
        'C.precision.weights 4 bit: +0.00, W then takes 2 chips',
        'copies 2: +0.00, W then takes 2 chips',
      ],
    );
  });

  it('follows the arguments a chip is given', async () => {
    const text = chip()
      .replace('chip C {', 'chip C(drivers = 64) {')
      .replace('64 × Driver', 'drivers × Driver')
      .replace('evaluate C on W', 'evaluate C(drivers = 100) on W');
    const found = await elasticities(text, 'area');
    assert.deepEqual(
      found.filter(each => each.includes('drivers')),
      ['C.drivers 100: +0.19', 'C.drivers 64: +0.00'],
    );
  });
});

describe('laws of sensitivity', () => {
  // Asked about one chip, so that an error of the text is one of that chip.
  const golden = readFileSync(join(import.meta.dirname, '../../golden/tiny/tiny.pim'), 'utf8').replace(
    ', Tiny(drivers = 2 bit) on',
    ' on',
  );
  const sizes = { numRuns: 6 };

  // The strongest law: what is said of a variation is what the text with that number comes to, errors included.
  for (const [name, texts] of [
    ['of a chip that has everything', fc.constant(golden)],
    ['of any chip', recipes.map(recipe => textOf(randomText(recipe)))],
  ] as const)
    it(`every variation ${name} is what the text comes to when it is written there`, () =>
      fc.assert(
        fc.asyncProperty(texts, fc.nat(), fc.constantFrom(...allMetrics), async (text, pick, metric) => {
          const [first] = await sensitivitiesOf(text, metric);
          const number = first!.numbers[pick % first!.numbers.length]!;
          for (const variation of [number.below, number.above]) {
            const written = rewritten(text, number, variation.text);
            assert.equal(
              await metricOf(written, metric),
              variation.value,
              `${number.name} ${variation.text}`,
            );
            assert.equal(variation.problem === undefined, variation.value !== undefined);
          }
        }),
        { numRuns: 15 },
      ));

  it('a number that nothing reads moves nothing', () =>
    fc.assert(
      fc.asyncProperty(recipes, async recipe => {
        const text = textOf(randomText(recipe)).replace('component Cell : cell {', '$&\n  variation 3 %');
        for (const { numbers } of await sensitivitiesOf(text, ...allMetrics)) {
          const idle = numbers.find(({ name }) => name === 'Cell.variation')!;
          assert.equal(idle.elasticity, 0);
          assert.deepEqual([idle.below.change, idle.above.change], [0, 0]);
        }
      }),
      sizes,
    ));

  // Area is a sum of areas times counts, and nothing else has a part in it.
  it('the elasticities of area to all areas sum to one', () =>
    fc.assert(
      fc.asyncProperty(recipes, async recipe => {
        const [{ numbers } = { numbers: [] }] = await sensitivitiesOf(textOf(randomText(recipe)), 'area');
        const areas = numbers.filter(({ name }) => name.endsWith('.area'));
        const sum = areas.reduce((total, { elasticity = 0 }) => total + elasticity, 0);
        assert.ok(areas.length > 10 && Math.abs(sum - 1) < 1e-9, `${sum}`);
        const others = numbers.filter(({ name }) => /\.(energy|power|static|rate)$/.test(name));
        assert.ok(others.length > 10 && others.every(({ elasticity }) => elasticity === 0));
      }),
      sizes,
    ));

  it('no energy or power makes a chip faster', () =>
    fc.assert(
      fc.asyncProperty(recipes, async recipe => {
        const [{ numbers } = { numbers: [] }] = await sensitivitiesOf(
          textOf(randomText(recipe)),
          'throughput',
        );
        const idle = numbers.filter(({ name }) => /\.(energy|power|static|area)$/.test(name));
        assert.ok(idle.length > 10 && idle.every(({ elasticity }) => elasticity === 0));
      }),
      sizes,
    ));
});
