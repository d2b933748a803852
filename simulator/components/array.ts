import { positive } from '../units/index.ts';
import { type ComponentKind, tableCost, tableParameters, type Values } from './kind.ts';

/**
 * The cells of one crossbar. One action is one cell conducting for one input cycle.
 *
 * Given by a table, `power` is that of an array whose cells all conduct, so a cell's share is
 * power · input cycle ÷ (rows · columns). Given by its cells, a read costs V² · G · t per cell with G the mean of
 * the on and off conductances (weights and inputs uniformly distributed; wire resistance not included).
 */
export const array: ComponentKind = {
  kind: 'array',
  doc: 'The memristor cells of one crossbar, from a table or from read voltage and resistances. One action is one cell conducting for one input cycle.',
  category: 'array',
  parameters: {
    ...tableParameters,
    voltage: positive('voltage', 'Read voltage; with the two resistances it replaces `power`.'),
    'on-resistance': positive('resistance', 'Resistance of a cell that is fully on.'),
    'off-resistance': positive('resistance', 'Resistance of a cell that is fully off.'),
  },
  performs: () => ['cellReads', 'cellWrites'],
  cost: (values, { array: { rows, columns, cycleS, weights, write } }) => {
    const cells = rows * columns;
    // The unit column of offset weights stands beside the others and is read with them.
    const columnsRead = weights === 'offset' ? columns + 1 : columns;
    const power = values.power ?? (values.energy === undefined ? cells * cellPowerW(values) : undefined);
    const rate = values.rate ?? 1 / cycleS;
    const whole = tableCost(power === undefined ? { ...values, rate } : { ...values, rate, power });
    return {
      ...whole,
      energyJ: whole.energyJ / cells,
      energiesJ: { cellWrites: write?.energyJ ?? 0 },
      rateHz: (whole.rateHz * cells * columnsRead) / columns,
    };
  },
};

function cellPowerW(values: Values): number {
  const { voltage, 'on-resistance': on, 'off-resistance': off } = values;
  if (voltage === undefined || on === undefined || off === undefined) return 0;
  return voltage ** 2 * ((1 / on + 1 / off) / 2);
}
