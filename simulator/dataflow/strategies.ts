import { analogAccumulation } from './analog-accumulation.ts';
import { analogBuffering } from './analog-buffering.ts';
import { digitalAccumulation } from './digital-accumulation.ts';
import type { Strategy } from './strategy.ts';

/** Every accumulation strategy by the word the language uses for it. */
export const strategies: ReadonlyMap<string, Strategy> = new Map(
  [digitalAccumulation, analogBuffering, analogAccumulation].map(strategy => [strategy.name, strategy]),
);
