import { dotProductOf, rMapOf } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { performers, placesOf } from './chip-parts.ts';
import type { Check } from './check.ts';

/**
 * Partial sums of one dot product take a row for each input cycle and a line for each weight they can have (R-mapping, CASCADE section
 * 3). In a smaller buffer, sums of different weight would come to stand in one line.
 */
export const bufferArrayBelowMap: Check = {
  code: 'buffer-array-below-map',
  severity: 'warning',
  doc: 'An analog buffer has the rows and columns that the partial sums of a dot product take.',
  silence: 'Where several arrays make up one buffer.',
  chip: (elaboration, declaration, report) => {
    const { chip } = elaboration;
    if (chip?.dataflow !== 'analog-buffering') return;
    const needed = rMapOf(dotProductOf(chip));
    for (const placed of performers(elaboration, 'bufferCellWrites')) {
      const { rows = Infinity, columns = Infinity } = placed.component.parameters;
      if (rows >= needed.rows && columns >= needed.columns) continue;
      const at = placesOf(elaboration, placed, rows < needed.rows ? 'rows' : 'columns', declaration);
      report({
        message: `the partial sums of a dot product take ${needed.rows} × ${needed.columns} cells, one row for each input cycle; ${placed.component.name} has ${Number.isFinite(rows) ? rows : '…'} × ${Number.isFinite(columns) ? columns : '…'}`,
        at,
        ...(ast.isProperty(at[0]) ? { property: 'value' } : {}),
      });
    }
  },
};
