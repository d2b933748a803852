import type { Action, ActionCounts } from '../../../simulator/index.ts';

/** Counts what happens, one thing at a time. */
export interface Meter {
  readonly happens: (action: Action, times?: number) => void;
  /** What has happened so far; what never did is absent. */
  readonly counts: () => ActionCounts;
}

export function newMeter(): Meter {
  const counts: Partial<Record<Action, number>> = {};
  return {
    happens: (action, times = 1) => {
      if (times > 0) counts[action] = (counts[action] ?? 0) + times;
    },
    counts: () => counts,
  };
}

/** Bytes that hold so many bits: memories, buses and streams move whole ones. */
export const wholeBytes = (bits: number): number => Math.ceil(bits / 8);
