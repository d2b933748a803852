import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

export const fixed: ComponentKind = {
  kind: 'fixed',
  doc: 'A part that costs area and static power and is counted doing nothing: what a published total holds beyond its listed parts.',
  category: 'other',
  parameters: {
    power: tableParameters.power!,
    area: tableParameters.area!,
    static: tableParameters.static!,
    node: tableParameters.node!,
    scaling: tableParameters.scaling!,
  },
  performs: () => [],
  // It is busy doing nothing we count, so all it draws, it draws always.
  cost: values => tableCost({ ...values, static: values.static ?? values.power ?? 0 }),
};
