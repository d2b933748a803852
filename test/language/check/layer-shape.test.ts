import { expectClean, expectProblem } from '../../support/check.ts';

describe('layer-shape', () => {
  it('rejects a window larger than its input', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, <|conv|> c { outputs 2, kernel 9 } }',
      'layer-shape',
      'c: a 9 × 9 window does not fit an input of 8 × 8',
    ));

  it('says nothing about layers after one whose shape is unknown', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, <|conv|> c { outputs 2, kernel 9 } → maxpool 2, dense d { outputs 2 } }',
      'layer-shape',
      'c: a 9 × 9 window does not fit an input of 8 × 8',
    ));

  it('rejects groups that do not divide the channels', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, <|conv|> c { outputs 4, kernel 1, groups 2 } }',
      'layer-shape',
      'c: 3 input and 4 output channels do not divide into 2 groups',
    ));

  it('rejects a sum of one input', () =>
    expectProblem(
      'workload W { input 3, <|add|> s }',
      'layer-shape',
      '`add` takes two inputs or more, for example `add s from a, b`',
    ));

  it('rejects a sum of different shapes', () =>
    expectProblem(
      'workload W { input 3, dense a { outputs 2 } dense b { outputs 3 } <|add|> s from a, b }',
      'layer-shape',
      's: the inputs of `add` differ in shape',
    ));

  it('rejects two inputs where one is taken', () =>
    expectProblem(
      'workload W { input 3, relu a relu b <|relu|> c from a, b }',
      'layer-shape',
      '`relu` takes one input, not 2',
    ));

  it('rejects a number after a layer that has no size', () =>
    expectProblem(
      'workload W { input 3, relu a → sigmoid <|2|> }',
      'layer-shape',
      '`sigmoid` takes no number after it',
    ));

  it('accepts a window as large as its input', () =>
    expectClean('workload W { input 3 × 8 × 8, conv c { outputs 2, kernel 8 } }'));
});
