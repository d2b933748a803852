import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

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

  it('accepts arguments by name and by place, and their absence where there is a default', () =>
    expectClean(
      `${adder}tile T { 2 × Adder(3 bit), 1 × Other }\ncomponent Other extends Adder(width = 3 bit)`,
    ));
});

const adder = 'component Adder(width: bits = 1 bit) : fixed { area width / 1 bit * 1 µm² }\n';
