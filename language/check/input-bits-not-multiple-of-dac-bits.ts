import { dotProductOf } from '../../simulator/index.ts';
import { listed } from '../../simulator/units/index.ts';
import { performers, placesOf } from './chip-parts.ts';
import type { Check } from './check.ts';

export const inputBitsNotMultipleOfDacBits: Check = {
  code: 'input-bits-not-multiple-of-dac-bits',
  severity: 'error',
  doc: 'Inputs are cut into slices of the row drivers’ bits; the last slice must be full.',
  chip: (elaboration, declaration, report) => {
    const { chip } = elaboration;
    if (!chip) return;
    const { streamedBits: inputBits } = dotProductOf(chip);
    for (const placed of performers(elaboration, 'rowDrives')) {
      const { resolution = 1 } = placed.component.parameters;
      // More bits than an input has are another rule's.
      if (!(resolution >= 1) || resolution > inputBits || inputBits % resolution === 0) continue;
      report({
        message: `inputs of ${inputBits} bits cannot be cut into slices of ${resolution}, which ${placed.component.name} drives; use ${divisors(inputBits)} bits`,
        at: placesOf(elaboration, placed, 'resolution', declaration),
      });
    }
  },
};

function divisors(bits: number): string {
  const all = Array.from({ length: bits }, (_, index) => index + 1).filter(each => bits % each === 0);
  return listed(all.map(String), 'or');
}
