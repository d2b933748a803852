import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('converter-below-column-sum', () => {
  it('rejects a converter that loses bits of an analog sum', () =>
    expectProblem(
      tile('4 × NNADC { resolution <|7 bit|> }'),
      'converter-below-column-sum',
      'NNADC has 7 bits, but an output of 8 bits is converted at once',
    ));

  it('offers the bits that are needed', () =>
    expectFix(
      tile('4 × NNADC { resolution 7 bit }'),
      'converter-below-column-sum',
      'Use 8 bits',
      tile('4 × NNADC { resolution 8 bit }'),
    ));

  it('rejects a converter that loses bits of a column sum', () =>
    expectProblem(
      pe('8 × ADC { resolution <|7 bit|> }'),
      'converter-below-column-sum',
      'ADC has 7 bits, but the column sum of 128 rows of 1-bit cells driven 1 bit at a time needs 8; `columns flipped` would save one',
    ));

  it('accepts a converter with the bits that are needed', () =>
    expectClean(pe('8 × ADC { resolution 8 bit }')));

  it('accepts a converter with more bits than are needed', () =>
    expectClean(tile('4 × NNADC { resolution 9 bit }')));
});

function tile(converters: string): string {
  return `import "pim:chips/neural-pim"
    import "pim:components/neural-pim-32nm"
    chip C extends NeuralPIM { tile Tile { ${converters} } }`;
}

function pe(converters: string): string {
  return `import "pim:chips/isaac-style"
    import "pim:components/isaac-32nm"
    chip C extends ISAACStyle { pe PE { ${converters} } }`;
}
