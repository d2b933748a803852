import { expectClean, expectFix, expectWarning } from '../../support/check.ts';
import { problemsOf } from '../../support/check.ts';
import assert from 'node:assert/strict';

const said =
  'an `allow` says why after a colon, for example `// allow power-without-rate: evaluated on purpose`';
const silent =
  'A states a power but neither `rate` nor `energy`, so what it does costs nothing; state one of them';

describe('allow-without-reason', () => {
  it('asks for a reason and silences nothing until there is one', () =>
    expectWarning(
      `<|// allow power-without-rate|>
component <|A|> : adc { resolution 8 bit, power 2 mW }`,
      ['allow-without-reason', 'power-without-rate'],
      said,
      silent,
    ));

  it('offers a place for the reason', () =>
    expectFix(
      'component A : adc { resolution 8 bit, power 2 mW } // allow power-without-rate:',
      'allow-without-reason',
      'Add `: reason`',
      'component A : adc { resolution 8 bit, power 2 mW } // allow power-without-rate: reason',
    ));

  it('takes the word that stands for a reason for none', () =>
    expectWarning(
      `// allow power-without-rate: <|reason|>
component <|A|> : adc { resolution 8 bit, power 2 mW }`,
      ['allow-without-reason', 'power-without-rate'],
      said,
      silent,
    ));

  it('asks once for all the codes of a comment', async () =>
    assert.deepEqual(
      (await problemsOf('// allow power-without-rate, incomplete-law\ncomponent A : fixed')).filter(problem =>
        problem.includes('without-reason'),
      ),
      [`warning allow-without-reason: ${said}`],
    ));

  it('accepts any reason', () =>
    expectClean('// allow power-without-rate: x\ncomponent A : adc { resolution 8 bit, power 2 mW }'));
});
