import { isMatrixLayer, type MatrixLayer, type Workload } from '../workload/workload.ts';
import type { Structure } from './structure.ts';

/** One copy of a layer's matrix cut into arrays. */
export interface FoldedLayer {
  readonly layer: MatrixLayer;
  /** Arrays below each other: ⌈K / rows⌉. */
  readonly rowTiles: number;
  /** Arrays beside each other: ⌈M / weights per row⌉. */
  readonly columnTiles: number;
  readonly arraysPerCopy: number;
  /** Tiles that need the same inputs: those that hold column tiles of the same rows. */
  readonly inputSharers: number;
  /** PEs that need the same inputs. */
  readonly inputSharingPes: number;
  /** Tiles that hold partial sums of the same output. */
  readonly partialSources: number;
}

/**
 * Cuts a matrix into arrays: groups · ⌈K/rows⌉ · ⌈M/weights per row⌉ of them.
 *
 * Column tiles of one row tile stand next to each other, so a tile holds whole rows where they fit: inputs are
 * broadcast inside a tile, and partial sums travel only between tiles.
 */
export function fold(
  { chip, weightsPerRow, arraysPerTile, arraysPerPe }: Structure,
  layer: MatrixLayer,
): FoldedLayer {
  const { rows, columns, groups } = layer.matrix;
  const rowTiles = Math.ceil(rows / chip.array.rows);
  const columnTiles = Math.ceil(columns / weightsPerRow);
  const rowTilesPerTile = Math.max(1, Math.floor(arraysPerTile / columnTiles));
  return {
    layer,
    rowTiles,
    columnTiles,
    arraysPerCopy: groups * rowTiles * columnTiles,
    inputSharers: Math.ceil(columnTiles / arraysPerTile),
    inputSharingPes: Math.ceil(columnTiles / arraysPerPe),
    partialSources: Math.ceil(rowTiles / rowTilesPerTile),
  };
}

/** Arrays that one copy of every layer takes. */
export function arraysNeeded(structure: Structure, workload: Workload): number {
  return workload.layers
    .filter(isMatrixLayer)
    .reduce((sum, layer) => sum + fold(structure, layer).arraysPerCopy, 0);
}

/** Chips that hold so many arrays; at least one. */
export function chipsNeeded(structure: Structure, arrays: number): number {
  return Math.max(1, Math.ceil(arrays / structure.arrays));
}
