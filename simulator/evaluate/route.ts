import type { PlacedLayer, Placement, Places } from './place.ts';
import type { Structure } from './structure.ts';

/**
 * How many routers values pass from the tiles of some placed layers to those of others.
 *
 * Copies of a layer are dealt out evenly over the chips, so that each chip works on its own part of the picture and
 * holds the layers in the same order. Tiles fill a square mesh of routers in that order, back and forth, so
 * neighbours in order are neighbours on the chip. The distance is that of the middles of both layers, the longest
 * when there are several; values that stay in their tile, or come from outside, pass one router.
 */
export function routerHops(
  structure: Structure,
  { layers, chips }: Pick<Placement, 'layers' | 'chips'>,
): (from: Places, to: Places) => number {
  const mesh = meshOf(structure);
  const places = layers.map(placed => position(structure, mesh, chips, placed));
  return (from, to) => {
    const distances = from.flatMap(a => to.map(b => distance(places[a]!, places[b]!)));
    return 1 + Math.max(0, ...distances);
  };
}

interface Mesh {
  readonly width: number;
  readonly routers: number;
}

interface Position {
  readonly x: number;
  readonly y: number;
}

function meshOf({ components, arrays, arraysPerTile }: Structure): Mesh {
  const routers = components
    .filter(({ performs }) => performs.includes('flitHops'))
    .reduce((sum, { instances }) => sum + instances, 0);
  const count = Math.max(1, Math.round(routers || arrays / arraysPerTile));
  return { routers: count, width: Math.ceil(Math.sqrt(count)) };
}

function position({ arrays }: Structure, mesh: Mesh, chips: number, placed: PlacedLayer): Position {
  // A layer in parts, larger than all arrays, stands on all of them.
  const span = Math.min(placed.copies * placed.arraysPerCopy, chips * arrays);
  const middle = placed.firstArray + span / 2;
  // Multiplied first: the quotient of whole numbers is never rounded up to the next router.
  const router = Math.floor((middle * mesh.routers) / (chips * arrays));
  const y = Math.floor(router / mesh.width);
  const along = router % mesh.width;
  return { y, x: y % 2 === 0 ? along : mesh.width - 1 - along };
}

function distance(from: Position, to: Position): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}
