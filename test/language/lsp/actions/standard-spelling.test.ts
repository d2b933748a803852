import { expectAction, expectNoAction } from '../../../support/actions.ts';

describe('standard spelling', () => {
  it('writes a unit as the library does', () =>
    expectAction(
      'constant a = 3 um<|>2 + 4 um2\n',
      'Write `µm²` instead of `um2`',
      'constant a = 3 µm² + 4 um2\n',
    ));

  it('writes all units and signs as the library does', () =>
    expectAction(
      'constant a = 3 u<|>W / 4 ohm + 2 pJ/bits\nworkload W { input 3 x 4 * 4, conv c { outputs 1, kernel 3 } -> maxpool 2 }\n',
      'Write all units and signs in standard spelling',
      'constant a = 3 µW / 4 Ω + 2 pJ/bit\nworkload W { input 3 × 4 * 4, conv c { outputs 1, kernel 3 } → maxpool 2 }\n',
    ));

  it('has nothing to do where all is spelt so', () =>
    expectNoAction('constant a = 3 µ<|>m² * 2 Ω', /spelling|instead/));
});
