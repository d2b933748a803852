import { isMatrixLayer, type MatrixLayer, type Workload } from '../workload/workload.ts';
import { standingOf } from './standing.ts';
import type { Structure } from './structure.ts';

/** A matrix cut into arrays, and how these are read. All counts are of one copy. */
export interface ArrayLayout {
  /** Arrays below each other: ⌈K / rows⌉. */
  readonly arraysDown: number;
  /** Arrays beside each other: ⌈M / weights per row⌉. */
  readonly arraysAcross: number;
  readonly arraysPerCopy: number;
  /** Groups of channels that stand in one array, each in its own rows and columns. */
  readonly groupsPerArray: number;
  readonly grids: readonly Grid[];
  readonly activity: Activity;
  /** Tiles that need the same inputs: those that hold arrays beside each other. */
  readonly inputTiles: number;
  /** PEs, and chips, that need the same inputs. */
  readonly inputPes: number;
  readonly inputChips: number;
  /** Tiles, and chips, that hold partial sums of the same output. */
  readonly partialTiles: number;
  readonly partialChips: number;
  /** Chips that one copy takes, each holding what it holds of whole rows of arrays. */
  readonly chipsPerCopy: number;
}

/** One copy of a layer's matrix. */
export interface FoldedLayer extends ArrayLayout {
  readonly layer: MatrixLayer;
  /** Whether a window waits for the result of the one before. */
  readonly waits: boolean;
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
 * Arrays beside each other stay together, in as few PEs, tiles and chips as hold them, so a tile holds whole rows of arrays
 * where they fit: inputs are broadcast inside a tile, and partial sums travel only between tiles. Groups that are
 * small enough share an array block-diagonally, without which a depth-wise convolution would waste nearly all of it.
 */
export function fold(
  structure: Structure,
  layer: MatrixLayer,
  { grouping = 'packed', activity = 'used', recurrence = 'waits' }: FoldOptions = {},
): FoldedLayer {
  const { chip, weightsPerRow, arraysPerPe } = structure;
  const { rows, columns, groups } = layer.matrix;
  const arraysDown = Math.ceil(rows / chip.array.rows);
  const arraysAcross = Math.ceil(columns / weightsPerRow);
  const { rowsPerTile, tilesPerRow, rowsPerChip, chipsPerRow } = standingOf(structure, arraysAcross);
  const fitting = Math.min(Math.floor(chip.array.rows / rows), Math.floor(weightsPerRow / columns), groups);
  const groupsPerArray = grouping === 'packed' ? Math.max(1, fitting) : 1;
  const rowsOfArrays = Math.ceil(groups / groupsPerArray) * arraysDown;
  return {
    layer,
    arraysDown,
    arraysAcross,
    groupsPerArray,
    activity,
    waits: layer.recurrent !== undefined && recurrence === 'waits',
    arraysPerCopy: rowsOfArrays * arraysAcross,
    grids: split(groups, groupsPerArray).map(({ arrays: count, each }) => ({
      count,
      rows: split(rows * each, chip.array.rows),
      results: split(columns * each, weightsPerRow),
    })),
    inputTiles: tilesPerRow,
    inputPes: Math.ceil(arraysAcross / arraysPerPe),
    inputChips: chipsPerRow,
    partialTiles: Math.ceil(arraysDown / rowsPerTile),
    partialChips: Math.ceil(arraysDown / rowsPerChip),
    chipsPerCopy: Math.ceil(rowsOfArrays / rowsPerChip) * chipsPerRow,
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

/** What one copy of every layer takes. */
export interface Need {
  readonly arrays: number;
  /** At least one. */
  readonly chips: number;
  /** The layer that needs so many chips for its rows of arrays, where all arrays together would fit on fewer. */
  readonly widest?: MatrixLayer;
}

/** Arrays and chips for one copy of every layer of a workload. */
export function needOf(structure: Structure, workload: Workload, options?: FoldOptions): Need {
  return needOfLayers(
    structure,
    workload.layers.filter(isMatrixLayer).map(layer => fold(structure, layer, options)),
  );
}

/**
 * The same for folded layers. All arrays have to fit, and so have the rows of every layer by itself; whether those of all
 * layers leave room for each other is not looked into.
 */
export function needOfLayers(structure: Structure, layers: readonly FoldedLayer[]): Need {
  const arrays = layers.reduce((sum, { arraysPerCopy }) => sum + arraysPerCopy, 0);
  const filled = Math.max(1, Math.ceil(arrays / structure.arrays));
  const widest = layers.reduce<FoldedLayer | undefined>(
    (most, each) => (each.chipsPerCopy > (most?.chipsPerCopy ?? filled) ? each : most),
    undefined,
  );
  return widest ? { arrays, chips: widest.chipsPerCopy, widest: widest.layer } : { arrays, chips: filled };
}
