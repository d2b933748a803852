import { expectAction, expectNoAction } from '../../../support/actions.ts';

const imports = 'import "pim:components"\n\n';
const title = 'Extract a component that extends `NNADC`';

describe('extract component', () => {
  it('makes a component of a part that overrides its own', () =>
    expectAction(
      `${imports}tile Tile {\n  4 × NNA<|>DC { power 2 mW }\n}\n`,
      title,
      `${imports}component TileNNADC extends NNADC { power 2 mW }\n\ntile Tile {\n  4 × TileNNADC\n}\n`,
    ));

  it('keeps comments and lines', () =>
    expectAction(
      `${imports}/** A tile. */\ntile Tile {\n  pe PE {\n    // Faster.\n    4 × NNADC<|> {\n      rate  2 GHz   // of one\n      power 2 mW\n    }\n  }\n\n  2 × PE\n}\n`,
      title,
      `${imports}component PENNADC extends NNADC {\n  rate  2 GHz // of one\n  power 2 mW\n}\n\n/** A tile. */\ntile Tile {\n  pe PE {\n    // Faster.\n    4 × PENNADC\n  }\n\n  2 × PE\n}\n`.replace(
        '2 GHz // of one',
        '2 GHz   // of one',
      ),
    ));

  it('takes arguments along', () =>
    expectAction(
      'component D(n: bits = 1 bit) : dac { resolution n }\n\ntile T {\n  4 × D<|>(2 bit) { area 1 µm² }\n}\n',
      'Extract a component that extends `D`',
      'component D(n: bits = 1 bit) : dac { resolution n }\n\ncomponent TD extends D(2 bit) { area 1 µm² }\n\ntile T {\n  4 × TD\n}\n',
    ));

  it('is not offered where the part speaks of a parameter', () =>
    expectNoAction(`${imports}tile T(w: bits = 8 bit) { 4 × NNA<|>DC { resolution w } }`, /Extract a comp/));

  it('is not offered where a name would come to mean what the component declares', () =>
    expectNoAction(
      'constant n = 8 bit\ncomponent D(n: bits = 1 bit) : dac { resolution 1 bit }\ntile T { 4 × D<|> { resolution n } }',
      /Extract a comp/,
    ));

  it('is not offered where a block that extends this one may override the part', () =>
    expectNoAction(
      `${imports}tile T { 4 × NNA<|>DC { power 2 mW } }\ntile U extends T { 8 × NNADC }`,
      /Extract a comp/,
    ));

  it('is not offered where the part itself overrides one', () =>
    expectNoAction(
      `import "pim:chips"\n${imports}chip C extends NeuralPIM { tile Tile { 8 × NNA<|>DC { power 2 mW } } }`,
      /Extract a comp/,
    ));

  it('is not offered where a condition overrides the part', () =>
    expectNoAction(
      `${imports}tile T(n: count = 1) { 4 × NNA<|>DC { power 2 mW }, if n > 2 { 8 × NNADC } }`,
      /Extract a comp/,
    ));

  it('is not offered for a part without braces', () =>
    expectNoAction(`${imports}tile T { 4 × NNA<|>DC }`, /Extract a comp/));
});
