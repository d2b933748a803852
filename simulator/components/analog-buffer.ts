import type { Action } from '../chip/action.ts';
import { type Category, type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';
import { whole } from '../units/index.ts';

function part(kind: string, doc: string, category: Category, action: Action): ComponentKind {
  return {
    kind,
    doc,
    category,
    parameters: tableParameters,
    performs: () => [action],
    cost: values => tableCost(values),
  };
}

export const tia = part(
  'tia',
  'Trans-impedance amplifier between a bit line and an analog buffer. One action senses one bit line.',
  'converter',
  'sensings',
);

export const bufferArray: ComponentKind = {
  ...part(
    'buffer-array',
    'Cells that keep analog partial sums. One action writes one cell.',
    'array',
    'bufferCellWrites',
  ),
  parameters: {
    bits: whole('bits', 'Bits of a sum that one cell can tell apart.'),
    ...tableParameters,
  },
};

export const summingAmplifier = part(
  'summing-amplifier',
  'Adds the low-order lines of an analog buffer. One action adds one line.',
  'shift-add',
  'summations',
);
