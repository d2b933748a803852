import assert from 'node:assert/strict';
import { expectAction, expectNoAction, offeredActions } from '../../../support/actions.ts';

const value = (marked: string) => `component A : adc {\n  resolution 8 bit\n  area       ${marked}\n}\n`;

describe('convert unit', () => {
  const cases: [from: string, to: string][] = [
    ['1<|>200 µm²', '0.0012 mm²'],
    ['0.00<|>12 mm²', '1200 µm²'],
    ['1_20<|>0 µm²', '0.0012 mm²'],
    ['1.2e<|>3 µm²', '0.0012 mm²'],
    ['12<|>00 um2', '0.0012 mm²'],
  ];
  for (const [from, to] of cases)
    it(`writes ${from.replace('<|>', '')} as ${to}`, () =>
      expectAction(value(from), `Write as \`${to}\``, value(to)));

  const offered: [what: string, marked: string, expected: string[]][] = [
    ['a frequency', 'constant a = 1.2 G<|>Hz', ['1200 MHz', '1200000 kHz']],
    ['a number of bits', 'constant a = 64 Ki<|>B', ['65536 B', '524288 bit', '65.536 kB', '524.288 kbit']],
    ['a temperature', 'constant a = 25 °<|>C', ['298.15 K']],
    ['a time', 'constant a = 90 m<|>in', ['1.5 h', '5400 s', '0.0625 d', '5400000 ms']],
  ];
  for (const [what, marked, expected] of offered)
    it(`knows the units of ${what}`, async () => {
      const titles = (await offeredActions(marked, ['refactor.rewrite.unit'])).map(({ title }) => title);
      for (const each of expected) assert.ok(titles.includes(`Write as \`${each}\``), titles.join(', '));
    });

  it('offers no unit in which the value would have endless digits', () =>
    expectNoAction('constant a = 1 m<|>s', / (min|h|d)`$/));

  it('offers nothing for a number that is negated: 40 °C below zero are no negative 313 K', () =>
    expectNoAction('constant a = -40 °<|>C', /Write as/));

  it('keeps parentheses around a number', () =>
    expectAction('constant a = (1<|> ns) / 2\n', 'Write as `0.001 µs`', 'constant a = (0.001 µs) / 2\n'));
});
