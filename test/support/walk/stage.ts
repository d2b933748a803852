import type { Action, ActionCounts, Chip, MatrixLayer } from '../../../simulator/index.ts';
import { buildCopy, type Crossbar, type Grouping, wholeArray } from './arrays.ts';
import { newMeter } from './meter.ts';
import { readoutOf } from './readout.ts';
import { sizeOf } from './size.ts';

/** Actions per second of the units that belong to one array; what is absent has no limit. */
export type Rates = ActionCounts;

/** By then a window waits for as much as the one before. */
const warm = 12;

/**
 * Seconds between two windows of one copy, from running through its cycles one after the other.
 *
 * Each cycle lasts as long as the slowest of what is done in it on any array: reading, and working off what the reading before left at
 * the foot of the array. When that is done for the last input cycle, results wait to be converted: in the cycle that comes
 * next (`cycle`), or at leisure, until the next results are there (`stage`). A coarse pipeline spends a cycle on copying inputs
 * before it reads them, in a fine one that is done meanwhile. What is shifted and added may go on until the same is to be done for
 * the next window, by the adders of all arrays together.
 */
export function secondsPerWindow(
  chip: Chip,
  layer: MatrixLayer,
  { grouping, activity }: { readonly grouping: Grouping; readonly activity: 'used' | 'whole' },
  rates: Rates,
): number {
  const feet = buildCopy(chip, sizeOf(chip), layer, grouping).map(crossbar =>
    footOf(chip, activity === 'whole' ? wholeArray(chip, crossbar).results : crossbar.results),
  );
  const { cycleS } = chip.array;
  let now = 0;
  /** What the last reading left, whether it was the last of its window, and what waits to be converted. */
  let left: readonly ActionCounts[] = [];
  let isLast = false;
  let waiting: readonly ActionCounts[] = [];
  let convertedAt = 0;
  let addedAt = 0;
  const ends: number[] = [];
  for (let window = 0; window < warm; window++) {
    if (chip.pipeline.kind === 'coarse') run();
    for (const [cycle] of feet[0]!.cycles.entries()) {
      run(feet.map(({ cycles }) => cycles[cycle]!));
      isLast = cycle === feet[0]!.cycles.length - 1;
    }
    now = Math.max(now, addedAt);
    addedAt = now + shiftAddS();
    ends.push(now);
  }
  return ends.at(-1)! - ends.at(-2)!;

  /** One cycle, in which arrays leave something where they are read. */
  function run(reading: readonly ActionCounts[] = []): void {
    const atLeisure = chip.pipeline.conversions === 'stage';
    const results = isLast ? feet.map(({ result }) => result) : [];
    now += Math.max(cycleS, slowest(left), atLeisure ? 0 : slowest(waiting));
    if (atLeisure && results.length > 0) {
      now = Math.max(now, convertedAt);
      convertedAt = now + slowest(results);
    }
    waiting = results;
    left = reading;
    isLast = false;
  }

  function slowest(arrays: readonly ActionCounts[]): number {
    return Math.max(
      0,
      ...arrays.flatMap(counts => entries(counts).map(([action, times]) => times / rateOf(action))),
    );
  }

  function shiftAddS(): number {
    let times = 0;
    for (const { cycles, result, after } of feet)
      for (const counts of [...cycles, result, after]) times += counts.shiftAdds ?? 0;
    return times / feet.length / rateOf('shiftAdds');
  }

  function rateOf(action: Action): number {
    return rates[action] ?? Number.POSITIVE_INFINITY;
  }
}

/** What one window leaves at the foot of an array: in each input cycle, as results to be converted, and to be added at the end. */
interface Foot {
  readonly cycles: readonly ActionCounts[];
  readonly result: ActionCounts;
  readonly after: ActionCounts;
}

function footOf(chip: Chip, results: Crossbar['results']): Foot {
  const meter = newMeter();
  const readout = readoutOf(chip, results, meter);
  const cycles: ActionCounts[] = [];
  let before: ActionCounts = {};
  const { inputBits, streamedBits = inputBits } = chip.precision;
  for (let bits = 0; bits < Math.min(inputBits, streamedBits); bits += chip.array.dacBits) {
    readout.cycle(cycles.length);
    cycles.push(since());
  }
  readout.finish();
  const { shiftAdds = 0, ...result } = since();
  return { cycles, result, after: { shiftAdds } };

  function since(): ActionCounts {
    const now = { ...meter.counts() };
    const difference = Object.fromEntries(
      entries(now).map(([action, times]) => [action, times - (before[action] ?? 0)]),
    );
    before = now;
    return difference;
  }
}

const entries = (counts: ActionCounts): [Action, number][] => Object.entries(counts) as [Action, number][];
