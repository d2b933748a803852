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
  const of = found === 'linkBytes' ? 'chip' : 'tile';
  const arrays = of === 'chip' ? structure.arrays : structure.arraysPerTile;
  const bitsEach = found === 'flitHops' ? structure.flitBits : byteBits;
  const bitsPerS = ratePerArray(structure, found) * arrays * bitsEach;
  return Number.isFinite(bitsPerS) ? { bitsPerS, of } : undefined;
}

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
