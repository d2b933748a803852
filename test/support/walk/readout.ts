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
function digital({ array }: Chip, results: readonly Result[], { happens }: Meter): Readout {
  return {
    cycle: () => {
      for (const { columns } of results) {
        happens('samples', columns.length);
        happens('conversions', columns.length);
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
  const lines = results.map(() => new Set<number>());
  return {
    cycle: cycle =>
      results.forEach(({ columns }, index) => {
        for (const { slice } of columns) {
          happens('sensings');
          happens('bufferCellWrites');
          lines[index]!.add(cycle + slice);
        }
      }),
    finish: () =>
      results.forEach(({ output }, index) => {
        const heaviestFirst = [...lines[index]!].sort((a, b) => b - a);
        const direct = chip.directLines ?? heaviestFirst.length;
        heaviestFirst.slice(0, direct).forEach(convert);
        const light = heaviestFirst.slice(direct);
        happens('summations', light.length);
        if (light.length > 0) convert();
        if (output !== undefined) correctSum(chip, happens);
      }),
  };

  function convert(): void {
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
        if (output !== undefined) correctSum(chip, happens);
      }
    },
  };
}

/** Where columns were added before they were converted, a weight is flipped as a whole, and one addition turns it back. */
function correctSum({ array }: Chip, happens: Meter['happens']): void {
  if (array.flipped) happens('shiftAdds');
  if (array.weights === 'offset') happens('shiftAdds');
}
