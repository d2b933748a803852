import fc from 'fast-check';
import {
  type Chip,
  type Component,
  description,
  type Layer,
  type LayerValues,
  type Part,
  type PlaceOptions,
  type Shape,
  strategies,
  type Workload,
} from '../../simulator/index.ts';

/** A small chip, a small network, and how one is put on the other. */
export interface RandomModels {
  readonly chip: Chip;
  readonly workload: Workload;
  readonly options: Pick<PlaceOptions, 'chips'> & Required<Omit<PlaceOptions, 'chips' | 'recurrence'>>;
}

/**
 * Built without text, for tests that need thousands. Sizes are small enough to be walked through, and odd enough that nothing
 * divides: bits, rows, columns, arrays of a PE.
 */
export const randomModels: fc.Arbitrary<RandomModels> = fc.record({
  chip: fc.record(chipRecipe()).map(chipOf),
  workload: fc
    .record({
      input: fc.record({ channels: small(1, 5), height: small(1, 6), width: small(1, 6) }),
      steps: fc.array(fc.record(layerRecipe()), { minLength: 1, maxLength: 6 }),
    })
    .map(({ input, steps }) => workloadOf(input, steps)),
  options: fc
    .record({
      chips: fc.option(small(1, 6)),
      capacity: fc.constantFrom('chips' as const, 'chips' as const, 'reload' as const),
      batch: small(1, 4),
      activity: fc.constantFrom('used' as const, 'used' as const, 'whole' as const),
      replication: fc.constantFrom('optimal' as const, 'stride' as const),
      grouping: fc.constantFrom('packed' as const, 'packed' as const, 'separate' as const),
    })
    .map(({ chips, ...others }) => ({ ...others, ...(chips === null ? {} : { chips }) })),
});

