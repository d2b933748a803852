import type { Chip } from '../../../simulator/index.ts';
import type { Result } from './arrays.ts';
import type { Meter } from './meter.ts';

/** How the bit lines of one array become numbers, from input cycle to input cycle. */
export interface Readout {
  /** After each input cycle, with the cycles so far. */
  readonly cycle: (cycle: number) => void;
  /** After the last one. */
  readonly finish: () => void;
}

/** What stands at the foot of an array whose columns add up to these results. */
export function readoutOf(chip: Chip, results: readonly Result[], meter: Meter): Readout {
  switch (chip.dataflow) {
    case 'digital-accumulation':
      return digital(chip, results, meter);
    case 'analog-buffering':
      return buffered(chip, results, meter);
    case 'analog-accumulation':
      return accumulated(chip, results, meter);
    default:
      throw new Error(`nobody knows how to read out ${chip.dataflow}`);
  }
}

/** Every column is held, converted, and shifted and added to its result, in every cycle: ISAAC. */
function digital(chip: Chip, results: readonly Result[], { happens }: Meter): Readout {
  const { array } = chip;
  return {
    cycle: () => {
      for (const { columns } of results) {
        happens('samples', columns.length);
        happens('conversions', columns.length);
        happens('bitTrials', columns.length * bitsOfColumn(chip));
        happens('shiftAdds', columns.length);
      }
    },
    finish: () => {
      for (const { output, columns } of results) {
        // The unit column is what others are corrected with.
        if (output === undefined) continue;
        // Which columns are stored flipped depends on the weights, so all are counted.
        if (array.flipped) happens('shiftAdds', columns.length);
        if (array.weights === 'offset') happens('shiftAdds');
      }
    },
  };
}

/**
 * Every column is sensed and written into a cell of a buffer, whose line depends on cycle and slice: what weighs the same comes to
 * stand in one line. In the end each line is added up along its wire. The heaviest are converted, shifted and added one by
 * one, the others first summed into a carry: CASCADE. The two halves of a pair are written apart and read as one.
 */
function buffered(chip: Chip, results: readonly Result[], { happens }: Meter): Readout {
  const lines = results.map(() => new Map<number, number>());
  const sliceBits = Math.min(chip.array.cellBits, chip.precision.weightBits);
  const step = Math.min(sliceBits, driverBits(chip));
  return {
    cycle: cycle =>
      results.forEach(({ columns }, index) => {
        happens('sensings', columns.length);
        happens('bufferCellWrites', columns.length);
        // The halves of a pair stand in buffers of their own, line by line the same.
        for (const slice of new Set(columns.map(each => each.slice))) {
          const line = cycle + slice;
          lines[index]!.set(line, (lines[index]!.get(line) ?? 0) + 1);
        }
      }),
    finish: () =>
      results.forEach(({ output }, index) => {
        const heaviestFirst = [...lines[index]!].sort(([a], [b]) => b - a).map(([, entries]) => entries);
        const direct = chip.directLines ?? heaviestFirst.length;
        heaviestFirst.slice(0, direct).forEach(convert);
        const light = heaviestFirst.slice(direct);
        happens('summations', light.length);
        // From the lightest on, each line takes the carry of the one below it, shifted by one slice.
        if (light.length > 0)
          convert(light.reduceRight((carry, entries) => (carry + entries) / 2 ** step, 0));
        if (output !== undefined) correctSum(chip, happens);
      }),
  };

  /** What adds up to so many full sums of a column; fewer than one need fewer bits. */
  function convert(sums: number): void {
    let bits = bitsOfColumn(chip);
    for (let most = 1; most < sums; most *= 2) bits++;
    for (let most = 1; most / 2 >= sums; most /= 2) bits--;
    happens('bitTrials', Math.max(0, bits));
    happens('conversions');
    happens('shiftAdds');
  }
}

/** Every column is held, and each result takes its columns and what it had before in; that is held as a pair. Converted once: Neural-PIM. */
function accumulated(chip: Chip, results: readonly Result[], { happens }: Meter): Readout {
  return {
    cycle: () => {
      for (const { columns } of results) {
        happens('samples', columns.length);
        happens('analogAccumulations');
        happens('samples', 2);
      }
    },
    finish: () => {
      for (const { output } of results) {
        happens('conversions');
        happens('bitTrials', chip.precision.outputBits);
        if (output !== undefined) correctSum(chip, happens);
      }
    },
  };
}

/** Bits a row driver applies at once, of those that are driven at all. */
function driverBits({ array, precision: { inputBits, streamedBits = inputBits } }: Chip): number {
  return Math.min(array.dacBits, inputBits, streamedBits);
}

/**
 * Bits of the sum of one column: those of what one cell and one driver add, and one for every doubling of the rows. A cell or a driver
 * of one bit only lets the other through.
 */
function bitsOfColumn(chip: Chip): number {
  const { array, precision } = chip;
  const cellBits = Math.min(array.cellBits, precision.weightBits);
  const driven = driverBits(chip);
  let bits = cellBits > 1 && driven > 1 ? cellBits + driven : cellBits + driven - 1;
  for (let rows = 1; rows < array.rows; rows *= 2) bits++;
  return array.flipped ? bits - 1 : bits;
}

/** Where columns were added before they were converted, a weight is flipped as a whole, and one addition turns it back. */
function correctSum({ array }: Chip, happens: Meter['happens']): void {
  if (array.flipped) happens('shiftAdds');
  if (array.weights === 'offset') happens('shiftAdds');
}
