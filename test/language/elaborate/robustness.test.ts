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

describe('a text that nests', () => {
  const deep: readonly [what: string, nested: (levels: number) => string][] = [
    ['parentheses', levels => `constant a = ${'('.repeat(levels)}1${')'.repeat(levels)}`],
    ['lists', levels => `constant a = ${'['.repeat(levels)}1${']'.repeat(levels)}`],
    ['calls', levels => `constant a = ${'max('.repeat(levels)}1${')'.repeat(levels)}`],
    ['blocks', levels => `chip A { ${'pe P { '.repeat(levels)}${'}'.repeat(levels)} }`],
    ['minus signs', levels => `constant a = ${'-'.repeat(levels)}1`],
    ['a `not`', levels => `chip A(n = 1) { if ${'not '.repeat(levels)}n = 1 { } }`],
    ['an `else if`', levels => `chip A(n = 1) { if n = 1 { }${' else if n = 2 { }'.repeat(levels)} }`],
    ['terms of a sum', levels => `constant a = 1 ns${' + 1 ns'.repeat(5 * levels)}`],
    ['conditions', levels => `chip A(n = 1) { if n = 1${' and n = 1'.repeat(5 * levels)} { } }`],
  ];
  const saysTooDeep = async (text: string) =>
    (await problemsOf(text)).some(problem => problem.includes('nests too deeply'));

  for (const [what, nested] of deep)
    it(`is read as far as ${what} go that a stack holds, and otherwise said to be too deep`, async () => {
      assert.equal(await saysTooDeep(nested(190)), false);
      assert.equal(await saysTooDeep(nested(210)), true);
      assert.equal(await saysTooDeep(nested(20_000)), true);
    });

  it('is not one that goes on for long', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `constant a${index} = 1 ns * (2 + 1)`);
    assert.equal(await saysTooDeep(lines.join('\n')), false);
    const entries =
      '\n  if n = 1 and n < 2 { constant b = 1 + 2 } else { area 1 µm² * (2 + n), energy 1 pJ + 1 pJ }';
    assert.equal(await saysTooDeep(`component A(n = 1) : fixed {${entries.repeat(1000)} }`), false);
  });
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
