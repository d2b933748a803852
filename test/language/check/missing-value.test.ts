import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('missing-value', () => {
  it('says what a property needs', () =>
    expectProblem(
      'component A : adc {\n  <|resolution|>\n  rate 1 GHz\n}',
      'missing-value',
      '`resolution` needs a value, for example `resolution 8 bit`',
    ));

  it('offers to write an example', () =>
    expectFix(
      'component A : adc {\n  resolution\n  rate 1 GHz\n}',
      'missing-value',
      'Write `resolution 8 bit`',
      'component A : adc {\n  resolution 8 bit\n  rate 1 GHz\n}',
    ));

  it('asks a group of properties for its braces', () =>
    expectProblem(
      'import "pim:chips"\nchip C extends NeuralPIM {\n  <|precision|>\n}',
      'missing-value',
      '`precision` needs a value, for example `precision { inputs 8 bit, weights 8 bit, outputs 8 bit }`',
    ));

  it('asks a setting on one line with others', () =>
    expectProblem(
      'import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on AlexNet { <|batch|>, chips 4 }',
      'missing-value',
      '`batch` needs a value, for example `batch 1`',
    ));

  it('accepts a value that is indented below its name', () =>
    expectClean('component A : adc {\n  resolution\n    8 bit\n}'));
});
