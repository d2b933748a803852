import type { Check } from './check.ts';
import { excessOf } from './excess.ts';

/**
 * Converters that cannot keep up with their arrays, at the rows or at the columns, stretch the pipeline stage. The chip still
 * works, only slower than its input cycle suggests, so this is a warning and the report names the bottleneck.
 */
export const conversionsExceedRate: Check = {
  code: 'conversions-exceed-rate',
  severity: 'warning',
  silence: 'Where the longer stage is meant: its time is counted.',
  doc: 'Converters and row drivers keep up with the arrays they serve.',
  ...excessOf([
    ['conversions', 'conversions'],
    ['rowDrives', 'row drives'],
  ]),
};
