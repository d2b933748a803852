import { type Dimension, type DimensionName, dimensionName, dimensions, symbolOf } from './dimensions.ts';
import type { Quantity } from './quantity.ts';
import { prefixFactors } from './units.ts';

/**
 * A quantity as people write it: three significant digits and the unit of the field,
 * for example `12.3 pJ`, `0.372 mm²`, `627 GOPS/W`.
 */
export function formatQuantity(q: Quantity, digits = 3): string {
  return formatSI(q.value, q.dimension, digits);
}

/** `formatQuantity` for a number in SI base units whose dimension has a name. */
export function formatAs(value: number, name: DimensionName, digits = 3): string {
  return formatSI(value, dimensions[name], digits);
}

/** The smallest and the largest of some numbers in SI base units, in one unit: `0.829 to 1.30 TOPS/W`; only one where they are alike. */
export function formatRange(values: readonly number[], name: DimensionName, digits = 3): string {
  const { symbol, factor } = scaleFor(values, dimensions[name]);
  const [low, high] = [Math.min(...values) * factor, Math.max(...values) * factor];
  const alike = low.toPrecision(digits) === high.toPrecision(digits);
  const from = alike ? '' : `${formatNumber(low, digits)} to `;
  return `${from}${formatNumber(high, digits)} ${symbol}`.trim();
}

/**
 * A plain number with `digits` significant digits; thousands keep all their integer digits. Zeros at the end are left out
 * only when the number is exactly that: 2 stays `2`, 2.2004 becomes `2.20`.
 */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e15 || magnitude < 1e-4) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
    return `${isExact(value, `${mantissa}e${exponent}`) ? trim(mantissa) : mantissa}e${Number(exponent)}`;
  }
  if (magnitude >= 10 ** (digits - 1)) return Math.round(value).toLocaleString('en-US');
  const rounded = value.toPrecision(digits);
  return isExact(value, rounded) ? trim(rounded) : rounded;
}

/** One unit for a whole column or axis: the unit and the factor that turns SI into it. */
export function scaleFor(
  values: readonly number[],
  dimension: Dimension,
): { symbol: string; factor: number } {
  const largest = Math.max(0, ...values.map(Math.abs).filter(Number.isFinite));
  return ladderStep(largest, dimension);
}

function formatSI(value: number, dimension: Dimension, digits: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const step = ladderStep(Math.abs(value), dimension);
  const text = formatNumber(value * step.factor, digits);
  return step.symbol === '' ? text : `${text} ${step.symbol}`;
}

interface Step {
  readonly symbol: string;
  /** From SI base units to this unit. */
  readonly factor: number;
  /** Smallest value, in SI base units, that is written with this step; by default one of it. */
  readonly from?: number;
}

/** The step of the unit ladder that keeps the digits before the point few, or SI base units without a ladder. */
function ladderStep(magnitude: number, dimension: Dimension): Step {
  const name = dimensionName(dimension);
  const ladder = name && ladders[name];
  if (!ladder) return { symbol: symbolOf(dimension), factor: 1 };
  if (magnitude === 0) return ladder.find(step => step.factor === 1) ?? ladder[0]!;
  return (
    ladder.findLast(
      step => roundedUp(magnitude * step.factor) >= roundedUp((step.from ?? 1 / step.factor) * step.factor),
    ) ?? ladder[0]!
  );
}

// 999.9 mW reads as 1 W once it is rounded to three digits.
const roundedUp = (value: number) => Number(value.toPrecision(3));

const si = (symbol: string, prefixes: string): Step[] =>
  [...prefixes].map(prefix => ({
    symbol: (prefix === '_' ? '' : prefix) + symbol,
    factor: 1 / (prefixFactors[prefix] ?? 1),
  }));

/** Smallest unit first. Dimensions with a usage of their own (mm², MiB/mm², TOPS/W) list it; the rest is plain SI. */
const ladders: Partial<Record<DimensionName, readonly Step[]>> = {
  count: [{ symbol: '', factor: 1 }],
  energy: si('J', 'afpnµm_k'),
  power: si('W', 'pnµm_k'),
  time: [
    ...si('s', 'fpnµm_'),
    { symbol: 'min', factor: 1 / 60 },
    { symbol: 'h', factor: 1 / 3600 },
    // A day or two read better in hours.
    { symbol: 'd', factor: 1 / 86_400, from: 2 * 86_400 },
  ],
  frequency: si('Hz', '_kMG'),
  length: si('m', 'nµm_'),
  area: [
    { symbol: 'nm²', factor: 1e18 },
    // From a thousandth of a unit up: the parts of a chip, or of an array, are compared in one unit.
    { symbol: 'µm²', factor: 1e12, from: 1e-15 },
    { symbol: 'mm²', factor: 1e6, from: 1e-9 },
  ],
  voltage: si('V', 'nµm_k'),
  current: si('A', 'fpnµm_'),
  resistance: si('Ω', 'm_kMG'),
  conductance: si('S', 'pnµm_'),
  capacitance: si('F', 'afpnµm_'),
  capacitancePerLength: si('F/m', 'fpnµ_'),
  temperature: si('K', '_'),
  level: si('dB', '_'),
  operations: si('op', '_kMGTP'),
  throughput: si('OPS', '_kMGT'),
  efficiency: si('OPS/W', '_kMGT'),
  computeDensity: [{ symbol: 'GOPS/s/mm²', factor: 1e-15 }],
  storageDensity: [{ symbol: 'MiB/mm²', factor: 1 / (8 * 1024 ** 2 * 1e6) }],
  powerDensity: [{ symbol: 'W/mm²', factor: 1e-6 }],
  bits: [
    { symbol: 'bit', factor: 1 },
    { symbol: 'KiB', factor: 1 / (8 * 1024) },
    { symbol: 'MiB', factor: 1 / (8 * 1024 ** 2) },
    { symbol: 'GiB', factor: 1 / (8 * 1024 ** 3) },
  ],
  bandwidth: [
    { symbol: 'bit/s', factor: 1 },
    { symbol: 'kB/s', factor: 1 / 8e3 },
    { symbol: 'MB/s', factor: 1 / 8e6 },
    { symbol: 'GB/s', factor: 1 / 8e9 },
  ],
};

/** Whether writing a number this way loses nothing but the noise of floating point. */
function isExact(value: number, text: string): boolean {
  return Math.abs(value - Number(text)) <= 1e-9 * Math.abs(value);
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
