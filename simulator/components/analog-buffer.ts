import type { Action } from '../chip/action.ts';
import { type Category, type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';
import { positive, whole } from '../units/index.ts';

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

/**
 * A trans-impedance amplifier first follows the current of a bit line, then holds the voltage while a buffer cell is written
 * (CASCADE, section 3). It is busy for both: rate = 1 ÷ (sensing-time + transfer-time). A cell that takes longer to write than the voltage
 * is held keeps something else; a check tells.
 */
export const tia: ComponentKind = {
  ...part(
    'tia',
    'Trans-impedance amplifier between a bit line and an analog buffer. One action senses one bit line and hands its voltage on.',
    'converter',
    'sensings',
  ),
  parameters: {
    'sensing-time': positive('time', 'How long it follows the current of a bit line.'),
    'transfer-time': positive(
      'time',
      'How long it then holds the voltage for the buffer cell that is written.',
    ),
    ...tableParameters,
  },
  laws: [
    {
      gives: 'rate',
      doc: 'rate = 1 ÷ (sensing-time + transfer-time)',
      needs: ['transfer-time'],
      coefficients: ['sensing-time'],
      value: values => 1 / (values['sensing-time']! + values['transfer-time']!),
    },
  ],
};

/**
 * Cells that keep analog partial sums. Those of one row are written together: rate = columns ÷ write-time. Reading adds up whole lines
 * when they are converted and is not counted.
 */
export const bufferArray: ComponentKind = {
  ...part(
    'buffer-array',
    'Cells that keep analog partial sums. One action writes one cell.',
    'array',
    'bufferCellWrites',
  ),
  parameters: {
    bits: whole('bits', 'Bits of a sum that one cell can tell apart.'),
    rows: whole('count', 'Rows of cells: one for each input cycle of a dot product.'),
    columns: whole('count', 'Lines of cells, side by side.'),
    'write-time': positive('time', 'Time of writing the cells of one row.'),
    ...tableParameters,
  },
  laws: [
    {
      gives: 'rate',
      doc: 'rate = columns ÷ write-time',
      needs: ['columns', 'write-time'],
      coefficients: [],
      value: values => values.columns! / values['write-time']!,
    },
  ],
};

export const summingAmplifier = part(
  'summing-amplifier',
  'Adds the low-order lines of an analog buffer. One action adds one line.',
  'shift-add',
  'summations',
);
