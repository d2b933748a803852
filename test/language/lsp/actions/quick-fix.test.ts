import { expectAction } from '../../../support/actions.ts';

describe('quick fix', () => {
  it('applies the fix that a diagnostic brings', () =>
    expectAction(
      'component A : adc { resolution 8 bit, <|>rat 1 GHz }',
      'Change to `rate`',
      'component A : adc { resolution 8 bit, rate 1 GHz }',
    ));

  it('applies the fix of a slip of the pen', () =>
    expectAction(
      '<|>componnet A : adc { resolution 8 bit }',
      'Change to `component`',
      'component A : adc { resolution 8 bit }',
    ));
});
