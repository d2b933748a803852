import {
  columnSumBits,
  columnsPerWeight,
  correctionsOfSum,
  type DotProduct,
  inputCycles,
  weightSlices,
} from './dot-product.ts';
import type { Strategy } from './strategy.ts';

/**
 * Write every partial sum into analog buffer cells, add along their bit lines, then convert: CASCADE.
 *
 * Partial sums of input cycle k go to row k of a buffer, shifted by k columns (R-mapping), so C input cycles and S slices
 * leave C + S − 1 lines of different weight; each adds up to C entries (Neural-PIM, strategy B, eqs. 5 and 6). The lines
 * that hardly count may be added in analog and enter as one carry (CASCADE, section 3). Both halves of a differential pair are
 * written; their buffers are then read as one.
 */
export const analogBuffering: Strategy = {
  name: 'analog-buffering',
  doc: 'Partial sums are kept in analog buffer cells and converted after the last input cycle (CASCADE).',
  resolution: dot => columnSumBits(dot) + Math.ceil(Math.log2(inputCycles(dot))),
  actionsPerCycle: dot => {
    const lines = columnsPerWeight(dot);
    return { sensings: lines, bufferCellWrites: lines };
  },
  actionsPerResult: dot => {
    const conversions = directLines(dot) + carries(dot);
    return { conversions, shiftAdds: conversions, summations: bufferLines(dot) - directLines(dot) };
  },
  corrections: correctionsOfSum,
  needs: ['sensings', 'bufferCellWrites', 'conversions', 'shiftAdds'],
};

/** Lines of the buffer of one dot product. */
export const bufferLines = (dot: DotProduct): number => inputCycles(dot) + weightSlices(dot) - 1;

const directLines = (dot: DotProduct): number =>
  Math.min(dot.directLines ?? bufferLines(dot), bufferLines(dot));

const carries = (dot: DotProduct): number => (directLines(dot) < bufferLines(dot) ? 1 : 0);
