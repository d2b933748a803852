import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('dimension-mismatch', () => {
  it('rejects a sum of two kinds of quantity', () =>
    expectProblem('constant a = <|2 pJ + 3 ns|>', 'dimension-mismatch', 'cannot add an energy to a time'));

  it('rejects a difference of two kinds of quantity', () =>
    expectProblem(
      'constant a = <|2 pJ - 3 ns|>',
      'dimension-mismatch',
      'cannot subtract a time from an energy',
    ));

  it('rejects a property that measures something else', () =>
    expectProblem(
      'component A : fixed { power <|2 ns|> }',
      'dimension-mismatch',
      '`power` must be a power, for example `1 mW`; this is a time',
    ));

  it('offers the unit where it cannot be another one', () =>
    expectFix(
      'component A : adc { resolution 8 }',
      'dimension-mismatch',
      'Write `8 bit`',
      'component A : adc { resolution 8 bit }',
    ));

  it('rejects a default that does not fit the type of its parameter', () =>
    expectProblem(
      'component A(size: bits = <|2 mW|>) : adc { resolution size }',
      'dimension-mismatch',
      '`size` must be a number of bits; this is a power',
    ));

  it('rejects a count with a unit', () =>
    expectProblem(
      'component A : fixed { }\ntile T { <|2 bit|> × A }',
      'dimension-mismatch',
      'a count must be a plain number; this is a number of bits',
    ));

  it('rejects an input with a unit', () =>
    expectProblem(
      'workload W { input <|3 bit|> }',
      'dimension-mismatch',
      'an input must be a plain number; this is a number of bits',
    ));

  it('rejects sizes with a unit', () =>
    expectProblem(
      'workload W { input 3 × 8 × 8, maxpool p { kernel <|2 nm|> } }',
      'dimension-mismatch',
      '`kernel` takes plain numbers, for example `3`, not a length',
    ));

  it('rejects a number where a word is expected', () =>
    expectProblem(
      'pe P { crossbar X { weights <|2|> } }',
      'dimension-mismatch',
      '`weights` takes a word, not a plain number; for example `differential`',
    ));

  it('rejects a number where a component is expected', () =>
    expectProblem(
      'pe P { crossbar X { cell <|2|> } }',
      'dimension-mismatch',
      '`cell` takes a component of kind `cell`, not a plain number',
    ));

  it('rejects a value where a block is expected', () =>
    expectProblem(
      'import "pim:chips/neural-pim"\nchip C extends NeuralPIM { precision <|8 bit|> { inputs 8 bit, weights 8 bit, outputs 8 bit } }',
      'dimension-mismatch',
      '`precision` takes a block: `precision { inputs 8 bit, weights 8 bit, outputs 8 bit }`',
    ));

  it('rejects an exponent that is no plain number', () =>
    expectProblem(
      'constant a = 2 ^ <|3 pJ|>',
      'dimension-mismatch',
      'an exponent must be a plain number, this is an energy',
    ));

  it('rejects a function of quantities of two kinds', () =>
    expectProblem(
      'constant a = <|max(1 pJ, 1 ns)|>',
      'dimension-mismatch',
      '`max` takes quantities of one kind, not an energy and a time',
    ));

  it('rejects a function with too few arguments', () =>
    expectProblem('constant a = <|pow(2)|>', 'dimension-mismatch', '`pow` takes 2 arguments, not 1'));

  it('rejects an expectation whose sides measure different things', () =>
    expectProblem(
      question('expect NeuralPIM.area < <|90 mW|>'),
      'dimension-mismatch',
      'the left side is an area, the right side a power (90 mW); both must measure the same',
    ));

  it('rejects a block where a value is expected', () =>
    expectProblem(
      'component A : fixed { area <|{ }|> }',
      'dimension-mismatch',
      '`area` takes a value, not a block; for example `area 100 µm²`',
    ));

  it('rejects a chip where one of its metrics is meant', () =>
    expectProblem(
      question('expect <|NeuralPIM|> > 2'),
      'dimension-mismatch',
      'the chip NeuralPIM is no number; say which, for example `NeuralPIM.energyEfficiency`',
    ));

  it('accepts what fits', () =>
    expectClean('constant a = 2 pJ / 3 ns + 1 mW\ncomponent A : fixed { power 2 * a, area (3 µm) ^ 2 }'));

  it('accepts an expectation whose sides measure the same', () =>
    expectClean(question('expect NeuralPIM.area < 300 µm × 300 mm')));
});

function question(text: string): string {
  return `import "pim:chips/neural-pim"
    import "pim:networks/alexnet"
    evaluate NeuralPIM on AlexNet { chips 4 ${text} }`;
}
