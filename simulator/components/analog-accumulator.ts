import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

export const analogAccumulator: ComponentKind = {
  kind: 'analog-accumulator',
  doc: 'Analog shift-and-add (NNS+A). One action adds one input cycle to one result.',
  category: 'shift-add',
  parameters: tableParameters,
  performs: () => ['analogAccumulations'],
  cost: values => tableCost(values),
};
