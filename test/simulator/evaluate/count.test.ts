import assert from 'node:assert/strict';
import fc from 'fast-check';
import { count } from '../../../simulator/evaluate/count.ts';
import { place } from '../../../simulator/evaluate/place.ts';
import { type ActionCounts, strategies, structureOf } from '../../../simulator/index.ts';
import { evaluateModels, modelsOf } from '../../support/evaluate.ts';
import { nodesOf, within } from '../../support/published.ts';
import { randomText, recipes, textOf } from '../../support/random-chip.ts';
import { type RandomModels, randomModels } from '../../support/random-models.ts';
import { walk } from '../../support/walk/walk.ts';

describe('the actions of an inference', () => {
  for (const dataflow of strategies.keys()) {
    it(`are, layer by layer, those of a walk through every window, array and input cycle of ${dataflow}`, () =>
      fc.assert(
        fc.property(randomModels, models => agree({ ...models, chip: { ...models.chip, dataflow } })),
        { numRuns: 1000 },
      ));

    it(`are those of a walk for chips and networks of a text with ${dataflow}`, () =>
      fc.assert(
        fc.asyncProperty(recipes, fc.integer({ min: 1, max: 4 }), async (recipe, chips) => {
          const models = await modelsOf(textOf(randomText({ ...recipe, dataflow })), 'C', 'W');
          agree({
            ...models,
            options: {
              chips,
              capacity: 'chips',
              batch: 1,
              activity: 'used',
              replication: 'optimal',
              grouping: 'packed',
            },
          });
        }),
        { numRuns: 70 },
      ));
  }

  it('are in one place each: those of all layers are those of the tree', () =>
    fc.assert(
      fc.property(randomModels, models => {
        const { layers, writes, digital } = countsOf(models);
        const all = [...[...layers, ...digital].map(({ actions }) => actions), ...writes];
        const { tree } = evaluateModels(models, models.options);
        const shown = nodesOf(tree).flatMap(({ actions = [] }) => actions);
        for (const action of new Set(shown.map(each => each.action as keyof ActionCounts)))
          within(
            sum(shown.filter(each => each.action === action).map(each => each.count)),
            sum(all.map(actions => actions[action] ?? 0)),
            1e-12,
            action,
          );
      }),
      { numRuns: 500 },
    ));
});

/** What each layer is counted doing, and what a walk comes to. */
function agree({ chip, workload, options }: RandomModels): void {
  const structure = structureOf(chip);
  const placement = place(structure, workload, options);
  const { chips, layers, loadings, reloads } = placement;
  const walked = walk(chip, workload, {
    chips,
    grouping: options.grouping,
    activity: options.activity,
    copies: layers.map(({ copies }) => copies),
    ...(reloads ? { loadings: loadings.map(each => each.layers.length) } : {}),
  });
  const counted = count(structure, workload, placement);
  assert.deepEqual(
    [counted.layers, counted.digital].map(each => each.map(({ actions }) => happened(actions))),
    [walked.layers, walked.digital].map(each => each.map(happened)),
  );
  if (!reloads) return;
  counted.writes.forEach((actions, index) => {
    const { cellWrites = 0, linkBytes = 0 } = walked.writes[index]!;
    // A batch shares one writing.
    within(actions.cellWrites! * options.batch, cellWrites, 1e-9);
    within(actions.linkBytes! * options.batch, linkBytes, 1e-9);
  });
}

function countsOf({ chip, workload, options }: RandomModels) {
  const structure = structureOf(chip);
  return count(structure, workload, place(structure, workload, options));
}

/** Without what is counted and never happens, in one order. */
const happened = (counts: ActionCounts): [string, number][] =>
  Object.entries(counts)
    .filter(([, times]) => times > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
