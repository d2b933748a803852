import assert from 'node:assert/strict';
import type * as ast from '../../../language/generated/ast.ts';
import type { Recurrence } from '../../../simulator/index.ts';
import { expectProblem } from '../../support/check.ts';
import { layerOutline } from '../../support/outline.ts';
import { withFiles } from '../../support/pim.ts';

describe('recurrent layers and layers per token', () => {
  for (const [what, input, layers, expected] of [
    [
      'an lstm has a row for each input, each value of its state and the biases, and four columns for each value',
      '6',
      'lstm m { hidden 5, steps 10 }',
      'm: 5 × 10 × 1, 1 of 12 × 20, 10 times',
    ],
    ['an lstm takes one step unless stated', '6', 'lstm m { hidden 5 }', 'm: 5, 1 of 12 × 20, 1 times'],
    [
      'an lstm takes a step for each position of a sequence',
      '6 × 7 × 1',
      'lstm m { hidden 5 }',
      'm: 5 × 7 × 1, 1 of 12 × 20, 7 times',
    ],
    [
      'an lstm reads the states of another one',
      '6',
      'lstm m { hidden 5, steps 10 }\nlstm n { hidden 4 }',
      'm: 5 × 10 × 1, 1 of 12 × 20, 10 times\nn: 4 × 10 × 1, 1 of 10 × 16, 10 times',
    ],
    [
      'a dense layer per token is applied to each position',
      '6 × 7 × 1',
      'dense d { outputs 4, tokens 7 }',
      'd: 4 × 7 × 1, 1 of 6 × 4, 7 times',
    ],
    [
      'a dense layer without tokens flattens a sequence',
      '6 × 7 × 1',
      'dense d { outputs 4 }',
      'd: 4, 1 of 42 × 4, 1 times',
    ],
    [
      'pictures have a token at each place',
      '6 × 2 × 3',
      'dense d { outputs 4, tokens 6 }',
      'd: 4 × 2 × 3, 1 of 6 × 4, 6 times',
    ],
  ] as const)
    it(`${what}: ${expected.split('\n').at(-1)}`, async () =>
      assert.equal(await layerOutline(`workload W {\ninput ${input}\n${layers}\n}`), expected));

  it('say how many steps do not go with an input', () =>
    expectProblem(
      'workload W { input 6 × 7 × 1, <|lstm|> m { hidden 5, steps 3 } }',
      'layer-shape',
      'm: 3 steps do not go with an input of 7 positions',
    ));

  it('say how many tokens an input does not have', () =>
    expectProblem(
      'workload W { input 6 × 7 × 1, <|dense|> d { outputs 5, tokens 3 } }',
      'layer-shape',
      'd: the input has 7 positions, not 3 tokens',
    ));

  it('only an lstm is recurrent: five activations, three products and a sum for each value of the state and step', async () =>
    assert.deepEqual(
      await recurrences(
        'workload W { input 6, dense d { outputs 6 }, lstm m { hidden 5, steps 10 } → relu }',
      ),
      [
        ['d', undefined],
        ['m', { activations: 250, elementwise: 200, fedBack: 5, kept: 5 }],
        ['m.relu', undefined],
      ],
    ));
});

const recurrences = (text: string): Promise<[name: string, recurrent: Recurrence | undefined][]> =>
  withFiles(text, ([document], { elaborations }) => {
    const [declaration] = (document!.parseResult.value as ast.Document).declarations;
    const { workload } = elaborations.workload(declaration as ast.Workload);
    return workload!.layers.map(layer => [layer.name, 'matrix' in layer ? layer.recurrent : undefined]);
  });
