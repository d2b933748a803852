import assert from 'node:assert/strict';
import { chipOutline } from '../../support/outline.ts';
import { expectClean, expectProblem } from '../../support/check.ts';

const parts = `
component Cell : cell { bits 1 bit }
component Cells : array { area 25 µm² }
component Driver : dac { resolution 1 bit, energy 1 pJ }
component Adder : analog-accumulator { rate 1 GHz, power 1 mW }
component Converter : adc { resolution 8 bit, rate 10 GHz, power 2 mW }
component Small : adc { resolution 8 bit, rate 1 GHz, power 2 mW }
component Large : adc { resolution 10 bit, rate 1 GHz, power 3 mW }
`;

/** A chip whose tile holds what `inside` says. */
const chip = (parameters: string, inside: string) => `${parts}
chip C${parameters} {
  node 32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow analog-accumulation
  4 × crossbar { size 16 × 32, cell Cell, read 100 ns, 1 × Cells, 16 × Driver, 1 × Adder }
  1 × Converter
  ${inside}
}`;

describe('an `if` inside braces', () => {
  const cases: [what: string, parameters: string, inside: string, expected: string[]][] = [
    ['counts where its condition holds', '(n: count = 4)', 'if n > 3 { 2 × Small }', ['2 × Small']],
    ['counts for nothing where it does not', '(n: count = 3)', 'if n > 3 { 2 × Small }', []],
    ['has an alternative', '(n: count = 3)', 'if n > 3 { 2 × Small } else { 1 × Large }', ['1 × Large']],
    [
      'has a chain of alternatives',
      '(n: count = 2)',
      'if n = 1 { 1 × Small } else if n = 2 { 2 × Small } else { 3 × Small }',
      ['2 × Small'],
    ],
    ['wins over what stands beside it', '', 'if 1 < 2 { 5 × Small }\n1 × Small', ['5 × Small']],
    ['compares words', '(style in [lean, rich] = rich)', 'if style = rich { 1 × Large }', ['1 × Large']],
    [
      'compares words for being different',
      '(style in [lean, rich] = rich)',
      'if style != rich { 1 × Large }',
      [],
    ],
    ['joins conditions', '(n: count = 3)', 'if n >= 3 and not n > 5 or n = 9 { 1 × Small }', ['1 × Small']],
    [
      'takes parentheses',
      '(n: count = 3)',
      'if (n = 3 or n = 4) and (n + 1) * 2 = 8 { 1 × Small }',
      ['1 × Small'],
    ],
    ['compares quantities', '(w: bits = 4 bit)', 'if w / 2 < 1 B { 1 × Small }', ['1 × Small']],
    ['holds what is equal but for rounding', '', 'if 0.1 + 0.2 = 0.3 { 1 × Small }', ['1 × Small']],
    ['may hold another', '(n: count = 4)', 'if n > 1 { if n > 3 { 1 × Small } }', ['1 × Small']],
    ['may define what it uses', '', 'if 1 = 1 { tile T { 3 × Small }\n2 × T }', ['2 × tile T', '3 × Small']],
  ];
  for (const [what, parameters, inside, expected] of cases)
    it(what, async () => {
      const lines = (await chipOutline(chip(parameters, inside))).split('\n');
      const found = lines.map(line => line.trim().replace(/ :.*$/, ''));
      assert.deepEqual(
        found.filter(line => /Small|Large|tile/.test(line)),
        expected,
      );
    });

  it('may say properties', async () => {
    const outline = await chipOutline(
      chip('(dense in [yes, no] = yes)', 'if dense = yes { precision { weights 4 bit } }'),
    );
    assert.match(outline, /8\/4\/8 bit/);
  });

  it('holds for components too', async () => {
    const text = `component Scaled(bitsWanted: bits = 8 bit) : adc {
  resolution bitsWanted
  rate 1 GHz
  if bitsWanted > 8 bit { power 3 mW } else { power 2 mW }
}
${chip('', '1 × Scaled(10 bit), 2 × Small')}`;
    assert.match(await chipOutline(text), /1 × Scaled : adc, resolution 10, power 0\.003, rate/);
  });

  it('is checked for what it compares', () =>
    expectProblem(
      chip('(n: count = 3)', 'if <|n > 3 pJ|> { 1 × Small }'),
      'dimension-mismatch',
      'cannot compare a plain number with an energy',
    ));

  it('is checked for words that cannot be', () =>
    expectProblem(
      chip('(style in [lean, rich] = rich)', 'if style = <|rish|> { 1 × Small }'),
      'unknown-word',
      '`rish` cannot stand here; did you mean `rich`?',
    ));

  it('compares no words for size', () =>
    expectProblem(
      chip('(style in [lean, rich] = rich)', 'if <|style < rich|> { 1 × Small }'),
      'dimension-mismatch',
      'words are only compared with `=` and `!=`, not with `<`',
    ));

  it('is checked inside whether it counts or not', () =>
    expectProblem(
      chip('', 'if 1 > 2 { <|pipline|> fine }'),
      'unknown-property',
      'unknown property `pipline`; did you mean `pipeline`?',
    ));

  it('has nothing to complain about when it is right', () =>
    expectClean(`${chip('(n: count = 3)', 'if n > 2 { 1 × Small }')}`));
});
