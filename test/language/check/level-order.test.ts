import { expectClean, expectProblem } from '../../support/check.ts';

describe('level-order', () => {
  it('rejects a tile in a PE', () =>
    expectProblem(
      `import "pim:chips/neural-pim"
       chip C extends NeuralPIM { tile Tile { pe Wrong { 1 × <|Tile|> } 1 × Wrong } }`,
      'level-order',
      'a pe cannot contain a tile; the order is chip, tile, pe, crossbar',
    ));

  it('rejects a chip in a chip of another file', () =>
    expectProblem(
      'import "pim:chips"\nchip C extends NeuralPIM { 2 × <|ISAAC|> }',
      'level-order',
      'a chip cannot contain a chip; the order is chip, tile, pe, crossbar',
    ));

  it('rejects a chip defined in a block', () =>
    expectProblem(
      'tile T { <|chip|> C { } }',
      'level-order',
      'a chip stands at the top of a file, not inside a block',
    ));

  it('rejects a block that extends one of another level', () =>
    expectProblem(
      'tile T { }\npe P extends <|T|> { }',
      'level-order',
      'a pe cannot extend the tile T, only another pe',
    ));

  it('accepts a chip that leaves levels out', () =>
    expectClean(`import "pim:chips/neural-pim"
       import "pim:components/isaac-32nm"
       chip C extends NeuralPIM { tile Flat { 1 × Bus } 1 × Flat }`));

  it('says that a cell is named in a crossbar, not placed', () =>
    expectProblem(
      'component R : cell { bits 1 bit }\ntile T { 4 × <|R|> }',
      'level-order',
      'R is a cell, not a part; name it in a crossbar: `cell R`',
    ));

  it('rejects parts inside a component', () =>
    expectProblem(
      'component A : fixed { area 1 mm² }\ncomponent B : fixed { <|2 × A|> }',
      'level-order',
      'a component has no parts, and B is one; parts stand in a chip, tile, pe or crossbar',
    ));
});
