import { isMatrixLayer, type Layer, type Workload } from '../workload/workload.ts';
import type { PlacedLayer, Placement } from './place.ts';
import type { Structure } from './structure.ts';

/** The way of a layer's inputs from the tiles that make them. */
export interface Route {
  /** Routers passed on the chip. */
  readonly hops: number;
  /** Chip boundaries crossed. */
  readonly chipsAcross: number;
}

/**
 * Routers and chip boundaries between each placed layer and the layers that feed it.
 *
 * Tiles fill a square mesh of routers in layer order, back and forth, so neighbours in order are neighbours on the
 * chip. The distance is that of the middles of both layers, the longest when several layers feed one. A layer fed by
 * the network's input, or by its own tile, passes one router.
 */
export function routes(structure: Structure, workload: Workload, placement: Placement): readonly Route[] {
  const mesh = meshOf(structure);
  const places = new Map<Layer, Position>(
    placement.layers.map(placed => [placed.layer, position(structure, mesh, placed)]),
  );
  return placement.layers.map(placed => {
    const here = places.get(placed.layer)!;
    const ways = producers(workload, placed.layer).map(producer => way(mesh, places.get(producer)!, here));
    return ways.reduce(
      (longest, { hops, chipsAcross }) => ({
        hops: Math.max(longest.hops, hops),
        chipsAcross: Math.max(longest.chipsAcross, chipsAcross),
      }),
      { hops: 1, chipsAcross: 0 },
    );
  });
}

/** The layers with weights whose values reach this one, through any layers without. */
export function producers(workload: Workload, layer: Layer): Layer[] {
  return layer.from.flatMap(index => {
    const source = workload.layers[index];
    if (!source) return [];
    return isMatrixLayer(source) ? [source] : producers(workload, source);
  });
}

interface Mesh {
  readonly width: number;
  readonly routers: number;
}

interface Position {
  readonly chip: number;
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

function position({ arrays }: Structure, mesh: Mesh, placed: PlacedLayer): Position {
  const middle = placed.firstArray + (placed.copies * placed.arraysPerCopy) / 2;
  const chip = Math.floor(middle / arrays);
  const router = Math.floor(((middle - chip * arrays) / arrays) * mesh.routers);
  const y = Math.floor(router / mesh.width);
  const along = router % mesh.width;
  return { chip, y, x: y % 2 === 0 ? along : mesh.width - 1 - along };
}

function way(mesh: Mesh, from: Position, to: Position): Route {
  const chipsAcross = Math.abs(to.chip - from.chip);
  // Between chips: half a chip to its edge, half a chip in from the other's, and across every chip between.
  if (chipsAcross > 0) return { hops: mesh.width * chipsAcross, chipsAcross };
  return { hops: 1 + Math.abs(to.x - from.x) + Math.abs(to.y - from.y), chipsAcross };
}
