import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-member', () => {
  it('names the metric that was probably meant', () =>
    expectProblem(
      question('NeuralPIM.<|throughptu|> > 1 TOPS'),
      'unknown-member',
      'unknown metric `throughptu`; did you mean `throughput`?',
    ));

  it('offers the metric that was probably meant', () =>
    expectFix(
      question('NeuralPIM.powr > 1 W'),
      'unknown-member',
      'Change to `power`',
      question('NeuralPIM.power > 1 W'),
    ));

  it('names the property of a component that was probably meant', () =>
    expectProblem(
      'component A : fixed { area 1 mm² }\nconstant a = A.<|aera|>',
      'unknown-member',
      'unknown property `aera`; did you mean `area`?',
    ));

  it('lists the properties of a component when none resembles the word', () =>
    expectProblem(
      'component A : fixed { area 1 mm² }\nconstant a = A.<|volume|>',
      'unknown-member',
      'unknown property `volume`; expected `power`, `area`, `static`, `node` or `scaling`',
    ));

  it('accepts metrics and properties', async () => {
    await expectClean(question('NeuralPIM.power > 1 W'));
    await expectClean('component A : fixed { area 1 mm² }\nconstant a = A.area');
  });
});

function question(comparison: string): string {
  return `import "pim:chips/neural-pim"
    import "pim:networks/alexnet"
    evaluate NeuralPIM on AlexNet { chips 4 expect ${comparison} }`;
}
