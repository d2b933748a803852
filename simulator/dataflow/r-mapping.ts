import { columnSumBits, type DotProduct, inputCycles, weightSlices } from './dot-product.ts';

/** Where the partial sums of one dot product stand in an analog buffer. */
export interface RMap {
  /** One for each input cycle. */
  readonly rows: number;
  /** The lines that are added up; those beside each other differ in weight by one slice. */
  readonly columns: number;
  /** Entries of each line, the lightest line first. */
  readonly heights: readonly number[];
}

/**
 * R-mapping (CASCADE, section 3): the S partial sums of input cycle k go to row k, shifted by k columns, so that what weighs the same
 * stands in one line. C cycles leave C rows and C + S − 1 lines, of which line c has min(c + 1, C, S, C + S − 1 − c) entries.
 *
 * Shifting by one column is right where a slice of the inputs has as many bits as one of the weights; where it has not, this
 * follows Neural-PIM's eq. 6, which counts lines all the same.
 */
export function rMapOf(dot: DotProduct): RMap {
  const [rows, slices] = [inputCycles(dot), weightSlices(dot)];
  const columns = rows + slices - 1;
  const heights = Array.from({ length: columns }, (_, line) =>
    Math.min(line + 1, rows, slices, columns - line),
  );
  return { rows, columns, heights };
}

/**
 * Bits of every conversion of one dot product, the heaviest line first and the carry last.
 *
 * A line of so many entries has the bits of one and log2 of their number. The carry is all lighter lines, each worth half, a
 * quarter, … of the next for slices of one bit; it is converted in units of the lightest line that is converted itself.
 */
export function conversionBits(dot: DotProduct): readonly number[] {
  const heaviestFirst = rMapOf(dot).heights.toReversed();
  const direct = Math.min(dot.directLines ?? heaviestFirst.length, heaviestFirst.length);
  const lighter = heaviestFirst.slice(direct);
  const step = Math.min(dot.dacBits, dot.cellBits);
  const carry = lighter.reduce((sum, entries, index) => sum + entries / 2 ** (step * (index + 1)), 0);
  return [...heaviestFirst.slice(0, direct), ...(lighter.length > 0 ? [carry] : [])].map(entries =>
    Math.max(0, columnSumBits(dot) + Math.ceil(Math.log2(entries))),
  );
}

/** Lines that are added in analog before they are converted together. */
export const summedLines = (dot: DotProduct): number =>
  Math.max(0, rMapOf(dot).columns - (dot.directLines ?? Number.POSITIVE_INFINITY));
