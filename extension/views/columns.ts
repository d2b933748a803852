import { type DimensionName, dimensions, formatNumber, scaleFor } from '../../simulator/units/index.ts';
import type { Cell, Column } from './table-text.ts';

/**
 * A column of quantities in one common unit: its heading and its cells, in the order of the values.
 * Columns that are compared with each other share the unit that suits the values of all of them.
 */
export function quantityColumn(
  label: string,
  dimension: DimensionName,
  values: readonly number[],
  sharing: readonly number[] = values,
): { column: Column; cells: Cell[] } {
  const scale = scaleFor(sharing, dimensions[dimension]);
  return {
    column: { label, numeric: true, ...(scale.symbol === '' ? {} : { unit: scale.symbol }) },
    cells: values.map(value => ({ text: formatNumber(value * scale.factor), value })),
  };
}

/** A column of parts of a whole, in per cent. */
export function shareColumn(label: string, shares: readonly number[]): { column: Column; cells: Cell[] } {
  return {
    column: { label, unit: '%', numeric: true },
    cells: shares.map(share => ({ text: formatNumber(share * 100, 2), value: share })),
  };
}

/** Columns side by side, turned into the rows of a table. */
export function rowsOf(columns: readonly (readonly Cell[])[]): Cell[][] {
  return (columns[0] ?? []).map((_, row) => columns.map(cells => cells[row] ?? { text: '' }));
}

/** A column of words. */
export const textCells = (texts: readonly string[]): Cell[] => texts.map(text => ({ text }));
