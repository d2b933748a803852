import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-kind', () => {
  it('names the kind of component that was probably meant', () =>
    expectProblem(
      'component A : <|buffr|>',
      'unknown-kind',
      'unknown component kind `buffr`; did you mean `buffer`?',
    ));

  it('offers the kind that was probably meant', () =>
    expectFix('component A : buffr', 'unknown-kind', 'Change to `buffer`', 'component A : buffer'));

  it('rejects a component without a kind', () =>
    expectProblem(
      'component <|A|> { area 1 mm² }',
      'unknown-kind',
      'A needs a kind, for example `component A : adc`',
    ));

  it('names the kind of layer that was probably meant', () =>
    expectProblem(
      'workload W { input 3, <|rely|> r }',
      'unknown-kind',
      'unknown layer `rely`; did you mean `relu`?',
    ));

  it('lists the kinds of layer for a step that resembles none', () =>
    expectProblem(
      'workload W { input 3, relu r → <|softmax|> }',
      'unknown-kind',
      'unknown layer `softmax`; expected `conv`, `dense`, `lstm`, `maxpool`, `avgpool`, `globalpool`, `relu`, `sigmoid`, `tanh`, `add` or `concat`',
    ));

  it('names the type of parameter that was probably meant', () =>
    expectProblem(
      'component A(x: <|enrgy|>) : fixed { power x / 1 s }',
      'unknown-kind',
      'unknown type `enrgy`; did you mean `energy`?',
    ));

  it('accepts a component that has the kind of what it extends', () =>
    expectClean('component A : fixed\ncomponent B extends A { area 1 mm² }'));
});
