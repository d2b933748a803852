import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatText } from '../../../language/lsp/formatter.ts';
import { expectClean, expectWarning, problemsOf } from '../../support/check.ts';
import { withFiles } from '../../support/pim.ts';

const imports = 'import "pim:chips"\nimport "pim:networks"\n';
const silent =
  'A states a power but neither `rate` nor `energy`, so what it does costs nothing; state one of them';
const tooLarge = 'AlexNet needs 59,696 arrays; NeuralPIM has 17,920, so it takes 4 chips';

describe('a warning', () => {
  it('is silenced by a comment above what it is about', () =>
    expectClean(`// allow power-without-rate: a placeholder
component A : adc { resolution 8 bit, power 2 mW }`));

  it('is silenced by a comment at the end of the line', () =>
    expectClean(
      'component A : adc { resolution 8 bit, power 2 mW } // allow power-without-rate: a placeholder',
    ));

  it('is silenced by a comment behind the opening brace', () =>
    expectClean(`component A : adc {   // allow power-without-rate: a placeholder
  resolution 8 bit
  power 2 mW
}`));

  it('is silenced by a comment behind the closing brace', () =>
    expectClean(`component A : adc {
  resolution 8 bit
  power 2 mW
} // allow power-without-rate: a placeholder`));

  it('is silenced above a doc comment', () =>
    expectClean(`// allow power-without-rate: a placeholder
/** Source: nobody. */
component A : adc { resolution 8 bit, power 2 mW }`));

  it('is silenced among comments of other kinds', () =>
    expectClean(`// A converter.
// allow power-without-rate: a placeholder
// It costs nothing.
component A : adc { resolution 8 bit, power 2 mW }`));

  it('is silenced together with others for one reason', () =>
    expectClean(`// allow power-without-rate, incomplete-law: a placeholder
component A : buffer { power 1 mW, line-energy 1 fJ }`));

  it('is not silenced elsewhere', () =>
    expectWarning(
      `// allow power-without-rate: a placeholder
component B : adc { resolution 8 bit, power 2 mW }
component <|A|> : adc { resolution 8 bit, power 2 mW }`,
      'power-without-rate',
      silent,
    ));

  it('is not silenced by a comment that only begins with the word', () =>
    expectWarning(
      `// allow sharing: two tiles use one
// allow the tile to share
component <|A|> : adc { resolution 8 bit, power 2 mW }`,
      'power-without-rate',
      silent,
    ));

  it('is not silenced by a doc comment', () =>
    expectWarning(
      `/** allow power-without-rate: a placeholder */
component <|A|> : adc { resolution 8 bit, power 2 mW }`,
      'power-without-rate',
      silent,
    ));
});

describe('an info', () => {
  it('is silenced in a list that goes on', () =>
    expectClean(`${imports}evaluate NeuralPIM
  // allow network-exceeds-chip: on purpose
  on AlexNet`));

  it('is not silenced by another code', async () =>
    assert.deepEqual(
      await problemsOf(`${imports}// allow power-without-rate: on purpose\nevaluate NeuralPIM on AlexNet`),
      [
        'warning allow-of-nothing: there is nothing to silence here; `power-without-rate` finds nothing',
        `info network-exceeds-chip: ${tooLarge}`,
      ],
    ));

  it('is not silenced at the end of braces that it does not stand in', async () =>
    assert.deepEqual(
      await problemsOf(`${imports}evaluate NeuralPIM on AlexNet {
  chips 1
  // allow network-exceeds-chip: on purpose
}`),
      [
        `info network-exceeds-chip: ${tooLarge}`,
        'warning allow-of-nothing: there is nothing to silence here; `network-exceeds-chip` finds nothing',
      ],
    ));
});

describe('formatting', () => {
  /** Lines with things to say about, and comments that allow some of it in any of the places between them. */
  const pieces = [
    'component A : adc {',
    'resolution 8 bit,',
    'power 2 mW',
    '}',
    'component B : adc { resolution 8 bit, power 2 mW }',
    'tile T {',
    '2 × A { area 3 mm² },',
    '1 × B',
    '}',
    'component C : adc { resolution 8 bit',
    'power 3 mW }',
  ];
  const comment = ' // allow power-without-rate: a placeholder';
  const texts = fc
    .array(fc.constantFrom('', '', '\n', comment, `\n${comment}`), {
      minLength: pieces.length,
      maxLength: pieces.length,
    })
    .map(comments => pieces.map((piece, index) => `${piece}${comments[index]}`).join('\n'));

  it('changes nothing about what is silenced', () =>
    fc.assert(
      fc.asyncProperty(texts, async text => {
        const formatted = await withFiles(text, ([document]) => formatText(document!));
        assert.deepEqual(await problemsOf(formatted!), await problemsOf(text));
      }),
      { numRuns: 150 },
    ));
});
