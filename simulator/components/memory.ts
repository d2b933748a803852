import type { Level } from '../chip/chip.ts';
import { type Parameters, positive, whole } from '../units/index.ts';
import type { Action } from '../chip/action.ts';
import { type ComponentKind, type Law, tableParameters } from './kind.ts';
import { tableCost, type Values } from './table-cost.ts';

/** Bits of the byte in which memories, buses and links are counted. */
export const byteBits = 8;

export const buffer = memory('buffer', 'Tile buffer (eDRAM). Counted in bytes read and written.', () => [
  'bufferBytes',
]);

export const inputRegister = memory(
  'input-register',
  'Register that feeds the row drivers. Counted in bytes read and written.',
  () => ['inputRegisterBytes'],
);

export const outputRegister = memory(
  'output-register',
  'Register that collects results, in a PE or in a tile. Counted in bytes read and written.',
  level => (level === 'tile' || level === 'chip' ? ['tileRegisterBytes'] : ['outputRegisterBytes']),
);

/** A memory: `energy` and `rate` of the text are per access of `width` bits, counted in bytes. */
function memory(kind: string, doc: string, performs: (level: Level) => readonly Action[]): ComponentKind {
  return {
    kind,
    doc,
    category: 'buffer',
    parameters: memoryParameters(),
    performs,
    laws: memoryLaws(),
    cost: values => tableCost(values, byteBits / values.width!),
  };
}

function memoryParameters(): Parameters {
  return {
    capacity: positive('bits', 'Bits it can hold.'),
    width: positive('bits', 'Bits of one access: what `energy` and `rate` speak of.', { default: byteBits }),
    ...tableParameters,
    ports: whole('count', 'Accesses at the same time.', { default: 1 }),
    'line-energy': positive(
      'energy',
      'Energy of selecting a line, for one bit of capacity; it grows with the square root.',
    ),
    'bit-energy': positive(
      'energy',
      'Energy of one bit of an access, for one bit of capacity; it grows with the square root.',
    ),
    'cell-area': positive('area', 'Area of one bit with its share of what grows with the capacity.'),
    'column-area': positive(
      'area',
      'Area that comes with each bit of the width: sense amplifiers and drivers.',
    ),
    'cell-leakage': positive('power', 'Power at rest of one bit.'),
    'access-time': positive('time', 'Time between two accesses of a very small memory.'),
    'way-time': positive(
      'time',
      'Further time between two accesses, for one bit of capacity; it grows with the square root.',
    ),
    'port-growth': {
      doc: 'By how much each further port widens a cell, in both directions.',
      type: { dimension: 'count', min: 0 },
    },
  };
}

/**
 * What an access and the area of a memory follow from, as CACTI works it out (Balasubramonian et al., TACO 14(2), 2017) boiled down
 * to what its results depend on most.
 *
 * A memory of C bits is a square with √C bits a side, so lines, bit lines and the way to the edge all grow with √C: one word line
 * and decoder for an access and one bit line and wire for each of its bits. Area is cells and, for each bit of the width, the sense
 * amplifiers and drivers at the edge; cells also leak. Ports add a word line and a pair of bit lines to each cell, which widen it in
 * both directions, and so lengthen every wire.
 *
 * Good within the errors the library states for its coefficients, from some hundred bytes to some hundred KiB and from 64 words: fewer
 * and wider ones give flat, wasteful arrays, which this underestimates. Banks, error correction and refresh are left out, as is the
 * difference between reading and writing.
 */
function memoryLaws(): readonly Law[] {
  return [
    {
      gives: 'static',
      doc: 'power at rest = capacity × cell-leakage',
      needs: ['capacity'],
      coefficients: ['cell-leakage'],
      value: values => values.capacity! * values['cell-leakage']!,
    },
    {
      gives: 'rate',
      doc: 'accesses per second = ports ÷ (access-time + √capacity × way-time)',
      needs: ['capacity'],
      coefficients: ['access-time', 'way-time', 'ports'],
      value: values =>
        values.ports! / (values['access-time']! + Math.sqrt(values.capacity!) * values['way-time']!),
    },
    {
      gives: 'energy',
      doc: 'energy of an access = √capacity × (line-energy + width × bit-energy) × (1 + port-growth × (ports − 1))',
      needs: ['capacity', 'width'],
      coefficients: ['line-energy', 'bit-energy', 'port-growth', 'ports'],
      value: values =>
        Math.sqrt(values.capacity!) *
        (values['line-energy']! + values.width! * values['bit-energy']!) *
        widening(values),
    },
    {
      gives: 'area',
      doc: 'area = (capacity × cell-area + width × column-area) × (1 + port-growth × (ports − 1))²',
      needs: ['capacity', 'width'],
      coefficients: ['cell-area', 'column-area', 'port-growth', 'ports'],
      value: values =>
        (values.capacity! * values['cell-area']! + values.width! * values['column-area']!) *
        widening(values) ** 2,
    },
  ];
}

const widening = (values: Values): number => 1 + values['port-growth']! * (values.ports! - 1);
