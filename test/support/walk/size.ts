import type { Block, Chip, Component, Part } from '../../../simulator/index.ts';

/** What there is of everything on one chip. */
export interface Size {
  readonly arraysPerChip: number;
  readonly arraysPerTile: number;
  readonly tilesPerChip: number;
  readonly arraysPerPe: number;
  readonly routers: number;
  readonly flitBits: number;
}

/** Goes through a chip and counts. A chip without tiles is one tile, a tile without PEs one PE. */
export function sizeOf({ root }: Chip): Size {
  const found = { crossbar: 0, pe: 0, tile: 0, router: 0 };
  let flitBits = 8;
  visit(root, 1);
  const arraysPerTile = found.crossbar / (found.tile || 1);
  return {
    arraysPerChip: found.crossbar,
    arraysPerTile,
    tilesPerChip: found.tile || 1,
    arraysPerPe: found.pe ? found.crossbar / found.pe : arraysPerTile,
    // Where no routers are described, every tile is said to have one.
    routers: Math.max(1, Math.round(found.router || found.tile || 1)),
    flitBits,
  };

  function visit(block: Block, count: number): void {
    if (block.level !== 'chip') found[block.level] += count;
    for (const part of block.parts) {
      if (isBlock(part.what)) visit(part.what, count * part.count);
      else if (part.what.kind === 'router') {
        found.router += count * part.count;
        flitBits = part.what.parameters.flit!;
      }
    }
  }
}

const isBlock = (what: Part['what'] | Component): what is Block => 'parts' in what;
