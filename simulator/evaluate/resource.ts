import type { Action } from '../chip/action.ts';
import type { Category } from '../report/report.ts';

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

/** The group of components behind an action, which gives its bar the colour; the pipeline's own cycles are those of the arrays. */
export const categoryOf = (action: Action | undefined): Category => (action ? categories[action] : 'array');

const categories: Readonly<Record<Action, Category>> = {
  rowDrives: 'dac',
  cellReads: 'array',
  cellWrites: 'array',
  samples: 'converter',
  conversions: 'converter',
  bitTrials: 'converter',
  shiftAdds: 'shift-add',
  analogAccumulations: 'shift-add',
  sensings: 'shift-add',
  bufferCellWrites: 'array',
  summations: 'shift-add',
  partialAdds: 'shift-add',
  inputRegisterBytes: 'buffer',
  outputRegisterBytes: 'buffer',
  tileRegisterBytes: 'buffer',
  bufferBytes: 'buffer',
  busBytes: 'interconnect',
  flitHops: 'interconnect',
  activations: 'digital',
  poolings: 'digital',
  linkBytes: 'link',
};
