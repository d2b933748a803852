import { expectFix, expectProblem, expectWarning } from '../../support/check.ts';

describe('allow-of-error', () => {
  it('says why an error cannot be silenced', () =>
    expectWarning(
      '// allow <|dimension-mismatch|>: later\ncomponent A : fixed',
      'allow-of-error',
      '`dimension-mismatch` is an error and cannot be silenced; with it, nothing can be evaluated',
    ));

  it('leaves the error', () =>
    expectProblem(
      'component A : fixed { area <|3 mW|> }',
      'dimension-mismatch',
      '`area` must be an area, for example `100 µm²`; this is a power',
    ));

  it('says so of a rule that is an error in this place', () =>
    expectWarning(
      `import "pim:chips"
import "pim:networks"
// allow <|network-exceeds-chip|>: on purpose
evaluate NeuralPIM on <|AlexNet|> { capacity reject }`,
      ['allow-of-error', 'network-exceeds-chip'],
      '`network-exceeds-chip` is an error here and cannot be silenced; with it, nothing can be evaluated',
      'error: AlexNet needs 59,696 arrays; NeuralPIM has 17,920, 41,776 too few',
    ));

  it('offers to remove the comment', () =>
    expectFix(
      'component A : fixed  // allow dimension-mismatch: later\n',
      'allow-of-error',
      'Remove `allow dimension-mismatch`',
      'component A : fixed\n',
    ));

  it('silences nothing about itself', () =>
    expectWarning(
      '// allow <|allow-of-nothing|>: later\ncomponent A : fixed',
      'allow-of-error',
      '`allow-of-nothing` speaks about `allow` itself and cannot be silenced by it',
    ));
});
