import { expectClean, expectFix, expectNoFix, expectProblem } from '../../support/check.ts';

describe('unknown-argument', () => {
  it('names the parameter that was probably meant', () =>
    expectProblem(
      `${adder}tile T { 2 × Adder(<|widht = 3 bit|>) }`,
      'unknown-argument',
      'Adder has no parameter `widht`; did you mean `width`?',
    ));

  it('offers the parameter that was probably meant', () =>
    expectFix(
      `${adder}tile T { 2 × Adder(widht = 3 bit) }`,
      'unknown-argument',
      'Change to `width`',
      `${adder}tile T { 2 × Adder(width = 3 bit) }`,
    ));

  it('rejects an argument beyond the last parameter', () =>
    expectProblem(
      `${adder}tile T { 2 × Adder(1 bit, <|2|>) }`,
      'unknown-argument',
      'too many arguments for Adder; it has `width`',
    ));

  it('rejects an argument for what has no parameters', () =>
    expectProblem(
      'component A : fixed\ntile T { 2 × A(<|1|>) }',
      'unknown-argument',
      'too many arguments for A; it has no parameters',
    ));

  it('rejects an argument given twice', () =>
    expectProblem(
      `${adder}tile T { 2 × Adder(1 bit, <|width = 2 bit|>) }`,
      'unknown-argument',
      '`width` is given twice; once is enough',
    ));

  it('rejects an argument that measures something else', () =>
    expectProblem(
      `${adder}tile T { 2 × Adder(<|4|>) }`,
      'unknown-argument',
      '`width` must be a number of bits, for example `4 bit`; this is a plain number',
    ));

  it('rejects a missing argument for a parameter without default', () =>
    expectProblem(
      'component A(area: area) : fixed { area area }\ntile T { <|2 × A|> }',
      'unknown-argument',
      'A needs a value for `area`, for example `A(area = 100 µm²)`',
    ));

  it('names an argument behind those with a name after the next parameter that has none', () =>
    expectFix(
      'component A(a, b, c) : fixed { area a * b * c * 1 µm² }\ncomponent B extends A(1, c = 2, 3)',
      'unknown-argument',
      'Name it `b`',
      'component A(a, b, c) : fixed { area a * b * c * 1 µm² }\ncomponent B extends A(1, c = 2, b = 3)',
    ));

  describe('gives parameters a first value', () => {
    const pair = 'component A(a: area, n) : fixed { area a * n }\n';
    for (const [before, title, after] of [
      ['2 × A', 'Give `a` and `n` a value', '2 × A(a = 100 µm², n = 10)'],
      ['2 × A()', 'Give `a` and `n` a value', '2 × A(a = 100 µm², n = 10)'],
      ['2 × A(1 µm²)', 'Give `n` a value', '2 × A(1 µm², n = 10)'],
      ['2 × A(n = 2)', 'Give `a` a value', '2 × A(n = 2, a = 100 µm²)'],
    ] as const)
      it(`of ${before}`, () =>
        expectFix(`${pair}tile T { ${before} }`, 'unknown-argument', title, `${pair}tile T { ${after} }`));

    it('but not one that is a component', () =>
      expectNoFix(
        'component A : adc { resolution 8 bit, rate 1 GHz, power 1 mW }\ntile T(converter: adc) { 1 × converter }\ntile U extends T',
        'unknown-argument',
      ));
  });

  it('accepts arguments by name and by place, and their absence where there is a default', () =>
    expectClean(
      `${adder}tile T { 2 × Adder(3 bit), 1 × Other }\ncomponent Other extends Adder(width = 3 bit)`,
    ));
});

const adder = 'component Adder(width: bits = 1 bit) : fixed { area width / 1 bit * 1 µm² }\n';
