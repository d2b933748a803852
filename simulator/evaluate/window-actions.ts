import { type ActionCounts, sumCounts } from '../chip/action.ts';
import { bytes } from './bytes.ts';
import type { FoldedLayer } from './fold.ts';
import type { Structure } from './structure.ts';

/** Actions of one group's matrix at one window position, over all its arrays. */
export function windowActions(structure: Structure, folded: FoldedLayer): ActionCounts {
  const { strategy, dot, cycles, chip } = structure;
  const { active } = folded;
  const { rows, columns } = folded.layer.matrix;
  const { rowTiles, columnTiles } = folded;
  const inputBytes = bytes(rows, dot.inputBits);
  const unitColumns = chip.array.weights === 'offset' ? columnTiles : 0;
  const dotProducts = columns * rowTiles;
  return sumCounts(
    [
      1,
      {
        rowDrives: cycles * active.rows * columnTiles,
        cellReads: cycles * active.rows * (active.columns + unitColumns),
        // Inputs go from the tile buffer over the bus once per tile, into the register of each PE that needs them, and out to every array.
        bufferBytes: inputBytes * folded.inputSharers,
        busBytes: inputBytes * folded.inputSharers,
        inputRegisterBytes: inputBytes * (folded.inputSharingPes + columnTiles),
        outputRegisterBytes: 2 * bytes(dotProducts, dot.outputBits),
        tileRegisterBytes: 2 * bytes(columns, dot.outputBits),
        partialAdds: columns * (rowTiles - 1),
      },
    ],
    [active.dotProducts * rowTiles * cycles, strategy.actionsPerCycle(dot)],
    [active.dotProducts * rowTiles, strategy.actionsPerResult(dot)],
    // The unit column of an array is read out like any other (ISAAC 5).
    [unitColumns * rowTiles * cycles, { samples: 1, conversions: 1, shiftAdds: 1 }],
  );
}
