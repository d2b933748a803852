import assert from 'node:assert/strict';
import fc from 'fast-check';
import { count } from '../../../simulator/evaluate/count.ts';
import { place } from '../../../simulator/evaluate/place.ts';
import { layerTimeS } from '../../../simulator/evaluate/replicate.ts';
import { stageTime } from '../../../simulator/evaluate/stage.ts';
import { ratePerArray } from '../../../simulator/evaluate/structure.ts';
import {
  type Action,
  actions,
  type Evaluation,
  type LayerReport,
  structureOf,
  type TreeNode,
} from '../../../simulator/index.ts';
import { evaluateModels, evaluationOf, modelsOf } from '../../support/evaluate.ts';
import { randomModels } from '../../support/random-models.ts';
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

  it('shows energies that are counts times the energy of each action, and static power of all chips over the interval', () =>
    fc.assert(
      fc.asyncProperty(recipes, async recipe => {
        const models = await modelsOf(textOf(randomText(recipe)), 'C', 'W');
        const { tree, metrics } = evaluateModels(models);
        const leaves = nodesOf(tree).filter(({ kind }) => kind !== undefined);
        structureOf(models.chip).components.forEach(({ instances, cost }, index) => {
          const { actions = [], energy, name } = leaves[index]!;
          const dynamic = sum(actions, ({ count, energyEach }) => count * energyEach);
          const atRest = instances * cost.staticPowerW * metrics.interval * metrics.chips;
          close(energy, dynamic + atRest, 1e-12, `energy of ${name}`);
        });
      }),
      runs,
    ));

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

  it('lets no layer pass the roofs of its arrays and buffers', () =>
    forAll(({ layers, roofline }) => {
      for (const { name, roofline: point } of layers) {
        assert.ok(point.attainable <= roofline.peak);
        assert.ok(point.throughput <= point.attainable * (1 + 1e-9), `${name}: ${JSON.stringify(point)}`);
      }
    }));

  it('says of every layer what holds it up, and that more is asked of that than there is; of all others that there is enough', () =>
    forAll(({ layers }) => {
      for (const { bottleneck } of layers) {
        const { stretches, explanation, use } = bottleneck;
        assert.match(
          explanation,
          stretches ? /^limited by .*: .* of .* for each (tile|chip)$/ : /^paced by \d+ input/,
        );
        assert.ok(!stretches || use);
        const share = use ? use.needed / use.available : 0;
        assert.ok(stretches ? share > 1 : share <= 1 + 1e-9, `${explanation}: ${share}`);
      }
    }));

  it('replicates layers so that no other choice of copies is faster', () =>
    fc.assert(
      fc.asyncProperty(recipes, async recipe => {
        const { layers, metrics } = await evaluationOf(textOf(randomText(recipe, { extras: false })));
        fc.pre(metrics.chips * arraysOf(recipe) <= 120);
        close(metrics.interval, fastest(recipe, layers, metrics.chips * arraysOf(recipe)), 1e-9, 'interval');
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

/**
 * What the model claims of rates. Units beside arrays (converters, registers, buffers, buses, adders) are shared out over the
 * arrays, so they are limits of each layer on its own; a router is the last on the way of what arrives beside it; a chip's
 * links take what arrives at the chip. Routers on the way are only claimed to suffice all together, not each by itself.
 */
describe('nothing is busier than its rate', () => {
  it('of all there is on all chips', () =>
    fc.assert(
      fc.property(randomModels, models => {
        const { metrics, tree } = evaluateModels(models, models.options);
        const { components } = structureOf(models.chip);
        const leaves = nodesOf(tree).filter(({ kind }) => kind !== undefined);
        components.forEach(({ instances, cost }, index) => {
          const { actions = [], name } = leaves[index]!;
          const possible = instances * cost.rateHz * metrics.interval * metrics.chips;
          atMost(
            sum(actions, ({ count }) => count),
            possible,
            name,
          );
        });
      }),
      { numRuns: 1000 },
    ));

  it('of what belongs to the arrays of a layer', () =>
    fc.assert(
      fc.property(randomModels, models => {
        const { layers } = evaluateModels(models, models.options);
        const structure = structureOf(models.chip);
        const placement = place(structure, models.workload, models.options);
        const counts = count(structure, models.workload, placement);
        layers.forEach(({ name, copies, arraysPerCopy, time }, index) => {
          const hosted = counts.digital.map(each => [each.hosts.get(index) ?? 0, each] as const);
          const work = [[1, counts.layers[index]!] as const, ...hosted];
          for (const action of Object.keys(actions) as Action[]) {
            if (action === 'linkBytes') continue;
            const times = sum(work, ([part, each]) =>
              action === 'flitHops' ? part * each.arriving : part * (each.actions[action] ?? 0),
            );
            atMost(
              times,
              copies * arraysPerCopy * ratePerArray(structure, action) * time,
              `${action} of ${name}`,
            );
          }
        });
      }),
      { numRuns: 1000 },
    ));

  it('of the links of each chip', () =>
    fc.assert(
      fc.property(randomModels, models => {
        const { metrics } = evaluateModels(models, models.options);
        const structure = structureOf(models.chip);
        const counts = count(structure, models.workload, place(structure, models.workload, models.options));
        const rate = structure.arrays * ratePerArray(structure, 'linkBytes');
        for (let chip = 0; chip < metrics.chips; chip++)
          atMost(
            sum([...counts.layers, ...counts.digital], ({ links }) => links.get(chip) ?? 0),
            rate * metrics.interval,
            `links of chip ${chip}`,
          );
      }),
      { numRuns: 500 },
    ));
});

/**
 * What waits for what, bounded from above: a layer takes no longer than its own units and everything that its loading sends through all
 * routers and over a single link, one after the other; and a batch no longer than all layers and the writing of all arrays.
 */
describe('nothing waits longer than for everything', () => {
  it('neither a layer nor, where arrays are rewritten, an inference', () =>
    fc.assert(
      fc.property(randomModels, models => {
        const { chip, workload, options } = models;
        const { layers, metrics, reload } = evaluateModels(models, options);
        const structure = structureOf(chip);
        const placement = place(structure, workload, options);
        const counts = count(structure, workload, placement);
        const { batch } = placement;
        let allS = 0;
        placement.layers.forEach((placed, index) => {
          const loading = placement.loadings[placed.loading]!;
          const hosted = counts.digital.map(each => [each.hosts.get(index) ?? 0, each] as const);
          const ownS = Math.max(
            loading.times * layerTimeS(structure, placed, stageTime(structure, placed).timeS, placed.copies),
            ...(Object.keys(actions) as Action[])
              .filter(action => action !== 'linkBytes')
              .map(action => {
                const times = sum([[1, counts.layers[index]!] as const, ...hosted], ([part, each]) =>
                  action === 'flitHops' ? part * each.arriving : part * (each.actions[action] ?? 0),
                );
                const arrays = placed.copies * placed.arraysPerCopy;
                return (loading.times * times) / (arrays * ratePerArray(structure, action));
              }),
          );
          const together = [
            ...loading.layers.map(each => counts.layers[each]!),
            ...counts.digital.filter(({ hosts }) => loading.layers.some(each => hosts.has(each))),
          ];
          const sharedS =
            sum(together, each => each.actions.flitHops ?? 0) /
              (placement.chips * structure.arrays * ratePerArray(structure, 'flitHops')) +
            sum(together, each => each.actions.linkBytes ?? 0) /
              (structure.arrays * ratePerArray(structure, 'linkBytes'));
          atMost(layers[index]!.time, ownS + sharedS, `seconds of ${placed.layer.name}`);
          // Through an empty pipeline, the steps of one inference go through one copy, and the last result is a stage behind.
          const alone = placed.layer.recurrent ? placed.copies : 1;
          allS += (batch + alone) * (ownS + sharedS) + loading.times * 6 * chip.array.cycleS;
        });
        if (reload) atMost(metrics.interval, reload.time + allS / batch, 'seconds of an inference');
      }),
      { numRuns: 1000 },
    ));
});

function atMost(times: number, possible: number, what: string): void {
  // Nothing happens in no time, however fast it could.
  assert.ok(times === 0 || times <= possible * (1 + 1e-9), `${what}: ${times} happen, ${possible} can`);
}

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
function fastest(recipe: Recipe, layers: readonly LayerReport[], arrays: number): number {
  const [first, ...others] = layers;
  if (!first) return 0;
  const least = sum(others, ({ arraysPerCopy }) => arraysPerCopy);
  const most = Math.floor((arrays - least) / first.arraysPerCopy);
  let best = Number.POSITIVE_INFINITY;
  for (let copies = 1; copies <= most; copies++) {
    const own = timeOf(recipe, first, copies);
    const rest = fastest(recipe, others, arrays - copies * first.arraysPerCopy);
    best = Math.min(best, Math.max(own, rest));
    // More copies leave less to the others.
    if (rest >= own) break;
  }
  return best;
}

/** The windows of copies side by side; copies of a recurrent layer, each step of which waits for a result, deliver in turn. */
function timeOf({ pipeline }: Recipe, { kind, windows, stage }: LayerReport, copies: number): number {
  const depth = pipeline === 'coarse' ? stage : 6 * 100e-9;
  return kind === 'lstm' ? (windows * (stage + depth)) / copies : Math.ceil(windows / copies) * stage;
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
