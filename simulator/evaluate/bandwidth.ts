import type { Action } from '../chip/action.ts';
import { resourceNames } from './resource.ts';
import { ratePerArray, type Structure } from './structure.ts';

/** What the units that move bytes can move. */
export interface Bandwidth {
  /** In bits a second. */
  readonly bitsPerS: number;
  /** Whose units together move so much. */
  readonly of: 'tile' | 'chip';
}

/**
 * Bandwidth of a resource that a report names as a bottleneck: of one tile's share of the chip, or of a chip's links.
 * Undefined for units that compute, and where nothing limits it.
 */
export function bandwidthOf(structure: Structure, resource: string): Bandwidth | undefined {
  const action = moving.find(each => resourceNames[each] === resource);
  if (!action) return undefined;
  const of = action === 'linkBytes' ? 'chip' : 'tile';
  const arrays = of === 'chip' ? structure.arrays : structure.arraysPerTile;
  const bitsPerS = ratePerArray(structure, action) * arrays * bitsEach(structure, action);
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

function bitsEach({ components }: Structure, action: Action): number {
  if (action !== 'flitHops') return 8;
  return components.find(({ performs }) => performs.includes(action))?.component.parameters.flit ?? 8;
}
