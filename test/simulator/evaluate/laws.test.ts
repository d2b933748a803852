import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Evaluation, LayerReport, TreeNode } from '../../../simulator/index.ts';
import { evaluateModels, evaluationOf, modelsOf } from '../../support/evaluate.ts';
import { type RandomText, type Recipe, randomText, recipes, textOf } from '../../support/random-chip.ts';

const runs = { numRuns: 60 };

describe('evaluation of any chip', () => {
  it('shows parts that sum to the whole in power, area and energy', () =>
    forAll(({ tree }) => {
      for (const node of nodesOf(tree).filter(({ children }) => children.length > 0))
        for (const key of ['power', 'area', 'energy'] as const)
          close(
            sum(node.children, child => child[key]),
            node[key],
            1e-12,
            `${key} of ${node.name}`,
          );
    }));

  it('shows a whole that equals the metrics', () =>
    forAll(({ tree, metrics }) => {
      assert.equal(tree.power, metrics.peakPower);
      assert.equal(tree.area, metrics.area);
      assert.equal(tree.energy, metrics.energyPerInference);
    }));

  it('shows energies that are counts times the energy of each action, besides static power', () =>
    forAll(({ tree }) => {
      for (const { actions = [], energy, name } of nodesOf(tree)) {
        const dynamic = sum(actions, ({ count, energyEach }) => count * energyEach);
        assert.ok(dynamic <= energy * (1 + 1e-12), `${name} uses ${energy} J, its actions ${dynamic} J`);
      }
    }));

  it('shares out over its layers exactly the energy that is not static', () =>
    forAll(({ tree, layers }) => {
      const dynamic = sum(
        nodesOf(tree).flatMap(({ actions = [] }) => actions),
        each => each.count * each.energyEach,
      );
      close(
        sum(layers, ({ energy }) => energy),
        dynamic,
        1e-9,
        'energy of all layers',
      );
    }));

  it('counts every action in whole numbers', () =>
    forAll(({ tree }) => {
      for (const { actions = [] } of nodesOf(tree))
        for (const { action, count } of actions)
          assert.ok(Number.isSafeInteger(count) && count > 0, `${count} ${action}`);
    }));

  it('comes to finite numbers only', () =>
    forAll(({ metrics }) => {
      for (const [name, value] of Object.entries(metrics))
        assert.ok(Number.isFinite(value), `${name} is ${value}`);
    }));

  it('gives no layer more arrays than there are', () =>
    fc.assert(
      fc.asyncProperty(recipes, async recipe => {
        const { layers, metrics } = await evaluationOf(textOf(randomText(recipe)));
        const used = sum(layers, ({ copies, arraysPerCopy }) => copies * arraysPerCopy);
        assert.ok(used <= metrics.chips * arraysOf(recipe));
        assert.ok(layers.every(({ copies }) => Number.isInteger(copies) && copies >= 1));
      }),
      runs,
    ));

  it('never uses more cells or array time than there are', () =>
    forAll(({ metrics: { cellUtilization, arrayUtilization } }) => {
      for (const share of [cellUtilization, arrayUtilization])
        assert.ok(share >= 0 && share <= 1 + 1e-12, `${share}`);
    }));

  it('replicates layers so that no other choice of copies is faster', () =>
    fc.assert(
      fc.asyncProperty(recipes, async recipe => {
        const { layers, metrics } = await evaluationOf(textOf(randomText(recipe, { extras: false })));
        fc.pre(metrics.chips * arraysOf(recipe) <= 120);
        close(metrics.interval, fastest(layers, metrics.chips * arraysOf(recipe)), 1e-9, 'interval');
      }),
      runs,
    ));

  it('is never slower on one chip more, where no link or router limits it', () =>
    fc.assert(
      fc.asyncProperty(recipes, fc.integer({ min: 1, max: 12 }), async (recipe, chips) => {
        const models = await modelsOf(textOf(randomText(recipe, { extras: false })), 'C', 'W');
        const [fewer, more] = [chips, chips + 1].map(each => evaluateModels(models, { chips: each }).metrics);
        assert.ok(more!.throughput >= fewer!.throughput * (1 - 1e-9));
      }),
      runs,
    ));

  it('does not depend on the order of declarations and properties', () =>
    fc.assert(
      fc.asyncProperty(recipes, fc.infiniteStream(fc.nat()), async (recipe, order) => {
        const text = randomText(recipe);
        const original = await evaluationOf(textOf(text));
        const shuffled = await evaluationOf(textOf(shuffle(text, order)));
        assert.deepEqual(withoutOrigins(shuffled), withoutOrigins(original));
      }),
      runs,
    ));
});

describe('a converter whose cost follows its resolution', () => {
  it('never costs less with more bits', () =>
    fc.assert(
      fc.asyncProperty(recipes, fc.integer({ min: 20, max: 30 }), async (recipe, bits) => {
        const fewer = await withSarConverter(recipe, bits);
        const more = await withSarConverter(recipe, bits + 1);
        for (const key of ['energyPerInference', 'area', 'peakPower'] as const)
          assert.ok(more.metrics[key] >= fewer.metrics[key], key);
      }),
      { numRuns: 20 },
    ));
});

/** Holds for every small chip on every small workload. */
function forAll(holds: (evaluation: Evaluation) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(recipes, async recipe => holds(await evaluationOf(textOf(randomText(recipe))))),
    runs,
  );
}

const nodesOf = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(nodesOf)];

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function close(actual: number, expected: number, relative: number, what: string): void {
  const apart = Math.abs(actual - expected);
  assert.ok(apart <= relative * Math.abs(expected), `${what}: ${actual} is not ${expected}`);
}

const arraysOf = ({ arrays, pes, tiles }: Recipe): number => arrays * pes * tiles;

/** The shortest interval any choice of copies allows, by trying all. */
function fastest(layers: readonly LayerReport[], arrays: number): number {
  const [first, ...others] = layers;
  if (!first) return 0;
  const least = sum(others, ({ arraysPerCopy }) => arraysPerCopy);
  const most = Math.min(first.windows, Math.floor((arrays - least) / first.arraysPerCopy));
  let best = Number.POSITIVE_INFINITY;
  for (let copies = 1; copies <= most; copies++) {
    const own = Math.ceil(first.windows / copies) * first.stage;
    if (own < best || copies === 1)
      best = Math.min(best, Math.max(own, fastest(others, arrays - copies * first.arraysPerCopy)));
  }
  return best;
}

function shuffle({ declarations }: RandomText, order: fc.Stream<number>): RandomText {
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const keys = items.map(() => order.next().value as number);
    return items
      .map((_, index) => index)
      .sort((a, b) => keys[a]! - keys[b]!)
      .map(index => items[index]!);
  };
  return {
    declarations: shuffled(declarations.map(each => ({ ...each, properties: shuffled(each.properties) }))),
  };
}

function withoutOrigins(evaluation: Omit<Evaluation, 'study'>): unknown {
  return JSON.parse(
    JSON.stringify(evaluation, (key, value: unknown) => (key === 'origin' ? undefined : value)),
  );
}

async function withSarConverter(recipe: Recipe, bits: number): Promise<Omit<Evaluation, 'study'>> {
  const text = textOf(randomText(recipe)).replace(
    /component Converter : adc \{[^}]*\}/,
    `component Converter : sar-adc {
      resolution ${bits} bit, rate ${recipe.rateMHz} MHz
      energy-per-bit 0.2 pJ, energy-per-level 0.4 fJ, area-per-bit 80 µm², area-per-level 2 µm²
    }`,
  );
  const models = await modelsOf(text, 'C', 'W');
  return evaluateModels(models);
}
