import assert from 'node:assert/strict';
import type { Chip, MatrixLayer } from '../../../simulator/index.ts';
import { groupBy } from './group.ts';
import type { Size } from './size.ts';

/** One crossbar with what is stored in it. */
export interface Crossbar {
  /** Inputs that drive its rows, from the top: which group of channels, and which of its inputs. */
  readonly rows: readonly Input[];
  /** Results that its columns add up to, the unit column's last. */
  readonly results: readonly Result[];
  /** Names of its results without the unit column's, which is only there to correct the others. */
  readonly outputs: readonly string[];
  /** Columns that conduct when a row is driven: all between the first and the last that hold a weight, and the unit column. */
  readonly columnCount: number;
  /** The PE, tile and chip it stands in, counted within the copy; arrays beside each other share a `row`. */
  readonly row: number;
  readonly pe: string;
  readonly tile: string;
  readonly chip: string;
}

export interface Input {
  readonly group: number;
  readonly input: number;
}

/** A weight column of the matrix in this array, as the columns its bits stand in; `output` is absent for the unit column. */
export interface Result {
  readonly output?: string;
  readonly columns: readonly { readonly slice: number }[];
}

export type Grouping = 'packed' | 'separate';

/**
 * Builds the arrays of one copy of a layer: every bit slice of every weight gets a cell.
 *
 * A weight stands in one row, its slices side by side, each as a pair where positive and negative parts are stored apart.
 * What does not fit into an array goes on in the next one below or beside. A group of channels that leaves room takes the
 * next group in, below and beside itself, for neither its inputs nor its results are the next one's.
 */
export function buildCopy(chip: Chip, size: Size, { matrix }: MatrixLayer, grouping: Grouping): Crossbar[] {
  const { array } = chip;
  const weight = columnsOfWeight(chip);
  const weightsBeside = Math.floor(array.columns / weight.length);

  const outputs = Array.from({ length: matrix.groups * matrix.columns }, (_, index) => `result ${index}`);
  const grids: OpenArray[][][] = [];
  let grid = 0;
  let [rowsTaken, weightsTaken] = [0, 0];
  for (let group = 0; group < matrix.groups; group++) {
    const fitsInto = rowsTaken + matrix.rows <= array.rows && weightsTaken + matrix.columns <= weightsBeside;
    if (group > 0 && !(grouping === 'packed' && fitsInto)) {
      grid++;
      [rowsTaken, weightsTaken] = [0, 0];
    }
    for (let input = 0; input < matrix.rows; input++)
      for (let output = 0; output < matrix.columns; output++) {
        const row = rowsTaken + input;
        const place = weightsTaken + output;
        const open = arrayAt(grid, Math.floor(row / array.rows), Math.floor(place / weightsBeside));
        open.rows[row % array.rows] = { group, input };
        const name = outputs[group * matrix.columns + output]!;
        let column = (place % weightsBeside) * weight.length;
        for (const { slice } of weight) store(open, row % array.rows, column++, name, slice);
      }
    rowsTaken += matrix.rows;
    weightsTaken += matrix.columns;
  }
  return standing(grids.flat(2), size).map(({ place, ...stands }) => ({
    ...stands,
    ...closed(place, array.weights === 'offset' || array.flipped),
  }));

  /** The array at this place, a new one if nothing is stored there yet. */
  function arrayAt(grid: number, below: number, beside: number): OpenArray {
    const rows = (grids[grid] ??= []);
    const row = (rows[below] ??= []);
    return (row[beside] ??= { grid, below, beside, rows: [], columns: [], cells: [] });
  }
}

/** The columns in which one weight stands: its slices side by side, each as a pair where signs are stored apart. */
function columnsOfWeight({ array, precision }: Chip): { readonly slice: number }[] {
  const columns: { slice: number }[] = [];
  for (let slice = 0; slice * array.cellBits < precision.weightBits; slice++) {
    columns.push({ slice });
    if (array.weights === 'differential') columns.push({ slice });
  }
  return columns;
}

/** What acts when an array is read whole: every row, every column, and a result from each weight that has room beside others. */
export function wholeArray(chip: Chip, { results, columnCount, outputs }: Crossbar) {
  const weight = columnsOfWeight(chip);
  const spare: Result[] = [];
  while ((outputs.length + spare.length + 1) * weight.length <= chip.array.columns)
    spare.push({ output: `spare ${spare.length}`, columns: weight });
  const unitColumns = results.filter(({ output }) => output === undefined).length;
  const idle = chip.array.columns + unitColumns - columnCount;
  return { rowCount: chip.array.rows, columnCount: columnCount + idle, results: [...spare, ...results] };
}

