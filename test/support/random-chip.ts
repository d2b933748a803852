import fc from 'fast-check';
import { strategies } from '../../simulator/index.ts';

/** A small chip and workload as text, in parts that may stand in any order. */
export interface RandomText {
  readonly declarations: readonly Declaration[];
}

/** A declaration: what stands before the braces, properties in any order, then parts or layers in this order. */
export interface Declaration {
  readonly head: string;
  readonly properties: readonly string[];
  readonly rest: readonly string[];
}

export function textOf({ declarations }: RandomText): string {
  const blocks = declarations.map(
    ({ head, properties, rest }) => `${head} {\n  ${[...properties, ...rest].join('\n  ')}\n}`,
  );
  return [...blocks, 'evaluate C on W'].join('\n\n');
}

/** What differs from chip to chip. */
export interface Recipe {
  readonly dataflow: string;
  /** Where partial sums are buffered, the lines converted one by one; all when absent. */
  readonly directLines: number | null;
  readonly pipeline: 'coarse' | 'fine';
  readonly conversions: 'cycle' | 'stage';
  readonly weights: 'differential' | 'offset';
  readonly columns: 'plain' | 'flipped';
  readonly rows: number;
  readonly width: number;
  readonly cellBits: number;
  readonly dacBits: number;
  readonly arrays: number;
  readonly pes: number;
  readonly tiles: number;
  readonly converters: number;
  readonly rateMHz: number;
  readonly layers: readonly string[];
}

export const recipes: fc.Arbitrary<Recipe> = fc.record({
  dataflow: fc.constantFrom(...strategies.keys()),
  directLines: fc.option(fc.integer({ min: 1, max: 20 })),
  pipeline: fc.constantFrom('coarse', 'fine'),
  conversions: fc.constantFrom('cycle', 'stage'),
  weights: fc.constantFrom('differential', 'offset'),
  columns: fc.constantFrom('plain', 'flipped'),
  rows: fc.constantFrom(16, 32, 100, 128),
  width: fc.constantFrom(16, 32, 100, 128),
  cellBits: fc.constantFrom(1, 2, 4),
  dacBits: fc.constantFrom(1, 2, 4, 8),
  arrays: fc.integer({ min: 1, max: 6 }),
  pes: fc.integer({ min: 1, max: 3 }),
  tiles: fc.integer({ min: 1, max: 5 }),
  converters: fc.integer({ min: 1, max: 8 }),
  rateMHz: fc.constantFrom(50, 200, 1280, 5000),
  layers: fc
    .tuple(
      fc.array(
        fc.constantFrom(
          ['conv # { outputs 8, kernel 3, padding 1 } → relu'],
          [
            'conv # { outputs 24, kernel 3, padding same, stride 2 } → sigmoid → maxpool 3 { stride 2, padding 1 }',
          ],
          ['conv # { outputs 8, kernel 1, groups 2 }'],
          ['conv # { outputs 6, kernel 1 }', 'conv # { outputs 6, kernel 3, padding 1, groups 6 } → relu'],
          ['conv # { outputs 4, kernel 1 }', 'conv # { outputs 4, kernel 3 × 2, stride 2 × 1, padding 2 }'],
          [
            'conv # { outputs 4, kernel 1 }',
            'conv # { outputs 4, kernel 3, padding 1 }',
            'add # from #2, #1 → relu',
          ],
          ['conv # { outputs 6, kernel 1 }', 'conv # { outputs 10, kernel 1 }', 'concat # from #2, #1'],
          ['avgpool # { kernel 3, stride 1, padding 1 }'],
        ),
        { maxLength: 3 },
      ),
      fc.array(
        fc.constantFrom(
          ['dense # { outputs 40 } → relu'],
          ['dense # { outputs 7 }'],
          ['dense # { outputs 12 }', 'lstm # { hidden 5, steps 3 }'],
        ),
        { minLength: 1, maxLength: 2 },
      ),
    )
    .map(([windows, vectors]) => [...windows, ...vectors].flat()),
});

