import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('on-resistance-not-below-off', () => {
  it('rejects a cell that conducts better when it is off', () =>
    expectProblem(
      'component R : cell { bits 1 bit, on-resistance <|2 MΩ|>, off-resistance 25 kΩ }',
      'on-resistance-not-below-off',
      '`on-resistance` must be below `off-resistance`, which is 25 kΩ; this is 2 MΩ',
    ));

  it('rejects an array whose cells conduct the same on and off', () =>
    expectProblem(
      'component A : array { voltage 0.2 V, on-resistance <|25 kΩ|>, off-resistance 25 kΩ }',
      'on-resistance-not-below-off',
      '`on-resistance` must be below `off-resistance`, which is 25 kΩ; this is 25 kΩ',
    ));

  it('points at the value of the file where the other is of the library', () =>
    expectProblem(
      `import "pim:devices"
       import "pim:chips/neural-pim"
       chip C extends NeuralPIM { pe PE { 16 × crossbar { cell RRAM { <|off-resistance 10 kΩ|> } } } }`,
      'on-resistance-not-below-off',
      '`on-resistance` must be below `off-resistance`, which is 10 kΩ; this is 25 kΩ',
    ));

  it('offers to swap the two', () =>
    expectFix(
      'component R : cell { bits 1 bit, off-resistance 25 kΩ, on-resistance 2 * 1 MΩ }',
      'on-resistance-not-below-off',
      'Swap the two values',
      'component R : cell { bits 1 bit, off-resistance 2 * 1 MΩ, on-resistance 25 kΩ }',
    ));

  it('accepts one resistance alone, and the two in order', () =>
    expectClean(`component R : cell { bits 1 bit, on-resistance 25 kΩ }
      component S extends R { off-resistance 1 MΩ }`));
});
