import type { Chip } from '../../simulator/index.ts';

/** What a chip's converters are given to convert, in words: where the number of bits comes from. */
export function converted({ dataflow, array, precision }: Chip): string {
  if (dataflow === 'analog-accumulation') return `an output of ${precision.outputBits} bits`;
  const sum = dataflow === 'analog-buffering' ? 'a buffered column sum' : 'the column sum';
  return `${sum} of ${rowsOf(array)}`;
}

/** `128 rows of 2-bit cells driven 1 bit at a time`. */
export function rowsOf({ rows, cellBits, dacBits }: Chip['array']): string {
  return `${rows} rows of ${cellBits}-bit cells driven ${dacBits} ${dacBits === 1 ? 'bit' : 'bits'} at a time`;
}
