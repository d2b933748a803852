import { elements, positions } from '../workload/workload.ts';
import { bytes } from './bytes.ts';
import type { Placement, Places } from './place.ts';
import type { Structure } from './structure.ts';
import { partialBytes, placesNeeded } from './transfer.ts';

/** Bytes that arrive at chips from others, by chip. */
export type LinkBytes = ReadonlyMap<number, number>;

/**
 * What arrives at each chip for a placed layer in one inference, by its index: inputs made on another chip than the one that
 * works on that part of the picture, what parts on different chips share, and partial sums of a copy larger than a chip.
 */
export function linkBytes(structure: Structure, placement: Placement, index: number): LinkBytes {
  const placed = placement.layers[index]!;
  const { chipOfPart, copies, inputsMadeBy, layer, inputChips, partialChips } = placed;
  const partials = partialBytes(structure, placed) * (partialChips - 1);
  // What comes from outside is brought to the chips that need it.
  if (inputsMadeBy.length === 0) return dealtOut(partials, chipOfPart);
  const all = bytes(elements(layer.input), structure.dot.inputBits);
  const needed = placesNeeded(layer, Math.min(copies, placement.chips));
  const shared = layer.input.channels * (needed - positions(layer.input));
  // Where one row of arrays is larger than a chip, its inputs go to several.
  const spread = all * (inputChips - 1);
  return sumOf(
    bytesMoved(placement, all, inputsMadeBy, [index]),
    dealtOut(bytes(shared, structure.dot.inputBits) + spread + partials, chipOfPart),
  );
}

/**
 * Bytes of values in the order of the picture that are made on one chip and needed on another. What was made before the arrays
 * were rewritten has left its chip, whichever it was, and comes back.
 */
export function bytesMoved(placement: Placement, all: number, from: Places, to: Places): LinkBytes {
  const { layers } = placement;
  const isLater = to.find(there => from.some(here => layers[here]!.loading !== layers[there]!.loading));
  if (isLater !== undefined) return dealtOut(2 * all, layers[isLater]!.chipOfPart);
  return furthest(all, chipsOf(placement, from), chipsOf(placement, to));
}

export function sumOf(...parts: readonly LinkBytes[]): LinkBytes {
  const sums = new Map<number, number>();
  for (const part of parts) for (const [chip, amount] of part) sums.set(chip, (sums.get(chip) ?? 0) + amount);
  return sums;
}

export const totalOf = (arriving: LinkBytes): number =>
  [...arriving.values()].reduce((sum, amount) => sum + amount, 0);

/** The chips that work on each part of the picture, all parts being equal. */
type ChipOfPart = readonly number[];

const chipsOf = ({ layers }: Placement, places: Places): readonly ChipOfPart[] =>
  places.map(index => layers[index]!.chipOfPart);

/** Where values have several places, those between which most is moved. */
function furthest(all: number, made: readonly ChipOfPart[], needed: readonly ChipOfPart[]): LinkBytes {
  const ways = made.flatMap(a => needed.map(b => moved(all, a, b)));
  return ways.reduce<LinkBytes>(
    (most, way) => (totalOf(way) > totalOf(most) ? way : most),
    new Map<number, number>(),
  );
}

function moved(all: number, made: ChipOfPart, needed: ChipOfPart): LinkBytes {
  const starts = ({ length }: ChipOfPart) =>
    Array.from({ length }, (_, part) => Math.ceil((part * all) / length));
  const pieces = [...new Set([...starts(made), ...starts(needed)])].sort((a, b) => a - b);
  return sumOf(
    ...pieces.map((start, index) => {
      const chip = chipAt(start, all, needed);
      const amount = chip === chipAt(start, all, made) ? 0 : (pieces[index + 1] ?? all) - start;
      return new Map([[chip, amount]]);
    }),
  );
}

/** The last part may start behind the last byte, when there are fewer bytes than parts. */
const chipAt = (byte: number, all: number, chipOfPart: ChipOfPart): number =>
  chipOfPart[Math.min(chipOfPart.length - 1, Math.floor((byte * chipOfPart.length) / all))]!;

/** The same for each chip, as nearly as whole bytes allow. */
function dealtOut(amount: number, chips: readonly number[]): LinkBytes {
  const upTo = (index: number) => Math.floor((index * amount) / chips.length);
  return new Map(chips.map((chip, index) => [chip, upTo(index + 1) - upTo(index)]));
}
