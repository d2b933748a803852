import { type Parameters, whole, word } from '../units/index.ts';

/** What may be set in an `evaluate`. */
export const settings: Parameters = {
  chips: whole('count', 'Chips every design gets; as many as each network takes when absent.'),
  capacity: word(
    ['chips', 'reload', 'reject'],
    'What happens to a network that does not fit: `chips` takes as many as it needs, `reload` rewrites the arrays during each inference, `reject` is an error.',
    { default: 'chips' },
  ),
  batch: whole('count', 'With `capacity reload`: inferences that share one writing of the weights.', {
    default: 1,
  }),
  replication: word(
    ['optimal', 'stride', 'none'],
    'How layers are replicated: `optimal` makes the slowest as fast as the arrays allow, `stride` is ISAAC’s rule, `none` keeps one copy.',
    { default: 'optimal' },
  ),
  grouping: word(
    ['packed', 'separate'],
    'Whether small groups of channels share an array (`packed`) or have arrays of their own (`separate`).',
    { default: 'packed' },
  ),
  activity: word(
    ['used', 'whole'],
    'What acts when an array is read: the rows and columns in use (`used`) or all of them (`whole`).',
    { default: 'used' },
  ),
  recurrence: word(
    ['waits', 'overlaps'],
    'When a step of a recurrent layer starts: with the result of the one before (`waits`), or in the next stage, as if results were forwarded (`overlaps`).',
    { default: 'waits' },
  ),
  average: word(['geometric', 'arithmetic'], 'How results over several networks are averaged.', {
    default: 'geometric',
  }),
};
