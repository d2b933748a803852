import type { Level } from '../chip/chip.ts';
import { type Parameters, positive, whole, word } from '../units/index.ts';

/**
 * What may be said about the levels of a chip itself, besides its parts. The words of `dataflow` are the
 * strategies' names; they come in as an argument because strategies stand beside this room, not below it.
 */
export function levelParameters(strategies: readonly string[]): Readonly<Record<Level, Parameters>> {
  return {
    chip: {
      node: positive('length', 'Technology node.', { required: true }),
      precision: {
        doc: 'Widths of inputs, weights and outputs.',
        type: { group: precision },
        required: true,
      },
      dataflow: word(strategies, 'How partial sums become digital results.', { required: true }),
      pipeline: word(
        ['coarse', 'fine'],
        '`coarse`: a stage is one copy cycle and the input cycles (Neural-PIM). `fine`: the copy overlaps with the stage before (ISAAC).',
        { default: 'coarse' },
      ),
      'direct-lines': whole(
        'count',
        'With analog buffering: lines of a buffer that are converted one by one. The lower ones are summed into one carry (CASCADE). All are converted when absent.',
      ),
      conversions: word(
        ['cycle', 'stage'],
        '`cycle`: all conversions of a result finish within one input cycle. `stage`: they may spread over the whole pipeline stage.',
        { default: 'cycle' },
      ),
      cooling: positive(
        'powerDensity',
        'Power its cooling carries off, for each area. A warning tells where peak power exceeds it; what air carries off when absent.',
      ),
    },
    tile: {},
    pe: {},
    crossbar: {
      size: { doc: 'Rows × columns.', type: { sizes: [2] }, required: true },
      cell: { doc: 'The device of the array.', type: { component: 'cell' }, required: true },
      weights: word(
        ['differential', 'offset'],
        'How signed weights are stored. `differential`: positive and negative parts in adjacent columns. `offset`: shifted to be positive, with a unit column that counts the inputs.',
        { default: 'differential' },
      ),
      columns: word(
        ['plain', 'flipped'],
        '`flipped`: columns whose worst-case sum is too large are stored inverted, which saves one converter bit; a unit column that counts the inputs turns them back (ISAAC).',
        { default: 'plain' },
      ),
      read: positive('time', 'Time of one array read: the input cycle.', { required: true }),
    },
  };
}

const precision: Parameters = {
  inputs: whole('bits', 'Bits of an input.', { required: true }),
  streamed: whole(
    'bits',
    'Bits of an input that take input cycles. All when absent; one fewer where the sign takes none (CASCADE).',
  ),
  weights: whole('bits', 'Bits of a weight.', { required: true }),
  outputs: whole('bits', 'Bits of an output.', { required: true }),
};
