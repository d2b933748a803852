import { columnsPerWeight, correctionsOfSum } from './dot-product.ts';
import type { Strategy } from './strategy.ts';

/**
 * Shift and add in the analog domain, convert once per dot product: Neural-PIM, strategy C, eqs. 7 and 8.
 *
 * In every input cycle each bit line is sampled, and the running sum is held once more as a differential pair so
 * that the accumulator can take it in again.
 */
export const analogAccumulation: Strategy = {
  name: 'analog-accumulation',
  doc: 'Shifting and adding is analog (NNS+A); one conversion per dot product (Neural-PIM).',
  resolution: dot => dot.outputBits,
  actionsPerCycle: dot => ({ samples: columnsPerWeight(dot) + 2, analogAccumulations: 1 }),
  actionsPerResult: dot => ({ conversions: 1, bitTrials: dot.outputBits }),
  corrections: correctionsOfSum,
  needs: ['analogAccumulations', 'conversions'],
};
