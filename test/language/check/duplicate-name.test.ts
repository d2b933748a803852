import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('duplicate-name', () => {
  it('rejects a second definition of a name in a file', () =>
    expectProblem(
      'constant a = 1\ntile <|a|> { }',
      'duplicate-name',
      '`a` is already defined here; give one of the two another name',
    ));

  it('rejects a second parameter of a name', () =>
    expectProblem(
      'component A(x, <|x|>) : fixed { area x }',
      'duplicate-name',
      '`x` is already defined here; give one of the two another name',
    ));

  it('rejects a second block of a name inside a block', () =>
    expectProblem(
      'tile T { pe P { } pe <|P|> { } }',
      'duplicate-name',
      '`P` is already defined here; give one of the two another name',
    ));

  it('rejects a second layer of a name', () =>
    expectProblem(
      'workload W { input 3, relu r sigmoid <|r|> }',
      'duplicate-name',
      '`r` is already defined here; give one of the two another name',
    ));

  it('rejects a chip or workload listed twice in an evaluation', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       workload W { input 10, dense d { outputs 10 } }
       evaluate NeuralPIM, <|NeuralPIM|> on W, <|W|>`,
      'duplicate-name',
      '`NeuralPIM` is already listed; once is enough',
      '`W` is already listed; once is enough',
    ));

  it('takes what is listed twice away', () =>
    expectFix(
      'import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on VGG16, AlexNet, VGG16 { chips 16 }',
      'duplicate-name',
      'Remove this `VGG16`',
      'import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on VGG16, AlexNet { chips 16 }',
    ));

  it('accepts the same name in two blocks', () => expectClean('tile T { pe P { } }\ntile U { pe P { } }'));
});