/** An array while weights are stored into it. */
interface OpenArray {
  /** Groups that share arrays are one grid of arrays below and beside each other. */
  readonly grid: number;
  readonly below: number;
  readonly beside: number;
  readonly rows: Input[];
  readonly columns: { output: string; slice: number }[];
  /** Which of its cells hold a weight, row by row. */
  readonly cells: boolean[][];
}

function store(array: OpenArray, row: number, column: number, output: string, slice: number): void {
  const cells = (array.cells[row] ??= []);
  assert.ok(!cells[column], 'two weights in one cell');
  cells[column] = true;
  array.columns[column] ??= { output, slice };
  assert.equal(array.columns[column].output, output, 'two results from one column');
}

/** The rows and columns in use, and the column of ones beside them. */
function closed({ rows, columns }: OpenArray, hasUnitColumn: boolean) {
  const weights = groupBy(columns, ({ output }) => output);
  const unit: Result[] = hasUnitColumn ? [{ columns: [{ slice: 0 }] }] : [];
  return {
    rows,
    columnCount: columns.length + unit.length,
    results: [...weights.map((own): Result => ({ output: own[0]!.output, columns: own })), ...unit],
    outputs: weights.map(own => own[0]!.output),
  };
}

/**
 * Where each array stands. Arrays beside each other need the same inputs, so they are kept together, in as few PEs as
 * hold them; a tile takes whole rows of them for as long as they fit, so that sums are formed inside, and a chip whole
 * rows in its tiles.
 */
function standing(arrays: readonly OpenArray[], size: Size) {
  const rows = groupBy(arrays, ({ grid, below }) => `${grid}/${below}`);
  // Other groups share neither inputs nor results, so it does not matter whether they share a tile or chip.
  const places = groupBy(rows, row => row[0]!.grid).flatMap((grid, index) =>
    settle(grid, size).map(row =>
      row.map(({ tile, chip }) => ({ tile: `${index}/${tile}`, chip: `${index}/${chip}` })),
    ),
  );
  return rows.flatMap((row, index) =>
    row.map((place, beside) => ({
      place,
      row: index,
      pe: `${index}/${Math.floor(place.beside / size.arraysPerPe)}`,
      ...places[index]![beside]!,
    })),
  );
}

/** How many fillings a copy takes on so many chips, and in which each array is: the chips it would take are filled in turn. */
export function fillingOf(copy: readonly Crossbar[], size: Size, chips: number): number[] {
  return settle(
    groupBy(copy, ({ row }) => row),
    size,
  )
    .flat()
    .map(({ chip }) => Math.floor(chip / chips));
}

/** The chips that a copy takes when its rows, of all groups, are settled one after the other. */
export function chipsTaken(copy: readonly Crossbar[], size: Size): number {
  const rows = groupBy(copy, ({ row }) => row);
  return 1 + settle(rows, size).at(-1)!.at(-1)!.chip;
}

/**
 * Settles rows in tiles, and tiles on chips. A row that does not fit into what is left of a tile begins the next one; one that
 * is larger than a tile has tiles of its own, all on one chip unless it is larger than that.
 */
function settle(
  rows: readonly (readonly unknown[])[],
  { arraysPerTile, tilesPerChip }: Size,
): { readonly tile: number; readonly chip: number }[][] {
  let tile = -1;
  let free = 0;
  return rows.map(row => {
    if (row.length > free) {
      let tiles = 0;
      while (tiles * arraysPerTile < row.length) tiles++;
      tile++;
      // The next chip, where the tiles left on this one are too few for the row.
      if ((tile % tilesPerChip) + tiles > tilesPerChip) while (tile % tilesPerChip !== 0) tile++;
      const from = tile;
      free = arraysPerTile - row.length;
      tile += tiles - 1;
      // What is free beside a row of several tiles is left to other layers, and so are the other tiles of its last chip.
      if (tiles > tilesPerChip) while ((tile + 1) % tilesPerChip !== 0) tile++;
      return placesFrom(from, row.length);
    }
    free -= row.length;
    return placesFrom(tile, row.length);
  });

  function placesFrom(first: number, arrays: number) {
    return Array.from({ length: arrays }, (_, beside) => {
      const at = first + Math.floor(beside / arraysPerTile);
      return { tile: at, chip: Math.floor(at / tilesPerChip) };
    });
  }
}
