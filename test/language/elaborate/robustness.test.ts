import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expectClean, problemsOf } from '../../support/check.ts';
import { reportUnlessErrors } from '../../support/evaluate.ts';
import { evaluatedText, gentle, mutated, rough } from '../../support/mutation.ts';

const chips = fc.constantFrom('NeuralPIM' as const, 'ISAAC' as const, 'ISAACStyle' as const);

describe('any text at all', () => {
  it('is checked without a failure of our own', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200, unit: 'binary' }), async text => {
        await expectSense(text);
      }),
      { numRuns: 200 },
    ));

  for (const text of [
    'import',
    'evaluate (',
    'evaluate A on B { normalise area to',
    'chip C { 2 ×',
    'tile T { 1 × A(',
  ])
    it(`that ends too early is checked without a failure of our own: ${text}`, async () => {
      await expectSense(text);
    });

  it('made of words of the language is checked without a failure of our own', () =>
    fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), async text => {
        await expectSense(text.join(' '));
      }),
      { numRuns: 300 },
    ));

  it('made of a library file by arbitrary changes is checked without a failure of our own', () =>
    fc.assert(
      fc.asyncProperty(chips, fc.array(rough, { minLength: 1, maxLength: 6 }), async (chip, mutations) => {
        await expectSense(mutated(evaluatedText(chip), mutations));
      }),
      { numRuns: 150 },
    )).timeout(20000);
});

describe('constants that each use the one before twice', () => {
  it('are checked and worked out once each', () => {
    const chain = Array.from(
      { length: 200 },
      (_, index) => `constant a${index + 1} = a${index} - a${index} / 2`,
    );
    return expectClean(`constant a0 = 1 mW\n${chain.join('\n')}\ncomponent A : fixed { power a200 }`);
  });
});

describe('a text without errors', () => {
  it('as the library has it is evaluated', async () => {
    for (const chip of ['NeuralPIM', 'ISAAC', 'ISAACStyle'] as const)
      assert.ok(await reportUnlessErrors(evaluatedText(chip)), chip);
  });

  it('is evaluated whatever numbers and lines were changed', () =>
    fc.assert(
      fc.asyncProperty(chips, fc.array(gentle, { minLength: 1, maxLength: 3 }), async (chip, mutations) => {
        await reportUnlessErrors(mutated(evaluatedText(chip), mutations));
      }),
      { numRuns: 250 },
    )).timeout(20000);
});

const words = fc.constantFrom(
  ...'chip tile pe crossbar component workload evaluate constant import on from to within extends input expect claim normalise'.split(
    ' ',
  ),
  ...'A B C A.power NeuralPIM NeuralPIM.area adc cell conv dense add relu differential size read cell node power area'.split(
    ' ',
  ),
  ...'{ } ( ) , : = × * / ^ + - < → 0 1 2.5 8 bit 3 mW 100 ns 128 × 128 "pim:chips" \n'.split(' '),
);

/** Whatever is wrong, messages speak of what is in the text. */
async function expectSense(text: string): Promise<void> {
  const nonsense = (await problemsOf(text)).filter(problem =>
    /\b(undefined|null|NaN|Infinity)\b|\[object/.test(problem),
  );
  assert.deepEqual(nonsense, []);
}
