import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-property', () => {
  it('names the property that was probably meant', () =>
    expectProblem(
      'component A : fixed { <|aera|> 1 mm² }',
      'unknown-property',
      'unknown property `aera`; did you mean `area`?',
    ));

  it('offers the property that was probably meant', () =>
    expectFix(
      'component A : fixed { pwer 1 mW }',
      'unknown-property',
      'Change to `power`',
      'component A : fixed { power 1 mW }',
    ));

  it('lists the properties when none resembles the word', () =>
    expectProblem(
      'component A : fixed { <|colour|> 1 }',
      'unknown-property',
      'unknown property `colour`; expected `power`, `area`, `static`, `node` or `scaling`',
    ));

  it('offers to remove what resembles nothing', () =>
    expectFix(
      'component A : fixed { colour 1 }',
      'unknown-property',
      'Remove `colour`',
      'component A : fixed {  }',
    ));

  it('says that a tile has no properties of its own', () =>
    expectProblem(
      'tile T { <|size|> 3 }',
      'unknown-property',
      'unknown property `size`; nothing can be set here',
    ));

  it('names the setting of an evaluation that was probably meant', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       workload W { input 10, dense d { outputs 10 } }
       evaluate NeuralPIM on W { <|chip_|> 1 }`,
      'unknown-property',
      'unknown setting `chip_`; did you mean `chips`?',
    ));

  it('accepts the properties of a kind', () =>
    expectClean('component A : router { flit 32 bit, energy 20 pJ, rate 1 GHz }'));
});
