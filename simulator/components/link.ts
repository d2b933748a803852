import { positive } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { byteBits } from './memory.ts';
import { tableCost } from './table-cost.ts';

/**
 * A link between chips. `energy` and `rate` of the text are per transfer of `width` bits, counted in bytes.
 *
 * Published links state energy per bit, which holds at the rate and over the channel it was measured at: much of it is drawn whether bits
 * come or not. What is known to be drawn always belongs into `static`, and out of `energy-per-bit`.
 */
export const link: ComponentKind = {
  kind: 'link',
  doc: 'Link to other chips. Counted in bytes moved.',
  category: 'link',
  parameters: {
    width: positive('bits', 'Bits of one transfer, which `energy` and `rate` speak of.', {
      default: byteBits,
    }),
    ...tableParameters,
    'energy-per-bit': positive('energy', 'Energy of moving one bit.'),
  },
  performs: () => ['linkBytes'],
  laws: [
    {
      gives: 'energy',
      doc: 'energy of a transfer = width × energy-per-bit',
      needs: ['width'],
      coefficients: ['energy-per-bit'],
      value: values => values.width! * values['energy-per-bit']!,
    },
  ],
  cost: values => tableCost(values, byteBits / values.width!),
};
