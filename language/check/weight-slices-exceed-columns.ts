import { columnsPerWeight, dotProductOf, weightSlices } from '../../simulator/index.ts';
import { propertyOf } from './chip-parts.ts';
import type { Check } from './check.ts';

export const weightSlicesExceedColumns: Check = {
  code: 'weight-slices-exceed-columns',
  severity: 'error',
  doc: 'All slices of a weight stand in one row of a crossbar.',
  chip: (elaboration, declaration, report) => {
    const { chip } = elaboration;
    if (!chip) return;
    const dot = dotProductOf(chip);
    const needed = columnsPerWeight(dot);
    if (needed <= chip.array.columns) return;
    const pairs = dot.weights === 'differential' ? ', twice for differential pairs' : '';
    report({
      message: `a weight of ${dot.weightBits} bits takes ${needed} columns (${weightSlices(dot)} slices of ${dot.cellBits} ${dot.cellBits === 1 ? 'bit' : 'bits'}${pairs}), but the crossbar has ${chip.array.columns}; use more columns or more bits in a cell`,
      at: [...propertyOf(elaboration, 'size'), declaration],
    });
  },
};
