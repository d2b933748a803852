import { type ActionCounts, sumCounts } from '../chip/action.ts';
import { hasUnitColumn } from '../chip/chip.ts';
import { columnsPerWeight, unitColumn } from '../dataflow/dot-product.ts';
import { bytes } from './bytes.ts';
import type { Activity, ArrayLayout } from './fold.ts';
import type { Structure } from './structure.ts';

/** Actions of one copy at one window position, over all its arrays. */
export function windowActions(structure: Structure, layout: ArrayLayout): ActionCounts {
  const terms = layout.grids.flatMap(({ count, rows, results }) => [
    ...rows.map(below => [count * below.arrays, inputActions(structure, layout, below.each)] as const),
    ...rows.flatMap(below =>
      results.map(
        beside =>
          [
            count * below.arrays * beside.arrays,
            arrayActions(structure, below.each, beside.each, layout.activity),
          ] as const,
      ),
    ),
    ...results.map(beside => [count * beside.arrays, resultActions(structure, layout, beside.each)] as const),
  ]);
  return sumCounts(...terms);
}

/** Inputs of the arrays beside each other go from the tile buffer over the bus once per tile, and into the register of each PE that needs them. */
function inputActions({ dot }: Structure, layout: ArrayLayout, rows: number): ActionCounts {
  const inputBytes = bytes(rows, dot.inputBits);
  return {
    bufferBytes: inputBytes * layout.inputTiles,
    busBytes: inputBytes * layout.inputTiles,
    inputRegisterBytes: inputBytes * layout.inputPes,
  };
}

/** One array takes its inputs from the register, multiplies, and leaves its results in the output register. */
function arrayActions(structure: Structure, rows: number, results: number, activity: Activity): ActionCounts {
  const { strategy, dot, cycles, chip, weightsPerRow } = structure;
  const active =
    activity === 'whole'
      ? { rows: chip.array.rows, columns: chip.array.columns, results: weightsPerRow }
      : // Where groups share an array, the rows of one also drive the columns of the others.
        { rows, columns: results * columnsPerWeight(dot), results };
  const unitColumns = hasUnitColumn(chip.array) ? 1 : 0;
  const unit = unitColumn(dot);
  return sumCounts(
    [
      1,
      {
        rowDrives: cycles * active.rows,
        cellReads: cycles * active.rows * (active.columns + unitColumns),
        inputRegisterBytes: bytes(rows, dot.inputBits),
        outputRegisterBytes: 2 * bytes(results, dot.outputBits),
        shiftAdds: active.results * strategy.corrections(dot),
      },
    ],
    [active.results * cycles, strategy.actionsPerCycle(dot)],
    [active.results, strategy.actionsPerResult(dot)],
    // The unit column of an array is read out like any other (ISAAC 5).
    [unitColumns * cycles, strategy.actionsPerCycle(unit)],
    [unitColumns, strategy.actionsPerResult(unit)],
  );
}

/** Partial sums of arrays below each other are added; every tile that holds some keeps its sum in its register. */
function resultActions({ dot }: Structure, layout: ArrayLayout, results: number): ActionCounts {
  return {
    tileRegisterBytes: 2 * bytes(results, dot.outputBits) * layout.partialTiles,
    partialAdds: results * (layout.arraysDown - 1),
  };
}
