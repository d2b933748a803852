import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-word', () => {
  it('names the word that was probably meant', () =>
    expectProblem(
      'pe P { crossbar X { weights <|diferential|> } }',
      'unknown-word',
      '`diferential` cannot stand here; did you mean `differential`?',
    ));

  it('offers the word that was probably meant', () =>
    expectFix(
      'pe P { crossbar X { weights diferential } }',
      'unknown-word',
      'Change to `differential`',
      'pe P { crossbar X { weights differential } }',
    ));

  it('lists the words when none resembles the one given', () =>
    expectProblem(
      'pe P { crossbar X { columns <|upright|> } }',
      'unknown-word',
      '`upright` cannot stand here; expected `plain` or `flipped`',
    ));

  it('says one thing only about a wrong word among sizes', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, maxpool p { kernel 2, padding <|sam|> } }',
      'unknown-word',
      '`sam` cannot stand here; did you mean `same`?',
    ));

  it('rejects a mean that is none', () =>
    expectProblem(
      question('average <|median|>'),
      'unknown-word',
      '`median` cannot stand here; expected `geometric` or `arithmetic`',
    ));

  it('rejects any other measure than area for normalisation', () =>
    expectProblem(
      question('normalise <|power|> to NeuralPIM'),
      'unknown-word',
      'only `area` can be normalised, not `power`',
    ));

  it('offers to normalise area', () =>
    expectFix(
      question('normalise power to NeuralPIM'),
      'unknown-word',
      'Change to `area`',
      question('normalise area to NeuralPIM'),
    ));

  it('accepts the words of a property', () => expectClean('pe P { crossbar X { weights offset } }'));
});

function question(text: string): string {
  return `import "pim:chips/neural-pim"
    workload W { input 10, dense d { outputs 10 } }
    evaluate NeuralPIM on W { ${text} }`;
}
