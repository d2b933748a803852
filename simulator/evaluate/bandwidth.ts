import type { Action } from '../chip/action.ts';
import { byteBits } from '../components/memory.ts';
import { ratePerArray, type Structure } from './structure.ts';

/** What the units that move bytes can move. */
export interface Bandwidth {
  /** In bits a second. */
  readonly bitsPerS: number;
  /** Whose units together move so much. */
  readonly of: 'tile' | 'chip';
}

/**
 * Bandwidth of the units behind an action that a report names as a bottleneck: of one tile's share of the chip, or of a chip's
 * links. Undefined for units that compute, and where nothing limits it.
 */
export function bandwidthOf(structure: Structure, action: string | undefined): Bandwidth | undefined {
  const found = moving.find(each => each === action);
  if (!found) return undefined;
  const { perS, of } = capacityOf(structure, found);
  return Number.isFinite(perS) ? { bitsPerS: perS, of } : undefined;
}

/** What the units behind an action can do together. */
export interface Capacity {
  /** Bits a second where they move data, else actions a second; infinite where nothing limits them. */
  readonly perS: number;
  readonly dimension: 'bandwidth' | 'frequency';
  readonly of: 'tile' | 'chip';
}

/** Of the units of one tile's share of the chip, or of a chip's links. */
export function capacityOf(structure: Structure, action: Action): Capacity {
  const of = action === 'linkBytes' ? 'chip' : 'tile';
  const arrays = of === 'chip' ? structure.arrays : structure.arraysPerTile;
  const moves = moving.includes(action);
  return {
    perS: ratePerArray(structure, action) * arrays * (moves ? bitsEach(structure, action) : 1),
    dimension: moves ? 'bandwidth' : 'frequency',
    of,
  };
}

const bitsEach = (structure: Structure, action: Action): number =>
  action === 'flitHops' ? structure.flitBits : byteBits;

/** Everything else is counted in actions that move no data from one place to another. */
const moving: readonly Action[] = [
  'inputRegisterBytes',
  'outputRegisterBytes',
  'tileRegisterBytes',
  'bufferBytes',
  'busBytes',
  'flitHops',
  'linkBytes',
];
