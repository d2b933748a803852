import { columnSumBits, dotProductOf } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { performers, placesOf } from './chip-parts.ts';
import type { Check } from './check.ts';
import { rowsOf } from './column-sum.ts';

/**
 * With analog buffering a buffer cell keeps the sum of a column (CASCADE, section 3; Neural-PIM takes cells of more than
 * seven bits to be out of reach). The low bits of a larger sum are lost in what the cell cannot tell apart, as noise; results still come
 * out, so this is a warning.
 */
export const bufferCellBelowColumnSum: Check = {
  code: 'buffer-cell-below-column-sum',
  severity: 'warning',
  doc: 'A cell of an analog buffer can hold the sum of a column.',
  chip: (elaboration, declaration, report) => {
    const { chip } = elaboration;
    if (chip?.dataflow !== 'analog-buffering') return;
    const needed = columnSumBits(dotProductOf(chip));
    for (const placed of performers(elaboration, 'bufferCellWrites')) {
      const { bits } = placed.component.parameters;
      if (bits === undefined || bits >= needed) continue;
      const at = placesOf(elaboration, placed, 'bits', declaration);
      const hint = chip.array.flipped ? 'fewer rows, or fewer bits at a time,' : '`columns flipped`';
      report({
        message: `a cell of ${placed.component.name} holds ${bits} bits, but the column sum of ${rowsOf(chip.array)} has ${needed}; ${hint} would save one`,
        at,
        ...(ast.isProperty(at[0]) ? { property: 'value' } : {}),
      });
    }
  },
};
