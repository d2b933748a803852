import { type Block, isBlock, type Level, type Part } from './chip.ts';
import type { Component } from './component.ts';

/** A component where it stands in a chip. */
export interface Placed {
  readonly component: Component;
  readonly part: Part;
  /** The level of the block that owns it. */
  readonly level: Level;
  /** Instances on the whole chip (may be fractional). */
  readonly instances: number;
}

/** Every component below a block with how many of it there are: the one way to visit a chip. */
export function* placedComponents(block: Block, instances = 1): Generator<Placed> {
  for (const part of block.parts) {
    const total = instances * part.count;
    if (isBlock(part.what)) yield* placedComponents(part.what, total);
    else yield { component: part.what, part, level: block.level, instances: total };
  }
}

/** How many blocks of a level stand below (or are) this block. */
export function blockCount(block: Block, level: Level): number {
  if (block.level === level) return 1;
  return block.parts.reduce(
    (sum, part) => sum + (isBlock(part.what) ? part.count * blockCount(part.what, level) : 0),
    0,
  );
}
