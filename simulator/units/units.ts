import {
  type Dimension,
  type DimensionName,
  dimensions,
  divideDimensions,
  multiplyDimensions,
} from './dimensions.ts';

/** A unit: one of them is worth `scale` in SI base units of its dimension. */
export interface Unit {
  readonly symbol: string;
  readonly scale: number;
  /** What zero of the unit is in the base unit, for those that do not begin there. */
  readonly zero?: number;
  readonly dimension: Dimension;
}

/**
 * Every unit the language knows, written once: the lexer, completion, hover and the number formatter read it.
 *
 * `prefixes` lists the SI prefixes the unit is used with; `also` lists other spellings. A unit without a
 * prefix list stands alone (`%`, `bit`).
 */
const families: readonly Family[] = [
  { symbol: 'J', dimension: 'energy', prefixes: 'afpnµmk', also: [] },
  { symbol: 'W', dimension: 'power', prefixes: 'pnµmk', also: [] },
  { symbol: 's', dimension: 'time', prefixes: 'fpnµm', also: [] },
  { symbol: 'min', dimension: 'time', scale: 60, prefixes: '', also: [] },
  { symbol: 'h', dimension: 'time', scale: 3600, prefixes: '', also: [] },
  { symbol: 'd', dimension: 'time', scale: 86_400, prefixes: '', also: [] },
  { symbol: 'Hz', dimension: 'frequency', prefixes: 'kMG', also: [] },
  { symbol: 'S/s', dimension: 'frequency', prefixes: 'kMG', also: [] },
  { symbol: 'm', dimension: 'length', prefixes: 'nµm', also: [] },
  { symbol: 'm²', dimension: 'area', prefixes: 'nµm', squared: true, also: ['m2', 'm^2'] },
  { symbol: 'V', dimension: 'voltage', prefixes: 'nµmk', also: [] },
  { symbol: 'A', dimension: 'current', prefixes: 'fpnµm', also: [] },
  { symbol: 'Ω', dimension: 'resistance', prefixes: 'mkMG', also: ['ohm', 'Ohm', '\u2126'] },
  { symbol: 'S', dimension: 'conductance', prefixes: 'pnµm', also: [] },
  { symbol: 'F', dimension: 'capacitance', prefixes: 'afpnµm', also: [] },
  { symbol: 'K', dimension: 'temperature', prefixes: '', also: [] },
  { symbol: '°C', dimension: 'temperature', zero: 273.15, prefixes: '', also: ['degC'] },
  { symbol: 'dB', dimension: 'level', prefixes: '', also: [] },
  { symbol: 'bit', dimension: 'bits', prefixes: 'kMG', also: ['bits', 'b'] },
  { symbol: 'B', dimension: 'bits', scale: 8, prefixes: 'kKMGT', also: [] },
  { symbol: 'KiB', dimension: 'bits', scale: 8 * 1024, prefixes: '', also: [] },
  { symbol: 'MiB', dimension: 'bits', scale: 8 * 1024 ** 2, prefixes: '', also: [] },
  { symbol: 'GiB', dimension: 'bits', scale: 8 * 1024 ** 3, prefixes: '', also: [] },
  { symbol: 'op', dimension: 'operations', prefixes: 'kMGTP', also: ['ops'] },
  { symbol: 'OPS', dimension: 'throughput', prefixes: 'kMGTP', also: [] },
  { symbol: '%', dimension: 'count', scale: 0.01, prefixes: '', also: ['percent'] },
];

interface Family {
  readonly symbol: string;
  readonly dimension: DimensionName;
  readonly prefixes: string;
  readonly also: readonly string[];
  readonly scale?: number;
  readonly zero?: number;
  readonly squared?: boolean;
}

/** SI prefixes and their factors. */
export const prefixFactors: Readonly<Record<string, number>> = {
  a: 1e-18,
  f: 1e-15,
  p: 1e-12,
  n: 1e-9,
  µ: 1e-6,
  m: 1e-3,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
};

/** All simple units by each of their spellings. `µ` may also be written `u` or `μ`. */
export const units: ReadonlyMap<string, Unit> = new Map(families.flatMap(spellings));

/**
 * The unit written as `symbol`: a simple one (`pJ`) or a product or quotient of simple ones (`GOPS/s/mm²`,
 * `pJ/bit`). Undefined when any part is unknown. `TOPS/s` is accepted as a redundant spelling of TOPS, as
 * papers write `GOPS/s/mm²`.
 */
export function findUnit(symbol: string): Unit | undefined {
  const simple = units.get(symbol);
  if (simple) return simple;
  const parts = symbol.split(/([/·])/);
  let unit = units.get(parts[0]!);
  for (let index = 1; index < parts.length && unit; index += 2) {
    const next = units.get(parts[index + 1]!);
    const redundantPerSecond = parts[index] === '/' && next?.symbol === 's' && unit.symbol.endsWith('OPS');
    if (redundantPerSecond) continue;
    unit = next && combine(unit, parts[index] === '/', next, symbol);
  }
  return unit;
}

function combine(a: Unit, divide: boolean, b: Unit, symbol: string): Unit {
  return {
    symbol,
    scale: divide ? a.scale / b.scale : a.scale * b.scale,
    dimension: divide
      ? divideDimensions(a.dimension, b.dimension)
      : multiplyDimensions(a.dimension, b.dimension),
  };
}

function spellings(family: Family): [string, Unit][] {
  const result: [string, Unit][] = [];
  for (const prefix of ['', ...family.prefixes]) {
    const factor = prefix === '' ? 1 : prefixFactors[prefix]!;
    const unit: Unit = {
      symbol: prefix + family.symbol,
      scale: (family.scale ?? 1) * (family.squared ? factor ** 2 : factor),
      ...(family.zero === undefined ? {} : { zero: family.zero }),
      dimension: dimensions[family.dimension],
    };
    const prefixSpellings = prefix === 'µ' ? ['µ', 'μ', 'u'] : [prefix];
    for (const base of [family.symbol, ...family.also])
      for (const spelling of prefixSpellings) result.push([spelling + base, unit]);
  }
  return result;
}
