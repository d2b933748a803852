import type { ArrayGeometry, Chip } from '../chip/chip.ts';

/** What the accumulation of one dot product depends on. Widths in bits; the symbols of the Neural-PIM paper beside them. */
export interface DotProduct {
  /** P_I */
  readonly inputBits: number;
  /** Bits of an input that take input cycles: P_I, less a sign that takes none. */
  readonly streamedBits: number;
  /** P_W */
  readonly weightBits: number;
  /** P_O */
  readonly outputBits: number;
  /** P_D */
  readonly dacBits: number;
  /** P_R */
  readonly cellBits: number;
  /** Rows of the array, 2^N. */
  readonly rows: number;
  readonly weights: ArrayGeometry['weights'];
  readonly flipped: boolean;
  /** Lines of an analog buffer converted one by one; all when absent. */
  readonly directLines?: number;
}

/** Bits that a row driver or a cell has beyond those of the input or weight it takes are never used, nor streamed ones an input does not have. */
export function dotProductOf({
  precision,
  array,
  directLines,
}: Pick<Chip, 'precision' | 'array' | 'directLines'>): DotProduct {
  const streamedBits = Math.min(precision.streamedBits ?? precision.inputBits, precision.inputBits);
  return {
    ...precision,
    ...array,
    streamedBits,
    dacBits: Math.min(array.dacBits, streamedBits),
    cellBits: Math.min(array.cellBits, precision.weightBits),
    ...(directLines === undefined ? {} : { directLines }),
  };
}

/** Input cycles, C = ⌈P_I / P_D⌉. */
export const inputCycles = (dot: DotProduct): number => Math.ceil(dot.streamedBits / dot.dacBits);

/** Weight slices, S = ⌈P_W / P_R⌉. */
export const weightSlices = (dot: DotProduct): number => Math.ceil(dot.weightBits / dot.cellBits);

/** Columns one weight takes: its slices, twice when positive and negative parts stand side by side. */
export const columnsPerWeight = (dot: DotProduct): number =>
  weightSlices(dot) * (dot.weights === 'differential' ? 2 : 1);

/** The unit column of an array, read out like a weight of one slice. What it delivers is not corrected itself. */
export const unitColumn = (dot: DotProduct): DotProduct => ({
  ...dot,
  weightBits: dot.cellBits,
  weights: 'offset',
});

/**
 * Corrections of a result whose columns were added before they were converted: one takes an offset away, one turns a weight
 * back that is stored flipped; its columns can only be flipped together.
 */
export const correctionsOfSum = ({ weights, flipped }: DotProduct): number =>
  (weights === 'offset' ? 1 : 0) + (flipped ? 1 : 0);

/** Bits of the sum on one bit line, Neural-PIM eq. 2: P_R + P_D + N, one less if P_R or P_D is 1; flipped columns save one more (ISAAC 5). */
export function columnSumBits(dot: DotProduct): number {
  const rowBits = Math.ceil(Math.log2(dot.rows));
  const product = dot.cellBits + dot.dacBits + rowBits - (dot.cellBits > 1 && dot.dacBits > 1 ? 0 : 1);
  return product - (dot.flipped ? 1 : 0);
}
