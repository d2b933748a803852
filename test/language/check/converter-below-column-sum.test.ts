import { expectClean, expectFix, expectNoFix, expectProblem } from '../../support/check.ts';

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

  it('offers them in the braces that the part has where they are stated elsewhere', () =>
    expectFix(
      `//- /parts.pim
import "pim:components/neural-pim-32nm"
component Coarse extends NNADC { resolution 7 bit }
//- /main.pim
import "parts"
import "pim:chips/neural-pim"
chip C extends NeuralPIM { tile Tile { 4 × Coarse { rate 2 GHz } } }
`,
      'converter-below-column-sum',
      'Use 8 bits',
      `import "parts"
import "pim:chips/neural-pim"
chip C extends NeuralPIM { tile Tile { 4 × Coarse { resolution 8 bit, rate 2 GHz } } }
`,
    ));

  it('points at the chip and offers nothing where it inherits the converter', async () => {
    const text = `import "pim:chips/neural-pim"
chip <|C|> extends NeuralPIM { precision { outputs 9 bit } }`;
    await expectProblem(
      text,
      'converter-below-column-sum',
      'NNADC has 8 bits, but an output of 9 bits is converted at once',
    );
    await expectNoFix(text, 'converter-below-column-sum');
  });

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
