import { expectClean, expectProblem } from '../../support/check.ts';

describe('duplicate-property', () => {
  it('rejects a property stated twice in a block', () =>
    expectProblem(
      'component A : fixed { area 1 mm², <|area|> 2 mm² }',
      'duplicate-property',
      '`area` is already stated in this block; only one of the two can hold',
    ));

  it('rejects a setting stated twice', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       workload W { input 10, dense d { outputs 10 } }
       evaluate NeuralPIM on W { chips 1, <|chips|> 2 }`,
      'duplicate-property',
      '`chips` is already stated in this block; only one of the two can hold',
    ));

  it('rejects a second input', () =>
    expectProblem('workload W { input 3, <|input 4|> }', 'duplicate-property', 'W has two inputs'));

  it('accepts an inherited property stated anew', () =>
    expectClean('component A : fixed { area 1 mm² }\ncomponent B extends A { area 2 mm² }'));
});
