import type { Action } from '../chip/action.ts';

/** What a user calls the units behind an action, where they are a bottleneck. */
export const resourceNames: Readonly<Record<Action, string>> = {
  rowDrives: 'row drivers',
  cellReads: 'arrays',
  cellWrites: 'writing of cells',
  samples: 'sample-and-holds',
  conversions: 'converters',
  bitTrials: 'converters',
  shiftAdds: 'shift-and-adds',
  analogAccumulations: 'analog accumulators',
  sensings: 'TIAs',
  bufferCellWrites: 'buffer cells',
  summations: 'summing amplifiers',
  partialAdds: 'adders',
  inputRegisterBytes: 'input registers',
  outputRegisterBytes: 'output registers',
  tileRegisterBytes: 'tile registers',
  bufferBytes: 'buffer',
  busBytes: 'bus',
  flitHops: 'router',
  activations: 'activation',
  poolings: 'pooling',
  linkBytes: 'link',
};
