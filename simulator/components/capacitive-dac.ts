import { positive, whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

/**
 * A row driver made of binary-weighted capacitors that share their charge.
 *
 * From reset, code k of b bits switches k of 2^b unit capacitors to V; in series with the others they take the charge
 * C·V·k·(2^b − k) ÷ 2^b out of the supply. The mean over all codes is E = (2^b − 2^−b) · C·V² ÷ 6, whatever the rate. Area goes with the
 * number of units. Logic and the buffer that a resistive row needs behind such a converter are left out, so it suits rows that are gates
 * or capacitors. Above about 10 bits matching, not this law, sizes the units.
 */
export const capacitiveDac: ComponentKind = {
  kind: 'capacitive-dac',
  doc: 'Charge-sharing digital-to-analog converter that drives one row. One action drives it for one input cycle.',
  category: 'dac',
  parameters: {
    resolution: whole('bits', 'Input bits applied at once.', { required: true }),
    ...tableParameters,
    voltage: positive('voltage', 'Reference voltage.', { required: true }),
    'unit-capacitance': positive('capacitance', 'The smallest of the capacitors.', { required: true }),
    'unit-area': positive('area', 'Area of one unit capacitor with its share of the switch.', {
      required: true,
    }),
  },
  performs: () => ['rowDrives'],
  laws: [
    {
      gives: 'energy',
      doc: 'energy of a cycle = (2^resolution − 2^−resolution) × unit-capacitance × voltage² ÷ 6',
      needs: ['resolution'],
      coefficients: ['voltage', 'unit-capacitance'],
      value: ({ resolution: bits, voltage, 'unit-capacitance': unitF }) =>
        ((2 ** bits! - 2 ** -bits!) * unitF! * voltage! ** 2) / 6,
    },
    {
      gives: 'area',
      doc: 'area = 2^resolution × unit-area',
      needs: ['resolution'],
      coefficients: ['unit-area'],
      value: values => 2 ** values.resolution! * values['unit-area']!,
    },
  ],
  cost: values => tableCost(values),
};
