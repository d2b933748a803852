import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

export const sampleHold: ComponentKind = {
  kind: 'sample-hold',
  doc: 'Sample-and-hold on a bit line or an analog result. One action is one sample.',
  category: 'converter',
  parameters: tableParameters,
  performs: () => ['samples'],
  cost: values => tableCost(values),
};
