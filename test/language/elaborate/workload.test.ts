import assert from 'node:assert/strict';
import { layerOutline } from '../../support/outline.ts';

describe('the layers of a workload', () => {
  for (const [what, input, layers, expected] of [
    ['a convolution', '3 × 8 × 8', 'conv c { outputs 4, kernel 3 }', 'c: 4 × 6 × 6, 1 of 27 × 4, 36 times'],
    [
      'a convolution that keeps its size',
      '3 × 8 × 8',
      'conv c { outputs 4, kernel 5, padding same }',
      'c: 4 × 8 × 8, 1 of 75 × 4, 64 times',
    ],
    [
      'a convolution of unequal sides',
      '3 × 8 × 10',
      'conv c { outputs 4, kernel 3 × 1, stride 1 × 2, padding 1 × 0 }',
      'c: 4 × 8 × 5, 1 of 9 × 4, 40 times',
    ],
    [
      'a convolution in groups',
      '4 × 8 × 8',
      'conv c { outputs 4, kernel 3, padding 1, groups 4 }',
      'c: 4 × 8 × 8, 4 of 9 × 1, 64 times',
    ],
    ['a dense layer flattens', '3 × 4 × 4', 'dense d { outputs 10 }', 'd: 10, 1 of 48 × 10, 1 times'],
    ['a vector', '100', 'dense d { outputs 10 }', 'd: 10, 1 of 100 × 10, 1 times'],
    ['pooling steps by its size', '2 × 7 × 7', 'maxpool p { kernel 2 }', 'p: 2 × 3 × 3, 72 operations'],
    [
      'pooling may round up',
      '2 × 7 × 7',
      'maxpool p { kernel 2, rounding up }',
      'p: 2 × 4 × 4, 128 operations',
    ],
    ['pooling over everything', '2 × 7 × 7', 'globalpool g', 'g: 2, 98 operations'],
    [
      'steps are named after their layer',
      '2 × 4 × 4',
      'conv c { outputs 2, kernel 1 } → relu → maxpool 2 → relu',
      'c: 2 × 4 × 4, 1 of 2 × 2, 16 times\nc.relu: 2 × 4 × 4, 32 operations\nc.maxpool: 2 × 2 × 2, 32 operations\nc.relu2: 2 × 2 × 2, 8 operations',
    ],
    [
      'a residual sum reads two layers',
      '2 × 4 × 4',
      'relu a\nrelu b\nadd s from a, b',
      'a: 2 × 4 × 4, 32 operations\nb: 2 × 4 × 4, 32 operations\ns: 2 × 4 × 4, 32 operations',
    ],
    [
      'concatenation adds channels',
      '2 × 4 × 4',
      'relu a\nconv b from a { outputs 3, kernel 1 }\nconcat c from a, b',
      'a: 2 × 4 × 4, 32 operations\nb: 3 × 4 × 4, 1 of 2 × 3, 16 times\nc: 5 × 4 × 4, 0 operations',
    ],
  ] as const)
    it(`${what}: ${expected.split('\n').at(-1)}`, async () =>
      assert.equal(await layerOutline(`workload W {\ninput ${input}\n${layers}\n}`), expected));

  it('are unknown as long as one of them does not fit', async () =>
    assert.equal(await layerOutline('workload W { input 3, conv c { outputs 2, kernel 2 } }'), 'none'));
});
