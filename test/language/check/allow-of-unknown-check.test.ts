import { expectFix, expectWarning } from '../../support/check.ts';

describe('allow-of-unknown-check', () => {
  it('names the rule that was probably meant', () =>
    expectWarning(
      '// allow <|power-without-rat|>: a placeholder\ncomponent A : fixed',
      'allow-of-unknown-check',
      'there is no rule `power-without-rat`; did you mean `power-without-rate`?',
    ));

  it('offers the rule that was probably meant', () =>
    expectFix(
      '// allow power-without-rat: a placeholder\ncomponent A : fixed',
      'allow-of-unknown-check',
      'Change to `power-without-rate`',
      '// allow power-without-rate: a placeholder\ncomponent A : fixed',
    ));

  it('says what is expected where nothing is near', () =>
    expectWarning(
      '// allow <|re-use|>: two tiles share one\ncomponent A : fixed',
      'allow-of-unknown-check',
      'there is no rule `re-use`; expected the code of a warning or info, such as `network-exceeds-chip`',
    ));

  it('offers to remove what names no rule', () =>
    expectFix(
      'constant a = 1\n\n  // allow re-use: two tiles share one\ncomponent A : fixed',
      'allow-of-unknown-check',
      'Remove `allow re-use`',
      'constant a = 1\n\ncomponent A : fixed',
    ));
});
