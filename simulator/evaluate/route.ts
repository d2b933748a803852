import type { PlacedLayer, Placement } from './place.ts';
import type { Structure } from './structure.ts';

/**
 * Routers that the inputs of each placed layer pass.
 *
 * Copies of a layer are dealt out evenly over the chips, so that each chip works on its own part of the picture and
 * holds the layers in the same order. Tiles fill a square mesh of routers in that order, back and forth, so
 * neighbours in order are neighbours on the chip. The distance is that of the middles of both layers, the longest
 * when several layers feed one; values that stay in their tile, or come from outside, pass one router.
 */
export function routerHops(structure: Structure, placement: Placement): readonly number[] {
  const mesh = meshOf(structure);
  const places = placement.layers.map(placed => position(structure, mesh, placement, placed));
  return placement.layers.map(({ sources }, index) => {
    const distances = sources.map(source => distance(places[source]!, places[index]!));
    return 1 + Math.max(0, ...distances);
  });
}

/** Whether a layer has a copy on every chip. */
export function isOnEveryChip({ chips }: Placement, { copies }: PlacedLayer): boolean {
  return copies >= chips;
}

/** Chips that hold a part of a layer. */
export function chipsHolding({ arrays }: Structure, placement: Placement, placed: PlacedLayer): number {
  if (isOnEveryChip(placement, placed)) return placement.chips;
  const filled = Math.ceil((placed.copies * placed.arraysPerCopy) / arrays);
  return Math.min(placement.chips, Math.max(placed.copies, filled));
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

function position({ arrays }: Structure, mesh: Mesh, { chips }: Placement, placed: PlacedLayer): Position {
  const middle = placed.firstArray + (placed.copies * placed.arraysPerCopy) / 2;
  const router = Math.floor(Math.min(middle / (chips * arrays), 1) * mesh.routers);
  const y = Math.floor(router / mesh.width);
  const along = router % mesh.width;
  return { y, x: y % 2 === 0 ? along : mesh.width - 1 - along };
}

function distance(from: Position, to: Position): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}
