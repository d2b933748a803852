import { formatNumber } from '../../simulator/units/index.ts';
import { categories } from './categories.ts';
import { quantityColumn, rowsOf, shareColumn, textCells } from './columns.ts';
import { type Part, type TreeQuantity, treeQuantities } from './parts.ts';
import type { Table } from './table-text.ts';

/** Components of one chip as rows: how many there are, what all and each of them take, and on what that rests. */
export function partsTable(
  { id, caption }: Pick<Table, 'id' | 'caption'>,
  chip: string,
  parts: readonly Part[],
  quantity: TreeQuantity,
  whole: number,
): Table {
  const { label, dimension } = treeQuantities[quantity];
  const amounts = parts.map(({ node }) => node[quantity]);
  const amount = quantityColumn(label, dimension, amounts);
  // Energy is that of all chips in use, which instances on one chip do not divide.
  const each =
    quantity === 'energy'
      ? []
      : [
          quantityColumn(
            'Each',
            dimension,
            parts.map(({ node, instances }) => node[quantity] / instances),
          ),
        ];
  const share = shareColumn(
    'Share',
    amounts.map(each => each / whole),
  );
  const rows = rowsOf([
    textCells(parts.map(({ path }) => path.join(' › ') || chip)),
    textCells(parts.map(({ category }) => categories[category].label)),
    parts.map(({ instances }) => ({ text: formatNumber(instances), value: instances })),
    ...each.map(({ cells }) => cells),
    amount.cells,
    share.cells,
    textCells(parts.map(({ node }) => (node.assumed ? 'assumed' : ''))),
  ]);
  return {
    id,
    caption,
    columns: [
      { label: 'Component' },
      { label: 'Group' },
      { label: 'On one chip', numeric: true },
      ...each.map(({ column }) => column),
      amount.column,
      share.column,
      { label: 'Basis' },
    ],
    rows: rows.map((cells, index) => ({ cells, origin: parts[index]!.node.origin })),
  };
}
