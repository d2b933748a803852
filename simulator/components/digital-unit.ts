import type { Action } from '../chip/action.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

function unit(kind: string, doc: string, action: Action): ComponentKind {
  return {
    kind,
    doc,
    category: 'digital',
    parameters: tableParameters,
    performs: () => [action],
    cost: values => tableCost(values),
  };
}

export const activation = unit(
  'activation',
  'Activation unit (sigmoid, ReLU). One action is one value.',
  'activations',
);
export const pooling = unit('pooling', 'Pooling unit. One action is one value entering.', 'poolings');
