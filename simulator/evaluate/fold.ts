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
  readonly grids: readonly Grid[];
  readonly activity: Activity;
  /** Whether a window waits for the result of the one before. */
  readonly waits: boolean;
  /** Tiles that need the same inputs: those that hold column tiles of the same rows. */
  readonly inputSharers: number;
  /** PEs, and chips, that need the same inputs. */
  readonly inputSharingPes: number;
  readonly inputSharingChips: number;
  /** Tiles, and chips, that hold partial sums of the same output. */
  readonly partialSources: number;
  readonly partialChips: number;
}

/** Arrays that hold the matrix of one group, or of those groups that share an array. */
export interface Grid {
  /** Grids of the copy that are like this one. */
  readonly count: number;
  /** Rows in use of the arrays below each other. */
  readonly rows: readonly Share[];
  /** Results of the arrays beside each other. */
  readonly results: readonly Share[];
}

/** So many arrays of a grid take so much each. */
export interface Share {
  readonly arrays: number;
  readonly each: number;
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
 * `waits`: a step of a recurrent layer starts when the result of the one before is there (Neural-PIM 5.2.4).
 * `overlaps`: it starts with the next stage, as if results were forwarded.
 */
export type Recurrence = 'waits' | 'overlaps';

/** `packed`: small groups share arrays, block-diagonally. `separate`: every group has arrays of its own. */
export type Grouping = 'packed' | 'separate';

/**
 * Cuts a matrix into arrays: groups · ⌈K/rows⌉ · ⌈M/weights per row⌉ of them.
 *
 * Column tiles of one row tile stand next to each other, in as few PEs, tiles and chips as hold them, so a tile holds whole
 * rows where they fit: inputs are broadcast inside a tile, and partial sums travel only between tiles. Groups that are
 * small enough share an array block-diagonally, without which a depth-wise convolution would waste nearly all of it.
 */
export function fold(
  { chip, weightsPerRow, arrays, arraysPerTile, arraysPerPe }: Structure,
  layer: MatrixLayer,
  { grouping = 'packed', activity = 'used', recurrence = 'waits' }: FoldOptions = {},
): FoldedLayer {
  const { rows, columns, groups } = layer.matrix;
  const rowTiles = Math.ceil(rows / chip.array.rows);
  const columnTiles = Math.ceil(columns / weightsPerRow);
  // Blocks that hold one row of arrays, and blocks over which rows of arrays below each other are spread.
  const across = (arraysPerBlock: number) => Math.ceil(columnTiles / arraysPerBlock);
  const along = (arraysPerBlock: number) =>
    Math.ceil(rowTiles / Math.max(1, Math.floor(arraysPerBlock / columnTiles)));
  const fitting = Math.min(Math.floor(chip.array.rows / rows), Math.floor(weightsPerRow / columns), groups);
  const groupsPerArray = grouping === 'packed' ? Math.max(1, fitting) : 1;
  return {
    layer,
    rowTiles,
    columnTiles,
    groupsPerArray,
    activity,
    waits: layer.recurrent !== undefined && recurrence === 'waits',
    arraysPerCopy: Math.ceil(groups / groupsPerArray) * rowTiles * columnTiles,
    grids: split(groups, groupsPerArray).map(({ arrays: count, each }) => ({
      count,
      rows: split(rows * each, chip.array.rows),
      results: split(columns * each, weightsPerRow),
    })),
    inputSharers: across(arraysPerTile),
    inputSharingPes: across(arraysPerPe),
    inputSharingChips: across(arrays),
    partialSources: along(arraysPerTile),
    partialChips: along(arrays),
  };
}

/** As many full shares as there are, and the rest. */
function split(total: number, full: number): Share[] {
  const shares = [
    { arrays: Math.floor(total / full), each: full },
    { arrays: 1, each: total % full },
  ];
  return shares.filter(({ arrays, each }) => arrays > 0 && each > 0);
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
