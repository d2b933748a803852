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
    variation: {
      doc: 'Relative spread of the programmed conductance (standard deviation).',
      type: { dimension: 'count', min: 0 },
    },
  },
  performs: () => [],
  cost: values => tableCost(values),
};
