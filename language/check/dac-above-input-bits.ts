import { type Component, dotProductOf } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { bitsFix } from './bits-fix.ts';
import { faultyEverywhere } from './chip-parts.ts';
import type { Check } from './check.ts';

/** All bits of an input are applied at once, and the row driver could apply more: levels that never occur. */
export const dacAboveInputBits: Check = {
  code: 'dac-above-input-bits',
  severity: 'warning',
  doc: 'A row driver applies no more bits at once than an input has.',
  silence: 'Where the row driver is one that exists and its other bits stay unused.',
  nodes: {
    Document: (root, report, context) => {
      const faults = faultyEverywhere(
        root,
        context,
        'rowDrives',
        'resolution',
        ({ chip, component }) => bitsOf(component) > dotProductOf(chip).streamedBits,
      );
      for (const { places, uses } of faults) {
        const inputBits = Math.max(...uses.map(({ chip }) => dotProductOf(chip).streamedBits));
        const { component } = uses[0]!;
        report({
          message: `${component.name} drives ${bitsOf(component)} bits at once, but inputs have only ${inputBits}; the others are never used`,
          at: places,
          ...(ast.isProperty(places[0]) ? { property: 'value' } : {}),
          fix: place => bitsFix(place, 'resolution', inputBits),
        });
      }
    },
  },
};

const bitsOf = ({ parameters }: Component): number => parameters.resolution ?? 0;
