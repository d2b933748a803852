import type { Check } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const severalDrivers: Check = {
  code: 'several-drivers',
  severity: 'error',
  doc: 'All row drivers of a chip apply the same number of bits at once.',
  ...fromElaboration('several-drivers'),
};
