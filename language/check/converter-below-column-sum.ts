import { type Chip, dotProductOf, strategies } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { bitsFix } from './bits-fix.ts';
import { performers, placesOf } from './chip-parts.ts';
import type { Check } from './check.ts';
import { converted } from './column-sum.ts';

/**
 * A converter with fewer bits than its input can hold loses the low ones, for every result. How many bits that is depends on
 * the dataflow: the sum of a column, a buffered sum, or the output itself (Neural-PIM eqs. 2, 5 and 7).
 */
export const converterBelowColumnSum: Check = {
  code: 'converter-below-column-sum',
  severity: 'error',
  doc: 'A converter has the bits that its dataflow needs so that nothing is lost.',
  chip: (elaboration, declaration, report) => {
    const { chip } = elaboration;
    if (!chip) return;
    const needed = strategies.get(chip.dataflow)!.resolution(dotProductOf(chip));
    for (const placed of performers(elaboration, 'conversions')) {
      const { resolution } = placed.component.parameters;
      if (resolution === undefined || resolution >= needed) continue;
      const at = placesOf(elaboration, placed, 'resolution', declaration);
      report({
        message: `${placed.component.name} has ${resolution} bits, but ${reason(chip, needed)}`,
        at,
        ...(ast.isProperty(at[0]) ? { property: 'value' } : {}),
        fix: place => bitsFix(place, 'resolution', needed),
      });
    }
  },
};

function reason(chip: Chip, needed: number): string {
  if (chip.dataflow === 'analog-accumulation') return `${converted(chip)} is converted at once`;
  const couldFlip = !chip.array.flipped && chip.dataflow === 'digital-accumulation';
  return `${converted(chip)} needs ${needed}${couldFlip ? '; `columns flipped` would save one' : ''}`;
}
