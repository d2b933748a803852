import { expectClean, expectProblem } from '../../support/check.ts';

describe('cyclic-definition', () => {
  it('rejects constants that are defined by way of each other', () =>
    expectProblem(
      'constant <|a|> = b + 1\nconstant <|b|> = 2 * a',
      'cyclic-definition',
      'a is defined by way of itself; somewhere on the way a number must stand',
      'b is defined by way of itself; somewhere on the way a number must stand',
    ));

  it('rejects a component whose property is calculated from itself', () =>
    expectProblem(
      'component A : fixed { <|area|> 2 * A.area }',
      'cyclic-definition',
      'area is defined by way of itself; somewhere on the way a number must stand',
    ));

  it('rejects a parameter that is its own default', () =>
    expectProblem(
      'component A(<|x|> = x) : fixed { area x }',
      'cyclic-definition',
      'x is defined by way of itself; somewhere on the way a number must stand',
    ));

  it('rejects a component that extends itself', () =>
    expectProblem(
      'component A extends <|A|>',
      'cyclic-definition',
      'A extends itself; at the end of the chain must be one that extends nothing',
    ));

  it('rejects blocks that extend each other', () =>
    expectProblem(
      'tile A extends <|B|> { }\ntile B extends <|A|> { }',
      'cyclic-definition',
      'A extends itself; at the end of the chain must be one that extends nothing',
      'B extends itself; at the end of the chain must be one that extends nothing',
    ));

  it('rejects a block that contains itself', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       chip C extends NeuralPIM { tile T { 2 × <|T|> } 1 × T }`,
      'cyclic-definition',
      'T contains itself; a block only holds what comes below it',
    ));

  it('accepts a constant used by two others', () =>
    expectClean('constant a = 1\nconstant b = a\nconstant c = a + b'));
});
