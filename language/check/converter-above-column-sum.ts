import { type Chip, dotProductOf, strategies } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { bitsFix } from './bits-fix.ts';
import { faultyEverywhere, type Use } from './chip-parts.ts';
import type { Check } from './check.ts';
import { converted } from './column-sum.ts';

/**
 * A converter with more bits than anything it is given costs area and energy for nothing, twice as much with every bit
 * where its capacitors are concerned.
 *
 * One or two bits more are often meant: the effective bits of a converter lie below those it delivers, and the low ones take
 * up noise. From three on it is more likely that rows, cells or row drivers have changed since. Where several chips of the
 * file use the same converter, as when one of its parameters is varied, the one that needs most counts.
 */
export const converterAboveColumnSum: Check = {
  code: 'converter-above-column-sum',
  severity: 'warning',
  doc: 'A converter has no more bits than what it converts can fill, save one or two for noise.',
  nodes: {
    Document: (root, report, context) => {
      const faults = faultyEverywhere(
        root,
        context,
        'conversions',
        'resolution',
        use => excess(use) > sparedBits,
      );
      for (const { places, uses } of faults) {
        const { chip, component } = [...uses].sort((a, b) => excess(a) - excess(b))[0]!;
        const needed = neededBits(chip);
        report({
          message: `${component.name} has ${component.parameters.resolution} bits, but ${converted(chip)} fills only ${needed}; the others cost area and energy and tell nothing`,
          at: places,
          ...(ast.isProperty(places[0]) ? { property: 'value' } : {}),
          fix: place => bitsFix(place, 'resolution', needed),
        });
      }
    },
  },
};

const sparedBits = 2;

const excess = ({ chip, component }: Use): number =>
  (component.parameters.resolution ?? 0) - neededBits(chip);

const neededBits = (chip: Chip): number => strategies.get(chip.dataflow)!.resolution(dotProductOf(chip));
