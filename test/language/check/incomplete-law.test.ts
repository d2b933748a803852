import assert from 'node:assert/strict';
import { expectClean, expectProblem, expectWarning, problemsOf } from '../../support/check.ts';
import { chipWith } from '../../support/cost.ts';

describe('incomplete-law', () => {
  it('warns of a law that lacks coefficients', () =>
    expectWarning(
      'component A : array { <|voltage 0.2 V|>, area 1 µm² }',
      'incomplete-law',
      'A leaves out `on-resistance` and `off-resistance`, so `energy` does not follow from what is stated; nothing is counted for it',
    ));

  it('warns of each value that does not follow', () =>
    expectWarning(
      'component R : router { flit 32 bit, ports 5, depth 4, energy 1 pJ, rate 1 GHz, <|buffer-area 1 µm²|>, <|buffer-leakage 1 µW|> }',
      'incomplete-law',
      'R leaves out `switch-area`, so `area` does not follow from what is stated; nothing is counted for it',
      'R leaves out `switch-leakage`, so `static` does not follow from what is stated; nothing is counted for it',
    ));

  it('lets a component leave to its uses what it is like', () =>
    expectClean('component B : bus { capacitance-per-length 0.3 pF/mm, swing 1 V, pitch 0.3 µm }'));

  it('warns once of a use that does not say what it is like', async () =>
    assert.deepEqual(await problemsOf(chipWith('1 × SRAM')), [
      'warning incomplete-law: SRAM leaves out `capacity`, so `static`, `rate`, `energy` and `area` do not follow from what is stated; nothing is counted for them',
    ]));

  it('says nothing beside a value that is wrong', () =>
    expectProblem(
      'component L : bus { length <|3 V|>, capacitance-per-length 0.3 pF/mm, swing 1 V }',
      'dimension-mismatch',
      '`length` must be a length, for example `32 nm`; this is a voltage',
    ));

  it('leaves to missing-property what is required', () =>
    expectProblem(
      'component <|A|> : ladder-dac { resolution 1 bit, rate 1 MHz, voltage 1 V, resistor-area 1 µm² }',
      'missing-property',
      'A needs `resistance`: r of the ladder. For example `resistance 10 kΩ`',
    ));
});
