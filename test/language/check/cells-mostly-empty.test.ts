import assert from 'node:assert/strict';
import { expectClean, expectInfo, problemsOf } from '../../support/check.ts';

describe('cells-mostly-empty', () => {
  it('says what share of a chip a small network fills', () =>
    expectInfo(
      `${small}\nevaluate NeuralPIM on <|W|>`,
      'cells-mostly-empty',
      'W fills only 0.00054 % of the cells of NeuralPIM; fewer arrays would do as well',
    ));

  it('says so once for each chip, at the network that leaves it emptiest', () =>
    expectInfo(
      `${small}\nworkload V { input 10, dense d { outputs 20 } }\nevaluate NeuralPIM on V, <|W|> { chips 2 }`,
      'cells-mostly-empty',
      'W fills only 0.00027 % of the cells of 2 chips of NeuralPIM; fewer chips or arrays would do as well',
    ));

  it('says which layers waste the arrays they take', () =>
    expectInfo(
      `import "pim:chips/neural-pim"
       import "pim:networks"
       evaluate NeuralPIM on <|MobileNetV1|> { grouping separate }`,
      'cells-mostly-empty',
      '13 of 28 layers of MobileNetV1 take 61 % of the arrays of NeuralPIM and leave them nearly empty: block1_depthwise fills 0.88 % of its cells; `grouping packed` lets its groups share arrays',
    ));

  it('says nothing about a network that fills its chips', () =>
    expectClean(`import "pim:chips/isaac"
      import "pim:networks"
      evaluate ISAAC on MobileNetV1, AlexNet { chips 2 }`));

  it('leaves a file with errors alone', async () => {
    const problems = await problemsOf(`${small}\nevaluate NeuralPIM on W { chips 0 }`);
    assert.deepEqual(problems, ['error out-of-range: `chips` must be at least 1, this is 0']);
  });
});

const small = 'import "pim:chips/neural-pim"\nworkload W { input 10, dense d { outputs 10 } }';
