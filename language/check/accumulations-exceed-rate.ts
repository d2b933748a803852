import type { Check } from './check.ts';
import { excessOf } from './excess.ts';

/**
 * What adds up the values of an input cycle, analog or digital, must be done with them when the next come. Too few units and
 * too slow ones come to the same: the stage is stretched, and the report names the bottleneck.
 */
export const accumulationsExceedRate: Check = {
  code: 'accumulations-exceed-rate',
  severity: 'warning',
  doc: 'Accumulators, analog buffers and shift-and-add units keep up with the arrays they serve.',
  ...excessOf([
    ['analogAccumulations', 'analog accumulations'],
    ['shiftAdds', 'shift-and-adds'],
    ['sensings', 'bit lines sensed'],
    ['bufferCellWrites', 'buffer cells written'],
    ['summations', 'lines added in analog'],
  ]),
};
