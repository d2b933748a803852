import { columnsPerWeight } from '../dataflow/dot-product.ts';
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
  /** Groups of channels that stand in one array, each in its own rows and columns. */
  readonly groupsPerArray: number;
  /** What acts in one input cycle: rows driven, bit lines read of each of them, and dot products of each row tile. */
  readonly active: { readonly rows: number; readonly columns: number; readonly dotProducts: number };
  /** Stages from one window to the next of the same copy. */
  readonly stagesPerWindow: number;
  /** Tiles that need the same inputs: those that hold column tiles of the same rows. */
  readonly inputSharers: number;
  /** PEs that need the same inputs. */
  readonly inputSharingPes: number;
  /** Tiles that hold partial sums of the same output. */
  readonly partialSources: number;
}

/** How a layer is laid out and used; the first of each when absent. */
export interface FoldOptions {
  readonly grouping?: Grouping;
  readonly activity?: Activity;
  readonly recurrence?: Recurrence;
}

/** `used`: only rows and columns that hold weights act. `whole`: every row and column of the arrays they are in. */
export type Activity = 'used' | 'whole';

/**
 * `waits`: a step of a recurrent layer starts when the result of the one before is there, two stages later (Neural-PIM 5.2.4).
 * `overlaps`: it starts with the next stage, as if results were forwarded.
 */
export type Recurrence = 'waits' | 'overlaps';

/** `packed`: small groups share arrays, block-diagonally. `separate`: every group has arrays of its own. */
export type Grouping = 'packed' | 'separate';

/**
 * Cuts a matrix into arrays: groups · ⌈K/rows⌉ · ⌈M/weights per row⌉ of them.
 *
 * Column tiles of one row tile stand next to each other, so a tile holds whole rows where they fit: inputs are
 * broadcast inside a tile, and partial sums travel only between tiles. Groups that are small enough share an array
 * block-diagonally, without which a depth-wise convolution would waste nearly all of it.
 */
export function fold(
  { chip, dot, weightsPerRow, arraysPerTile, arraysPerPe }: Structure,
  layer: MatrixLayer,
  { grouping = 'packed', activity = 'used', recurrence = 'waits' }: FoldOptions = {},
): FoldedLayer {
  const { rows, columns, groups } = layer.matrix;
  const rowTiles = Math.ceil(rows / chip.array.rows);
  const columnTiles = Math.ceil(columns / weightsPerRow);
  const rowTilesPerTile = Math.max(1, Math.floor(arraysPerTile / columnTiles));
  const fitting = Math.min(Math.floor(chip.array.rows / rows), Math.floor(weightsPerRow / columns), groups);
  const groupsPerArray = grouping === 'packed' ? Math.max(1, fitting) : 1;
  return {
    layer,
    rowTiles,
    columnTiles,
    groupsPerArray,
    active:
      activity === 'used'
        ? // Where groups share an array, the rows of one also drive the columns of the others.
          { rows, columns: columns * columnsPerWeight(dot) * groupsPerArray, dotProducts: columns }
        : {
            rows: rowTiles * chip.array.rows,
            columns: columnTiles * chip.array.columns,
            dotProducts: columnTiles * weightsPerRow,
          },
    stagesPerWindow: layer.recurrent && recurrence === 'waits' ? 2 : 1,
    arraysPerCopy: Math.ceil(groups / groupsPerArray) * rowTiles * columnTiles,
    inputSharers: Math.ceil(columnTiles / arraysPerTile),
    inputSharingPes: Math.ceil(columnTiles / arraysPerPe),
    partialSources: Math.ceil(rowTiles / rowTilesPerTile),
  };
}

/** Arrays that one copy of every layer takes. */
export function arraysNeeded(structure: Structure, workload: Workload, options?: FoldOptions): number {
  return workload.layers
    .filter(isMatrixLayer)
    .reduce((sum, layer) => sum + fold(structure, layer, options).arraysPerCopy, 0);
}

/** Chips that hold so many arrays; at least one. */
export function chipsNeeded(structure: Structure, arrays: number): number {
  return Math.max(1, Math.ceil(arrays / structure.arrays));
}
