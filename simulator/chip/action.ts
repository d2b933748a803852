/** Everything a component can be counted doing. Memories, buses and links count bytes. */
export const actions = {
  rowDrives: 'A row driver applies one input slice to one row of one array.',
  cellReads: 'One cell conducts for one input cycle.',
  cellWrites: 'One cell is programmed.',
  samples: 'A sample-and-hold takes one voltage.',
  conversions: 'A converter turns one analog value into bits.',
  bitTrials: 'A converter that stops when a value is told decides one bit.',
  shiftAdds: 'A digital shift-and-add takes in one converted value.',
  analogAccumulations: 'An analog accumulator adds one input cycle to one result.',
  sensings: 'A trans-impedance amplifier turns the current of one bit line into a held voltage.',
  bufferCellWrites: 'One analog partial sum is written into a buffer cell.',
  summations: 'A summing amplifier adds one low-order line of a buffer to the carry.',
  partialAdds: 'Partial results of two arrays are added.',
  inputRegisterBytes: 'Bytes written to and read from input registers.',
  outputRegisterBytes: 'Bytes written to and read from the output registers of a PE.',
  tileRegisterBytes: 'Bytes written to and read from the output register of a tile.',
  bufferBytes: 'Bytes written to and read from the tile buffer.',
  busBytes: 'Bytes moved on the bus between tile buffer and PEs.',
  flitHops: 'One flit passes one router.',
  activations: 'One value passes an activation unit.',
  poolings: 'One value enters a pooling unit.',
  linkBytes: 'Bytes moved between chips.',
} as const;

export type Action = keyof typeof actions;

/** How often each action happens; actions that never happen are absent. */
export type ActionCounts = Readonly<Partial<Record<Action, number>>>;

/** The sum of counts, each multiplied by its factor. */
export function sumCounts(
  ...terms: readonly (readonly [factor: number, counts: ActionCounts])[]
): ActionCounts {
  const total: Partial<Record<Action, number>> = {};
  for (const [factor, counts] of terms)
    for (const action of Object.keys(counts) as Action[])
      total[action] = (total[action] ?? 0) + factor * counts[action]!;
  return total;
}
