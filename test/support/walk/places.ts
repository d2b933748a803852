import type { MatrixLayer, Workload } from '../../../simulator/index.ts';
import type { Size } from './size.ts';

/** A layer on its arrays, as far as other layers have to know. */
export interface Placed {
  readonly layer: MatrixLayer;
  readonly copies: number;
  readonly arraysPerCopy: number;
  /** Chips over which a copy is spread. */
  readonly chipsPerCopy: number;
  /** Arrays of the layers before it that are there too. */
  readonly arraysBefore: number;
  /** Which layers are in the arrays together, where these are filled several times. */
  readonly loading: number;
}

/** Which placed layers' tiles make the values of each layer, by index. Nothing makes what comes from outside. */
export function makersOf({ layers }: Workload): readonly (readonly number[])[] {
  const makers: number[][] = [];
  let placed = 0;
  for (const layer of layers) {
    const inputs = layer.from.map(from => makers[from] ?? []);
    if ('matrix' in layer) makers.push([placed++]);
    // A sum is formed where its last operand is made.
    else if (layer.kind === 'elementwise') makers.push(latest(inputs));
    // Values that only pass, or are looked at one by one, stay where they are.
    else makers.push([...new Set(inputs.flat())]);
  }
  return makers;
}

/** Of several inputs, the one of which a part is made last. */
export function latest(inputs: readonly number[][]): number[] {
  let found = inputs[0]!;
  for (const input of inputs) if (Math.max(-1, ...input) > Math.max(-1, ...found)) found = input;
  return found;
}

/**
 * Routers from the tiles of one layer to those of another. Routers stand in a square and are numbered like a snake; layers
 * fill the chips evenly, so a layer is at the router that is as far along the snake as its middle array is along all arrays.
 */
export function routersBetween(size: Size, chips: number, from: Placed, to: Placed): number {
  const [a, b] = [from, to].map(placed => routerOf(size, chips, placed)) as [Router, Router];
  let passed = 1;
  let { x, y } = a;
  while (y !== b.y) {
    y += Math.sign(b.y - y);
    passed++;
  }
  while (x !== b.x) {
    x += Math.sign(b.x - x);
    passed++;
  }
  return passed;
}

interface Router {
  readonly x: number;
  readonly y: number;
}

function routerOf({ routers, arraysPerChip }: Size, chips: number, placed: Placed): Router {
  let side = 1;
  while (side * side < routers) side++;
  let last = placed.arraysBefore + placed.copies * placed.arraysPerCopy;
  // One that is larger than all arrays fills them again and again.
  while (last > chips * arraysPerChip) last--;
  const middle = (placed.arraysBefore + last) / 2;
  let [x, y, step] = [0, 0, 1];
  for (let router = 1; router * chips * arraysPerChip <= middle * routers; router++) {
    const turns = x + step < 0 || x + step >= side;
    if (turns) [y, step] = [y + 1, -step];
    else x += step;
  }
  return { x, y };
}

/**
 * The chip that works on each of the layer's parts of a picture, which are equal. With a copy for every chip, each chip has a
 * part; a copy larger than a chip is worked on by several. Fewer parts than chips stand in the middle of where they would
 * reach to if all chips had one.
 */
export function chipsOf(chips: number, { copies, chipsPerCopy }: Placed): number[] {
  const parts = Math.min(chips, copies * chipsPerCopy);
  const found: number[] = [];
  for (let part = 0; part < parts; part++) {
    let chip = 0;
    while ((chip + 1) * 2 * parts <= (2 * part + 1) * chips) chip++;
    found.push(chip);
  }
  return found;
}

/**
 * Bytes that cross links on their way from one layer to another: those needed on another chip, or all, out and back, where the arrays
 * are filled anew in between.
 */
export function bytesCrossing(
  chips: number,
  all: number,
  from: readonly Placed[],
  to: readonly Placed[],
): number {
  const ways = from.flatMap(maker => to.map(user => [maker, user] as const));
  if (ways.some(([maker, user]) => maker.loading !== user.loading)) return all + all;
  // From the maker that is furthest away.
  return Math.max(
    0,
    ...ways.map(([maker, user]) => bytesMoved(all, chipsOf(chips, maker), chipsOf(chips, user))),
  );
}

/** Bytes, of so many in the order of the picture, that are made on another chip than the one they are needed on. */
function bytesMoved(all: number, made: readonly number[], needed: readonly number[]): number {
  let moved = 0;
  for (let byte = 0; byte < all; byte++) {
    const at = (chips: readonly number[]) => chips[Math.floor((byte * chips.length) / all)];
    if (at(made) !== at(needed)) moved++;
  }
  return moved;
}
