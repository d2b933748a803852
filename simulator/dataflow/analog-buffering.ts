import { columnSumBits, columnsPerWeight, correctionsOfSum, inputCycles } from './dot-product.ts';
import { conversionBits, summedLines } from './r-mapping.ts';
import type { Strategy } from './strategy.ts';

/**
 * Write every partial sum into analog buffer cells, add along their bit lines, then convert: CASCADE.
 *
 * R-mapping leaves C + S − 1 lines of different weight; each adds up to C entries (Neural-PIM, strategy B, eqs. 5 and 6). The
 * lines that hardly count may be added in analog and enter as one carry (CASCADE, section 3). Both halves of a differential
 * pair are written; their buffers are then read as one.
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
    const bits = conversionBits(dot);
    return {
      conversions: bits.length,
      bitTrials: bits.reduce((sum, each) => sum + each, 0),
      shiftAdds: bits.length,
      summations: summedLines(dot),
    };
  },
  corrections: correctionsOfSum,
  needs: ['sensings', 'bufferCellWrites', 'conversions', 'shiftAdds'],
};
