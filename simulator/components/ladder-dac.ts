import { positive, whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

/**
 * A row driver made of a resistor ladder (R-2R) that holds its voltage through the input cycle.
 *
 * Its power is that of the current from the bits at one to those at zero. For a ladder of b bits between V and ground, closed
 * by 2R and left open at its output, the mean over all codes follows from Kirchhoff's laws:
 * P = (b + ⅔·(1 − 4^−b)) · V² ÷ (12·R), exact for every b. It flows as long as the driver is busy, so the energy of an action is
 * P ÷ rate. A ladder has 2R in each leg, R between neighbours and 2R at its end, 3·b + 1 times R, and area in proportion.
 *
 * What the row itself draws is counted by its cells; the wire of the row, switches and the buffer that may stand behind the ladder are
 * left out. Matching limits ladders to about 10 bits, and below some resistance the switches' own is no longer small.
 */
export const ladderDac: ComponentKind = {
  kind: 'ladder-dac',
  doc: 'Resistor-ladder (R-2R) digital-to-analog converter that drives one row. One action drives it for one input cycle.',
  category: 'dac',
  parameters: {
    resolution: whole('bits', 'Input bits applied at once.', { required: true }),
    ...tableParameters,
    rate: { ...tableParameters.rate!, required: true },
    voltage: positive('voltage', 'Voltage of a bit that is one.', { required: true }),
    resistance: positive('resistance', 'R of the ladder.', { required: true }),
    'resistor-area': positive('area', 'Area of one R with its share of the switch.', { required: true }),
  },
  performs: () => ['rowDrives'],
  conducts: true,
  laws: [
    {
      gives: 'energy',
      doc: 'energy of a cycle = (resolution + ⅔ × (1 − 4^−resolution)) × voltage² ÷ (12 × resistance) ÷ rate',
      needs: ['resolution', 'rate'],
      coefficients: ['voltage', 'resistance'],
      value: ({ resolution: bits, voltage, resistance, rate }) =>
        ((bits! + (2 / 3) * (1 - 4 ** -bits!)) * voltage! ** 2) / (12 * resistance!) / rate!,
    },
    {
      gives: 'area',
      doc: 'area = (3 × resolution + 1) × resistor-area',
      needs: ['resolution'],
      coefficients: ['resistor-area'],
      value: values => (3 * values.resolution! + 1) * values['resistor-area']!,
    },
  ],
  cost: values => tableCost(values),
};