function small(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

type Values<Recipe extends Record<string, fc.Arbitrary<unknown>>> = {
  [Key in keyof Recipe]: Recipe[Key] extends fc.Arbitrary<infer Value> ? Value : never;
};

function chipRecipe() {
  return {
    dataflow: fc.constantFrom(...strategies.keys()),
    directLines: fc.option(small(1, 9)),
    kind: fc.constantFrom('coarse' as const, 'fine' as const),
    conversions: fc.constantFrom('cycle' as const, 'stage' as const),
    weights: fc.constantFrom('differential' as const, 'offset' as const),
    flipped: fc.boolean(),
    inputBits: small(1, 8),
    streamedBits: fc.option(small(1, 8)),
    weightBits: small(1, 6),
    outputBits: small(1, 10),
    cellBits: small(1, 3),
    dacBits: small(1, 4),
    rows: fc.oneof(small(1, 12), small(13, 40)),
    weightsPerRow: small(1, 5),
    spareColumns: small(0, 3),
    arrays: small(1, 5),
    pes: small(0, 3),
    tiles: small(0, 9),
    flit: fc.constantFrom(8, 12, 32),
    routersPerTile: fc.constantFrom(0, 0.25, 1, 3),
    rates: fc.array(fc.constantFrom(1e5, 1e6, 1e7, 1e8, 1e9, Number.POSITIVE_INFINITY), {
      minLength: 16,
      maxLength: 16,
    }),
  };
}

function chipOf(recipe: Values<ReturnType<typeof chipRecipe>>): Chip {
  const { weightBits, cellBits, weights, pes, tiles } = recipe;
  const columnsPerWeight = Math.ceil(weightBits / cellBits) * (weights === 'differential' ? 2 : 1);
  const columns = columnsPerWeight * recipe.weightsPerRow + recipe.spareColumns;
  let next = 0;
  /** A component that does 1 pJ a time, at a rate of its own. */
  const component = (kind: string, parameters: Component['parameters'] = {}): Component => {
    const rate = recipe.rates[next++ % recipe.rates.length]!;
    const limit = Number.isFinite(rate) ? { rate } : {};
    return {
      name: kind,
      kind,
      origin: '',
      nodeM: 32e-9,
      parameters: { energy: 1e-12, ...limit, ...parameters },
    };
  };
  const part = (count: number, what: Part['what']): Part => ({ count, origin: '', what });
  const block = (level: 'chip' | 'tile' | 'pe' | 'crossbar', parts: readonly Part[]) => ({
    level,
    name: level,
    origin: '',
    parts,
  });
  const crossbar = block('crossbar', [
    // As fast as its input cycle, as arrays are.
    part(1, { ...component('array'), parameters: { energy: 1e-12 } }),
    part(recipe.rows, component('dac', { resolution: recipe.dacBits })),
    part(columns, component('sample-hold')),
    part(1, component('analog-accumulator')),
    part(columns, component('tia')),
    part(2, component('buffer-array')),
    part(1, component('summing-amplifier')),
  ]);
  const inPe = [
    part(recipe.arrays, crossbar),
    part(2, component('adc', { resolution: 20 })),
    part(1, component('shift-add')),
    part(1, component('input-register', { width: 16 })),
    part(1, component('output-register', { width: 24 })),
  ];
  const inTile = [
    ...(pes > 0 ? [part(pes, block('pe', inPe))] : inPe),
    part(1, component('shift-add')),
    part(1, component('output-register', { width: 24 })),
    part(1, component('buffer', { width: 64 })),
    part(0.5, component('bus', { width: 32 })),
    ...(recipe.routersPerTile > 0
      ? [part(recipe.routersPerTile, component('router', { flit: recipe.flit }))]
      : []),
    part(1, component('activation')),
    part(1, component('pooling')),
  ];
  const root = block('chip', [
    ...(tiles > 0 ? [part(tiles, block('tile', inTile))] : inTile),
    part(4, component('link', { width: 8 })),
  ]);
  const { kind, conversions, inputBits, streamedBits, outputBits, directLines } = recipe;
  return {
    name: 'C',
    nodeM: 32e-9,
    precision: { inputBits, ...(streamedBits === null ? {} : { streamedBits }), weightBits, outputBits },
    dataflow: recipe.dataflow,
    pipeline: { kind, conversions },
    ...(directLines === null ? {} : { directLines }),
    array: {
      rows: recipe.rows,
      columns,
      cellBits,
      dacBits: recipe.dacBits,
      weights,
      flipped: recipe.flipped,
      cycleS: 1e-7,
      write: { energyJ: 1e-12, rowS: 1e-6 },
    },
    root,
  };
}

function layerRecipe() {
  return {
    kind: fc.constantFrom(
      'conv',
      'same',
      'same',
      'depthwise',
      'maxpool',
      'relu',
      'add',
      'add',
      'concat',
      'dense',
      'tokens',
      'lstm',
    ),
    outputs: small(1, 5),
    kernel: fc.tuple(small(1, 3), small(1, 3)),
    stride: fc.tuple(small(1, 3), small(1, 3)),
    padding: fc.tuple(small(0, 2), small(0, 2)),
    groups: small(1, 3),
    /** Which of the values so far an input is, counted back. */
    back: fc.array(small(0, 4), { minLength: 1, maxLength: 2 }),
    isUp: fc.boolean(),
  };
}

type LayerRecipe = Values<ReturnType<typeof layerRecipe>>;

/** Layers one after the other, with what does not go together left out, and a dense one at the end, or what looks at its results. */
function workloadOf(input: Shape, recipes: readonly LayerRecipe[]): Workload {
  const layers: Layer[] = [];
  for (const recipe of recipes) append(recipe);
  append({ ...recipes[0]!, kind: 'dense' });
  if (recipes[0]!.isUp) append({ ...recipes[0]!, kind: recipes[0]!.kind === 'add' ? 'concat' : 'relu' });
  return { name: 'W', origin: '', layers };

  function append(recipe: LayerRecipe): void {
    const shapeOf = (index: number) => layers[index]?.output ?? input;
    const last = layers.length - 1;
    const from = joins[recipe.kind] ? [last, ...recipe.back.map(joined)] : [last];
    const inputs = from.map(shapeOf);
    const kind = description.layers.get(words[recipe.kind] ?? recipe.kind)!;
    const inferred = kind.infer(inputs, valuesOf(recipe, inputs[0]!));
    if (typeof inferred === 'string') return;
    // Layers name the shape they read; where there are several, the first one's.
    layers.push({ ...inferred, name: `l${layers.length}`, origin: '', input: inputs[0]!, from });

    /** One of the values that go together with the last. */
    function joined(back: number): number {
      const all = Array.from({ length: layers.length + 1 }, (_, index) => last - index);
      const fitting = all.filter(index => joins[recipe.kind]!(shapeOf(index), shapeOf(last)));
      return fitting[back % fitting.length]!;
    }
  }
}

/** Layers with several inputs, and which shapes go together there. */
const joins: Readonly<Record<string, (a: Shape, b: Shape) => boolean>> = {
  add: (a, b) => a.channels === b.channels && a.height === b.height && a.width === b.width,
  concat: (a, b) => a.height === b.height && a.width === b.width,
};

/** Kinds of which there is more than one sort here. */
const words: Readonly<Record<string, string>> = { same: 'conv', depthwise: 'conv', tokens: 'dense' };

function valuesOf({ kind, ...recipe }: LayerRecipe, input: Shape): LayerValues {
  const { outputs, groups, isUp } = recipe;
  const window = { kernel: recipe.kernel, stride: recipe.stride, padding: recipe.padding };
  switch (kind) {
    case 'conv':
      return { ...window, outputs: outputs * groups, groups };
    case 'same':
      return { kernel: [3, 3], padding: [1, 1], outputs: input.channels };
    case 'depthwise':
      return { ...window, outputs: input.channels, groups: input.channels };
    case 'maxpool':
      return { ...window, ...(isUp ? { rounding: 'up' } : {}) };
    case 'dense':
      return { outputs };
    case 'tokens':
      return { outputs, tokens: input.height * input.width };
    case 'lstm':
      return { hidden: outputs, ...(input.height * input.width === 1 ? { steps: recipe.back[0]! + 1 } : {}) };
    default:
      return {};
  }
}
