import { findUnit, formatQuantity, measured, type Quantity } from '../../simulator/units/index.ts';

/** `0.372 mm²`, `1,904 GOPS/s/mm²` or `3` as a quantity; undefined when the unit is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const [, number, symbol] = /^(-?[\d.,]+(?:e-?\d+)?|\S+)(?: (\S+))?$/.exec(text)!;
  const value = Number(number!.replaceAll(',', ''));
  if (symbol === undefined) return { value, dimension: measured(0, '%').dimension };
  return findUnit(symbol) && measured(value, symbol);
}

/** How a quantity written in any unit is shown. */
export const shown = (text: string): string => formatQuantity(parseQuantity(text)!);
