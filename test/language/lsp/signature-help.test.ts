import assert from 'node:assert/strict';
import { argumentDocumentation, signature } from '../../support/signature.ts';

const driver = 'component D(width: bits in 1 bit .. 4 bit = 1 bit, n: count = 2) : dac {}\n';

describe('signature help', () => {
  const cases: [what: string, marked: string, expected: string][] = [
    ['says what a function takes', 'constant k = pow(2, <|>)', 'pow(base, <|exponent|>)'],
    ['does not mistake a letter of the name for a parameter', 'constant k = max(<|>', 'max(<|a|>, b, …)'],
    ['stays at the last of any number', 'constant k = max(1, 2, 3, <|>', 'max(a, <|b|>, …)'],
    ['speaks of the inner call', 'constant k = max(1, pow(2, <|>))', 'pow(base, <|exponent|>)'],
    [
      'speaks of the outer call after the inner one',
      'constant k = pow(max(1, 2), <|>)',
      'pow(base, <|exponent|>)',
    ],
    [
      'does not count the commas of a list',
      'constant k = pow(length([1, 2]), <|>',
      'pow(base, <|exponent|>)',
    ],
    ['speaks of the call around a list', 'constant k = max([1, <|>', 'max(<|a|>, b, …)'],
    [
      'says ranges and defaults of a component',
      `${driver}chip C { 4 × D(<|>) }`,
      'D(<|width: bits in 1 bit .. 4 bit = 1 bit|>, n: count = 2)',
    ],
    [
      'goes by the name of an argument',
      `${driver}chip C { 4 × D(n = <|>) }`,
      'D(width: bits in 1 bit .. 4 bit = 1 bit, <|n: count = 2|>)',
    ],
    [
      'goes by the name of an argument after others',
      `${driver}chip C { 4 × D(n = 3, width = 2 bi<|>`,
      'D(<|width: bits in 1 bit .. 4 bit = 1 bit|>, n: count = 2)',
    ],
    [
      'marks nothing beyond the last',
      `${driver}chip C { 4 × D(2 bit, 3, <|>) }`,
      'D(width: bits in 1 bit .. 4 bit = 1 bit, n: count = 2)',
    ],
    [
      'knows what is extended',
      'component A(n: count) : adc {}\ncomponent B extends A(<|>',
      'A(<|n: count|>)',
    ],
    ['knows chips that are evaluated', 'chip C(n: count = 4) {}\nevaluate C(<|>', 'C(<|n: count = 4|>)'],
    [
      'knows the second chip that is evaluated',
      'chip C(n: count = 4) {}\nevaluate C, C(<|>',
      'C(<|n: count = 4|>)',
    ],
    ['knows blocks of the chip', 'chip C { pe P(n: count) {}\n 4 × P(<|> }', 'P(<|n: count|>)'],
    [
      'knows what is imported under another name',
      '//- /main.pim\nimport A as B from "parts"\nchip C { 1 × B(<|>\n//- /parts.pim\ncomponent A(n: count) : adc {}',
      'A(<|n: count|>)',
    ],
    [
      'prefers a component where one is named',
      'component max(n: count) : adc {}\nchip C { 1 × max(<|>',
      'max(<|n: count|>)',
    ],
    ['is silent outside of arguments', 'constant k = (2<|>)', ''],
    ['is silent in the head of a declaration', 'component A(n: count = 4, <|>', ''],
    ['is silent in a comment', 'constant k = pow(2 // <|>', ''],
    ['is silent where nothing takes arguments', 'component A : adc {}\nchip C { 1 × A(<|>', ''],
    [
      'is not led astray by what stands unfinished above',
      'constant k = pow(2,\nconstant j = max(<|>',
      'max(<|a|>, b, …)',
    ],
  ];
  for (const [what, marked, expected] of cases)
    it(what, async () => assert.equal(await signature(marked), expected));

  it('says what an argument may be, and what its comment says', async () => {
    const text =
      'component D(\n  /** Bits at a time. */\n  width: bits in 1 bit .. 4 bit = 1 bit) : dac {}\n';
    assert.equal(
      await argumentDocumentation(`${text}chip C { 4 × D(<|>) }`),
      'parameter of D: 1 bit to 4 bit, default 1 bit\n\nBits at a time.',
    );
  });
});
