import { columnSumBits, columnsPerWeight, inputCycles, weightSlices } from './dot-product.ts';
import type { Strategy } from './strategy.ts';

/**
 * Write every partial sum into analog buffer cells, add along their bit lines, then convert: CASCADE.
 * Neural-PIM, strategy B, eqs. 5 and 6: C input cycles and S slices leave C + S − 1 sums of equal weight.
 */
export const analogBuffering: Strategy = {
  name: 'analog-buffering',
  doc: 'Partial sums are kept in analog buffer cells and converted after the last input cycle (CASCADE).',
  resolution: dot => columnSumBits(dot) + Math.ceil(Math.log2(inputCycles(dot))),
  conversions: dot => inputCycles(dot) + weightSlices(dot) - 1,
  actionsPerCycle: dot => ({ bufferCellWrites: columnsPerWeight(dot) }),
  actionsPerResult: dot => {
    const conversions = inputCycles(dot) + weightSlices(dot) - 1;
    return { conversions, shiftAdds: conversions };
  },
  needs: ['bufferCellWrites', 'conversions', 'shiftAdds'],
};