/** Names for layers: `#` is the layer's own, `#2` that of the one before the last. */
const named = (layer: string, index: number): string =>
  layer.replace(/#(\d*)/g, (_, back) => `l${index - Number(back)}`);

/** The text of a recipe; `extras` are components of a tile that may be left out for a bare chip. */
export function randomText(recipe: Recipe, { extras = true } = {}): RandomText {
  const { layers, arrays, pes, tiles, converters, width } = recipe;
  const shared = extras ? sharedComponents : [];
  return {
    declarations: [
      declaration('component Cell : cell', [`bits ${recipe.cellBits} bit`]),
      declaration('component Cells : array', ['power 0.3 mW', 'area 25 µm²']),
      declaration('component Driver : dac', [
        `resolution ${recipe.dacBits} bit`,
        'energy 0.4 pJ',
        'area 0.2 µm²',
      ]),
      declaration('component Hold : sample-hold', ['energy 1 fJ', 'area 0.04 µm²']),
      declaration('component Converter : adc', [
        'resolution 20 bit',
        `rate ${recipe.rateMHz} MHz`,
        'power 2 mW',
        'area 1200 µm²',
      ]),
      declaration('component Adder : shift-add', ['energy 0.02 pJ', 'area 60 µm²']),
      declaration('component Accumulator : analog-accumulator', [
        'rate 80 MHz',
        'power 0.3 mW',
        'area 700 µm²',
      ]),
      declaration('component Sensor : tia', ['rate 40 MHz', 'power 1 µW', 'area 2 µm²']),
      declaration('component Lines : buffer-array', ['area 20 µm²']),
      declaration('component Summer : summing-amplifier', ['rate 100 MHz', 'power 20 µW', 'area 10 µm²']),
      ...shared.map(({ head, properties }) => declaration(head, properties)),
      declaration(
        'chip C',
        [
          'node 32 nm',
          'precision { inputs 8 bit, weights 8 bit, outputs 8 bit }',
          `dataflow ${recipe.dataflow}`,
          `pipeline ${recipe.pipeline}`,
          `conversions ${recipe.conversions}`,
          ...(recipe.directLines === null ? [] : [`direct-lines ${recipe.directLines}`]),
        ],
        [
          `pe P {
    ${arrays} × crossbar {
      size ${recipe.rows} × ${width}
      cell Cell
      weights ${recipe.weights}
      columns ${recipe.columns}
      read 100 ns
      1 × Cells
      ${recipe.rows} × Driver
      ${width} × Hold
      1 × Accumulator
      ${width} × Sensor
      2 × Lines
      2 × Summer
    }
    ${converters} × Converter
    2 × Adder
  }`,
          `tile T { ${[`${pes} × P`, ...shared.map(({ part }) => part)].join(', ')} }`,
          `${tiles} × T`,
        ],
      ),
      declaration('workload W', ['input 4 × 12 × 12'], layers.map(named)),
    ],
  };
}

const declaration = (head: string, properties: string[], rest: string[] = []): Declaration => ({
  head,
  properties,
  rest,
});

const sharedComponents = [
  {
    head: 'component InputRegister : input-register',
    properties: ['rate 1 GHz', 'power 1 mW', 'area 0.002 mm²'],
    part: '1 × InputRegister',
  },
  {
    head: 'component OutputRegister : output-register',
    properties: ['energy 0.2 pJ', 'area 0.0008 mm²'],
    part: '1 × OutputRegister',
  },
  {
    head: 'component Buffer : buffer',
    properties: ['width 256 bit', 'energy 20 pJ', 'rate 1 GHz', 'area 0.08 mm²'],
    part: '1/2 × Buffer',
  },
  {
    head: 'component Wires : bus',
    properties: ['width 384 bit', 'energy 20 pJ', 'rate 1 GHz', 'static 1 mW', 'area 0.09 mm²'],
    part: '1 × Wires',
  },
  {
    head: 'component Router : router',
    properties: ['flit 32 bit', 'energy 3 pJ', 'rate 2 GHz', 'area 0.15 mm²'],
    part: '1/4 × Router',
  },
  {
    head: 'component Unit : activation',
    properties: ['rate 1 GHz', 'power 0.3 mW', 'area 300 µm²'],
    part: '2 × Unit',
  },
  {
    head: 'component Pool : pooling',
    properties: ['rate 1 GHz', 'power 0.4 mW', 'area 240 µm²'],
    part: '1 × Pool',
  },
  {
    head: 'component Link : link',
    properties: ['rate 6.4 GHz', 'static 2.6 W', 'area 5.72 mm²'],
    part: '1/16 × Link',
  },
];
