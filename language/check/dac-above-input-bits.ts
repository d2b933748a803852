import * as ast from '../generated/ast.ts';
import { bitsFix } from './bits-fix.ts';
import { everyPerformer, type SharedPerformer } from './chip-parts.ts';
import type { Check } from './check.ts';

/** All bits of an input are applied at once, and the row driver could apply more: levels that never occur. */
export const dacAboveInputBits: Check = {
  code: 'dac-above-input-bits',
  severity: 'warning',
  doc: 'A row driver applies no more bits at once than an input has.',
  nodes: {
    Document: (root, report, context) => {
      for (const { places, uses } of everyPerformer(root, context, 'rowDrives', 'resolution')) {
        if (!uses.every(each => bitsOf(each) > each.chip.precision.inputBits)) continue;
        const inputBits = Math.max(...uses.map(({ chip }) => chip.precision.inputBits));
        const { component } = uses[0]!;
        report({
          message: `${component.name} drives ${component.parameters.resolution} bits at once, but inputs have only ${inputBits}; the others are never used`,
          at: places,
          ...(ast.isProperty(places[0]) ? { property: 'value' } : {}),
          fix: place => bitsFix(place, 'resolution', inputBits),
        });
      }
    },
  },
};

const bitsOf = ({ component }: SharedPerformer['uses'][number]): number =>
  component.parameters.resolution ?? 0;
