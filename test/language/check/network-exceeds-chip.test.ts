import { expectClean, expectInfo, expectProblem } from '../../support/check.ts';

describe('network-exceeds-chip', () => {
  it('says how many chips a network takes that does not fit one', () =>
    expectInfo(
      'import "pim:chips/neural-pim"\nimport "pim:networks/alexnet"\nevaluate NeuralPIM on <|AlexNet|>',
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; NeuralPIM has 17,920, so it takes 4 chips',
    ));

  it('says so where fewer chips are asked for than it takes', () =>
    expectInfo(
      'import "pim:chips/neural-pim"\nimport "pim:networks/alexnet"\nevaluate NeuralPIM on <|AlexNet|> { chips 3 }',
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; NeuralPIM has 17,920 on each of 3 chips, so it takes 4 chips',
    ));

  it('says nothing where the chips asked for suffice', () =>
    expectClean(
      'import "pim:chips/neural-pim"\nimport "pim:networks/alexnet"\nevaluate NeuralPIM on AlexNet { chips 4 }',
    ));

  it('is an error where the question rejects more chips', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       import "pim:networks/alexnet"
       evaluate NeuralPIM on <|AlexNet|> { capacity reject }`,
      'network-exceeds-chip',
      'AlexNet needs 59,696 arrays; NeuralPIM has 17,920, 41,776 too few',
    ));
});
