import { type ArrayGeometry, hasUnitColumn } from '../chip/chip.ts';
import { positive } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

/**
 * The cells of one crossbar. One action is one cell conducting for one input cycle.
 *
 * Given by a table, `power`, `energy` and `area` are those of an array whose cells all conduct, the unit column that some encodings
 * put beside the others included, as it is part of the array; so a cell's share is power · input cycle ÷ (rows · columns read).
 *
 * Given by its cells (Joule's law), a read of the whole array costs cells · V² · G · t · activity, with G the mean conductance of
 * a cell, taken for those of the unit column too, p ÷ R_on + (1 − p) ÷ R_off where a share p of them is on. For cells of several bits p is the mean of the levels
 * between off (0) and on (1), for rows driven with several bits the activity is the mean of their squared voltage; it must be the
 * same for all rows, as the law knows no correlation of inputs and weights. Wires have no resistance here, so it overestimates once
 * the bit line's is near that of its cells in parallel, R_on ÷ rows. The drivers' own losses are the drivers'.
 */
export const array: ComponentKind = {
  kind: 'array',
  doc: 'The memristor cells of one crossbar, from a table or from read voltage and resistances. One action is one cell conducting for one input cycle. Power, energy and area are those of all its columns, a unit column included.',
  category: 'array',
  parameters: {
    ...tableParameters,
    voltage: positive('voltage', 'Read voltage; with the two resistances it stands in for `power`.'),
    'on-resistance': positive('resistance', 'Resistance of a cell that is fully on.'),
    'off-resistance': positive('resistance', 'Resistance of a cell that is fully off.'),
    'on-fraction': {
      doc: 'Mean conductance of the cells, between fully off (0) and fully on (1): the share of ones among the bits of the weights.',
      type: { dimension: 'count', min: 0, max: 1 },
      default: 0.5,
    },
    'input-activity': {
      doc: 'Mean squared voltage of the rows over that of a read: the share of ones among the bits of the inputs where they come one by one. All rows at full voltage when absent.',
      type: { dimension: 'count', above: 0, max: 1 },
      default: 1,
    },
    pulse: positive('time', 'How long the voltage is applied in a read. When absent, the whole input cycle.'),
    'cell-area': positive('area', 'Area of one cell; it stands in for `area`.'),
  },
  performs: () => ['cellReads', 'cellWrites'],
  conducts: true,
  laws: [
    {
      gives: 'rate',
      doc: 'one read in every input cycle',
      needs: [],
      coefficients: [],
      value: (_, { array: { cycleS } }) => 1 / cycleS,
    },
    {
      gives: 'energy',
      doc: 'energy of a read = rows × columns read × voltage² × (on-fraction ÷ on-resistance + (1 − on-fraction) ÷ off-resistance) × pulse × input-activity',
      needs: [],
      coefficients: ['voltage', 'on-resistance', 'off-resistance', 'on-fraction', 'input-activity'],
      optional: ['pulse'],
      value: (values, { array: geometry }) => {
        const { voltage, 'on-resistance': on, 'off-resistance': off, 'on-fraction': share } = values;
        const conductance = share! / on! + (1 - share!) / off!;
        const pulseS = values.pulse ?? geometry.cycleS;
        return cellsOf(geometry) * voltage! ** 2 * conductance * pulseS * values['input-activity']!;
      },
    },
    {
      gives: 'area',
      doc: 'area = rows × columns read × cell-area',
      needs: [],
      coefficients: ['cell-area'],
      value: (values, { array: geometry }) => cellsOf(geometry) * values['cell-area']!,
    },
  ],
  cost: (values, { array: geometry }) => {
    const cells = cellsOf(geometry);
    const whole = tableCost(values);
    return {
      ...whole,
      energyJ: whole.energyJ / cells,
      deviceEnergiesJ: { cellWrites: geometry.write?.energyJ ?? 0 },
      rateHz: whole.rateHz * cells,
    };
  },
};

/** Cells read together. The unit column stands beside the others and is read with them. */
const cellsOf = (geometry: ArrayGeometry): number =>
  geometry.rows * (geometry.columns + (hasUnitColumn(geometry) ? 1 : 0));
