import { columnSumBits, columnsPerWeight } from './dot-product.ts';
import type { Strategy } from './strategy.ts';

/**
 * Convert every bit line in every input cycle, then shift and add digitally: ISAAC, PRIME, PipeLayer.
 * Neural-PIM, strategy A, eqs. 2 to 4.
 *
 * The two lines of a differential pair are converted separately, so there are twice as many conversions as the
 * papers count. Every column stored flipped is turned back by itself, with one correction per result (ISAAC 5).
 */
export const digitalAccumulation: Strategy = {
  name: 'digital-accumulation',
  doc: 'Every bit line is converted in every input cycle; shifting and adding is digital (ISAAC).',
  resolution: columnSumBits,
  actionsPerCycle: dot => {
    const lines = columnsPerWeight(dot);
    return { samples: lines, conversions: lines, bitTrials: lines * columnSumBits(dot), shiftAdds: lines };
  },
  actionsPerResult: () => ({}),
  corrections: dot => (dot.flipped ? columnsPerWeight(dot) : 0) + (dot.weights === 'offset' ? 1 : 0),
  needs: ['conversions', 'shiftAdds'],
};
