import { positive, whole } from '../units/index.ts';
import type { ComponentKind } from './kind.ts';
import { tableCost } from './table-cost.ts';

/** A device, named by the `cell` of a crossbar. It is no part: its cost stands in the crossbar's `array`. */
export const cell: ComponentKind = {
  kind: 'cell',
  doc: 'A memory cell: the device a crossbar is made of. Named by `cell` in a crossbar, never placed as a part.',
  category: 'array',
  parameters: {
    bits: whole('bits', 'Bits one cell stores.', { required: true }),
    'on-resistance': positive('resistance', 'Resistance when fully on.'),
    'off-resistance': positive('resistance', 'Resistance when fully off.'),
    'write-energy': positive('energy', 'Energy of programming one cell, verification included.'),
    'write-time': positive('time', 'Time of programming one row of an array, verification included.'),
    endurance: positive('count', 'Times a cell can be programmed before it fails.'),
    variation: {
      doc: 'Relative spread of the programmed conductance (standard deviation).',
      type: { dimension: 'count', min: 0 },
    },
  },
  performs: () => [],
  cost: values => tableCost(values),
};
