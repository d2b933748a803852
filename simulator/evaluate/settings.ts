import { type Parameters, whole, word } from '../units/index.ts';

/** What may be set in an `evaluate`. */
export const settings: Parameters = {
  chips: whole('count', 'Chips every design gets; as many as each network takes when absent.'),
  capacity: word(
    ['chips', 'reject'],
    'What happens to a network that does not fit: `chips` takes as many as it needs, `reject` is an error.',
    { default: 'chips' },
  ),
  replication: word(
    ['optimal', 'stride'],
    'How layers are replicated: `optimal` makes the slowest as fast as the arrays allow, `stride` is ISAAC’s rule.',
    { default: 'optimal' },
  ),
  grouping: word(
    ['packed', 'separate'],
    'Whether small groups of channels share an array (`packed`) or have arrays of their own (`separate`).',
    { default: 'packed' },
  ),
  average: word(['geometric', 'arithmetic'], 'How results over several networks are averaged.', {
    default: 'geometric',
  }),
};
