import type { Check } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const severalCrossbars: Check = {
  code: 'several-crossbars',
  severity: 'error',
  doc: 'All arrays of a chip are of one size and device.',
  ...fromElaboration('several-crossbars'),
};
