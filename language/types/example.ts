import {
  type Dimension,
  dimensionName,
  type DimensionName,
  formatAs,
  type Parameter,
} from '../../simulator/units/index.ts';
import type { Type } from './type.ts';

/** A value that could be written for a parameter, for messages and completion. */
export function exampleOf(name: string, { type, default: standard }: Parameter): string {
  if ('words' in type) return typeof standard === 'string' ? standard : (type.words[0] ?? '');
  if ('sizes' in type) return type.sizes[0] === 2 ? '128 × 128' : '3';
  if ('group' in type)
    return `{ ${Object.entries(type.group)
      .filter(([, parameter]) => parameter.required)
      .map(([key, parameter]) => `${key} ${exampleOf(key, parameter)}`)
      .join(', ')} }`;
  if ('component' in type) return name === 'cell' ? 'RRAM' : 'Name';
  if (typeof standard === 'number') return formatAs(standard, type.dimension);
  return examples[type.dimension] ?? '1';
}

/** A value of a type that could be written; undefined where only the text knows one. */
export function exampleOfType(type: Type): string | undefined {
  if (type.kind === 'choice') return type.words[0];
  if (type.kind !== 'quantity') return undefined;
  const name = dimensionName(type.dimension);
  return name && (examples[name] ?? ofChips[name]);
}

/** A value that a metric of a whole chip could have. */
export function exampleOfMetric(dimension: Dimension): string | undefined {
  const name = dimensionName(dimension);
  return name && ofChips[name];
}

const ofChips: Partial<Record<DimensionName, string>> = {
  count: '1',
  energy: '1 mJ',
  time: '1 ms',
  frequency: '1 kHz',
  power: '10 W',
  area: '100 mm²',
  throughput: '1 TOPS',
  efficiency: '1 TOPS/W',
  computeDensity: '1 TOPS/s/mm²',
  storageDensity: '1 MiB/mm²',
};

/** Values of a likely magnitude, to show how a quantity is written. */
const examples: Partial<Record<DimensionName, string>> = {
  energy: '1 pJ',
  time: '100 ns',
  length: '32 nm',
  voltage: '0.2 V',
  bits: '8 bit',
  power: '1 mW',
  area: '100 µm²',
  frequency: '1 GHz',
  resistance: '10 kΩ',
  capacitance: '1 fF',
  capacitancePerLength: '0.3 pF/mm',
  count: '10',
  powerDensity: '1 W/mm²',
};
