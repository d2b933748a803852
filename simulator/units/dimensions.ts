/**
 * What a number measures: exponents over eight base measures.
 *
 * Energy and voltage are base measures here (not mass and current), because a chip description speaks in
 * joules and volts; everything else follows, for example power = energy / time and resistance =
 * voltage² · time / energy. Information (bits) and operations are kept apart from plain counts so that
 * `8 bit + 3` and `TOPS + Hz` are caught; so are levels in decibels, which are logarithms and no factors.
 */
export type Dimension = readonly [
  energy: number,
  time: number,
  length: number,
  voltage: number,
  bits: number,
  operations: number,
  temperature: number,
  level: number,
];

/** The dimensions that have a name of their own. The name is the word used in messages and in parameter types. */
export const dimensions = {
  count: [0, 0, 0, 0, 0, 0, 0, 0],
  energy: [1, 0, 0, 0, 0, 0, 0, 0],
  time: [0, 1, 0, 0, 0, 0, 0, 0],
  length: [0, 0, 1, 0, 0, 0, 0, 0],
  voltage: [0, 0, 0, 1, 0, 0, 0, 0],
  bits: [0, 0, 0, 0, 1, 0, 0, 0],
  operations: [0, 0, 0, 0, 0, 1, 0, 0],
  temperature: [0, 0, 0, 0, 0, 0, 1, 0],
  level: [0, 0, 0, 0, 0, 0, 0, 1],
  power: [1, -1, 0, 0, 0, 0, 0, 0],
  area: [0, 0, 2, 0, 0, 0, 0, 0],
  frequency: [0, -1, 0, 0, 0, 0, 0, 0],
  current: [1, -1, 0, -1, 0, 0, 0, 0],
  resistance: [-1, 1, 0, 2, 0, 0, 0, 0],
  conductance: [1, -1, 0, -2, 0, 0, 0, 0],
  capacitance: [1, 0, 0, -2, 0, 0, 0, 0],
  capacitancePerLength: [1, 0, -1, -2, 0, 0, 0, 0],
  bandwidth: [0, -1, 0, 0, 1, 0, 0, 0],
  throughput: [0, -1, 0, 0, 0, 1, 0, 0],
  efficiency: [-1, 0, 0, 0, 0, 1, 0, 0],
  computeDensity: [0, -1, -2, 0, 0, 1, 0, 0],
  storageDensity: [0, 0, -2, 0, 1, 0, 0, 0],
  powerDensity: [1, -1, -2, 0, 0, 0, 0, 0],
} as const satisfies Record<string, Dimension>;

export type DimensionName = keyof typeof dimensions;

/** What one would call a value of this dimension in a sentence: `an energy`, `a count`. */
export const articles: Readonly<Record<DimensionName, string>> = {
  count: 'a plain number',
  energy: 'an energy',
  time: 'a time',
  length: 'a length',
  voltage: 'a voltage',
  bits: 'a number of bits',
  operations: 'a number of operations',
  temperature: 'a temperature',
  level: 'a level in decibels',
  power: 'a power',
  area: 'an area',
  frequency: 'a frequency',
  current: 'a current',
  resistance: 'a resistance',
  conductance: 'a conductance',
  capacitance: 'a capacitance',
  capacitancePerLength: 'a capacitance per length',
  bandwidth: 'a bandwidth',
  throughput: 'a throughput',
  efficiency: 'an energy efficiency',
  computeDensity: 'a compute density',
  storageDensity: 'a storage density',
  powerDensity: 'a power density',
};

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.every((exponent, index) => exponent === b[index]);
}

export function multiplyDimensions(a: Dimension, b: Dimension): Dimension {
  return a.map((exponent, index) => exponent + b[index]!) as unknown as Dimension;
}

export function divideDimensions(a: Dimension, b: Dimension): Dimension {
  return a.map((exponent, index) => exponent - b[index]!) as unknown as Dimension;
}

export function raiseDimension(dimension: Dimension, power: number): Dimension {
  return dimension.map(exponent => exponent * power) as unknown as Dimension;
}

/** The name of a dimension, or nothing when it has none (such as energy · area). */
export function dimensionName(dimension: Dimension): DimensionName | undefined {
  return names.get(dimension.join());
}

/** A dimension in a sentence: `an energy`, or `J·m²` when nobody gave it a name. */
export function describeDimension(dimension: Dimension): string {
  const name = dimensionName(dimension);
  return name ? articles[name] : symbolOf(dimension);
}

const names = new Map<string, DimensionName>(
  (Object.keys(dimensions) as DimensionName[]).map(name => [dimensions[name].join(), name]),
);

const baseSymbols = ['J', 's', 'm', 'V', 'bit', 'op', 'K', 'dB'];
const superscripts: Readonly<Record<string, string>> = { '-': '⁻', '1': '', '2': '²', '3': '³', '4': '⁴' };

/** The product of base units: `J·m²`, `op/J`. Exponents beyond ±4 are written with `^`. */
export function symbolOf(dimension: Dimension): string {
  const power = (exponent: number, index: number) =>
    exponent === 0 ? [] : [baseSymbols[index]! + (superscripts[exponent] ?? `^${exponent}`)];
  const above = dimension.flatMap((exponent, index) => (exponent > 0 ? power(exponent, index) : []));
  const below = dimension.flatMap((exponent, index) => (exponent < 0 ? power(-exponent, index) : []));
  return (above.join('·') || '1') + (below.length > 0 ? `/${below.join('/')}` : '');
}
