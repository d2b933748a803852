import { whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

/** A row driver. One action drives one row for one input cycle. */
export const dac: ComponentKind = {
  kind: 'dac',
  doc: 'Digital-to-analog converter that drives one row. One action drives it for one input cycle.',
  category: 'dac',
  parameters: {
    resolution: whole('bits', 'Input bits applied at once.', { required: true }),
    ...tableParameters,
  },
  performs: () => ['rowDrives'],
  cost: values => tableCost(values),
};
