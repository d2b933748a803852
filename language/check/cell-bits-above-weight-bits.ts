import { description } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { bitsFix } from './bits-fix.ts';
import type { Check } from './check.ts';

/** The chip works, with one slice for each weight and levels of its cells that never occur; so this is a warning. */
export const cellBitsAboveWeightBits: Check = {
  code: 'cell-bits-above-weight-bits',
  severity: 'warning',
  doc: 'A cell stores no more bits than a weight has.',
  chip: ({ chip, described }, declaration, report) => {
    if (!chip) return;
    const { cellBits } = chip.array;
    const { weightBits } = chip.precision;
    if (cellBits <= weightBits) return;
    const cell = described.find(({ parameters }) => parameters === cellParameters);
    const stated = cell?.given.get('bits')?.property;
    report({
      message: `cells of ${cellBits} bits hold weights of ${weightBits}; the others are never used`,
      at: [...(stated ? [stated] : []), ...(cell ? [cell.node] : []), declaration],
      ...(ast.isProperty(stated) ? { property: 'value' } : {}),
      fix: place => bitsFix(place, 'bits', weightBits),
    });
  },
};

const cellParameters = description.components.get('cell')!.parameters;
