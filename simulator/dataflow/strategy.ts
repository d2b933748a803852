import type { ActionCounts } from '../chip/action.ts';
import type { DotProduct } from './dot-product.ts';

/** How partial sums become one digital result. Everything is per dot product of one array; its unit column is one more. */
export interface Strategy {
  /** The word of the language, and the key of the table. */
  readonly name: string;
  readonly doc: string;
  /** Bits the converter needs so that nothing is lost. */
  readonly resolution: (dot: DotProduct) => number;
  /** What happens in every input cycle. */
  readonly actionsPerCycle: (dot: DotProduct) => ActionCounts;
  /** What happens once, after the last input cycle, besides corrections. */
  readonly actionsPerResult: (dot: DotProduct) => ActionCounts;
  /** Digital shift-and-adds that bring the unit column into a result: they take an offset away and turn flipped columns back. */
  readonly corrections: (dot: DotProduct) => number;
  /** Component kinds without which the strategy cannot run, by the action they perform. */
  readonly needs: readonly (keyof ActionCounts)[];
}
