import { positive } from '../units/index.ts';
import { type ComponentKind, tableCost, tableParameters } from './kind.ts';

export const router: ComponentKind = {
  kind: 'router',
  doc: 'Router of the on-chip network. One action is one flit passing.',
  category: 'interconnect',
  parameters: {
    flit: positive('bits', 'Bits of one flit.', { required: true }),
    ...tableParameters,
  },
  performs: () => ['flitHops'],
  cost: values => tableCost(values),
};
