import type { Structure } from './structure.ts';

/** How many whole rows of arrays a tile and a chip hold, and how many of these a row takes that is larger. Each at least one. */
export interface Standing {
  readonly rowsPerTile: number;
  readonly tilesPerRow: number;
  readonly rowsPerChip: number;
  readonly chipsPerRow: number;
}

/**
 * How rows of so many arrays beside each other stand in tiles, and these on chips.
 *
 * A row needs the same inputs, so a tile takes whole rows, and one larger than a tile has tiles of its own; chips take whole
 * rows of tiles in the same way. What a row leaves free is there for other layers.
 */
export function standingOf({ arrays, arraysPerTile }: Structure, arraysBeside: number): Standing {
  // Rounding must not take a tile away.
  const tiles = Math.max(1, Math.floor((arrays / arraysPerTile) * (1 + 1e-9)));
  const rowsPerTile = atLeastOne(arraysPerTile / arraysBeside);
  const tilesPerRow = Math.ceil(arraysBeside / arraysPerTile);
  return {
    rowsPerTile,
    tilesPerRow,
    rowsPerChip: atLeastOne(tiles / tilesPerRow) * rowsPerTile,
    chipsPerRow: Math.ceil(tilesPerRow / tiles),
  };
}

const atLeastOne = (count: number): number => Math.max(1, Math.floor(count));
