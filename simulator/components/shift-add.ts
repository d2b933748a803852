import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

export const shiftAdd: ComponentKind = {
  kind: 'shift-add',
  doc: 'Digital shift-and-add. In a PE it takes in converted values; in a tile it adds partial results of arrays.',
  category: 'shift-add',
  parameters: tableParameters,
  performs: level => (level === 'tile' || level === 'chip' ? ['partialAdds'] : ['shiftAdds']),
  cost: values => tableCost(values),
};
