import { whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

/** A converter given by the values of a table. One action is one conversion. */
export const adc: ComponentKind = {
  kind: 'adc',
  doc: 'Analog-to-digital converter with power, rate and area from a table. One action is one conversion.',
  category: 'converter',
  parameters: {
    resolution: whole('bits', 'Bits of one conversion.', { required: true }),
    ...tableParameters,
  },
  performs: () => ['conversions'],
  cost: values => tableCost(values),
};
