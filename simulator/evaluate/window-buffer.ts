import type { Chip } from '../chip/chip.ts';
import type { MatrixLayer, Workload } from '../workload/workload.ts';
import { bytes } from './bytes.ts';
import { chipsHolding, type PlacedLayer, type PlaceOptions, place } from './place.ts';
import { type Structure, structureOf } from './structure.ts';

/** What the buffers beside one layer have to hold for its window, and what they can, on each chip that holds it. */
export interface WindowBuffer {
  readonly layer: MatrixLayer;
  readonly neededBytes: number;
  readonly availableBytes: number;
  /** Tiles of one chip the layer's arrays stand on. */
  readonly tiles: number;
}

/**
 * The window of every layer against the buffers of its tiles; empty where no buffer says its capacity.
 *
 * Between two layers stand ((W·(Ky − 1)) + Kx) · C values: whole rows but for the last, of which only the width of the
 * kernel (ISAAC, section 6). A chip keeps them once, because the copies of a layer share its part of the picture, and
 * once more for each further tile whose arrays need the same inputs. A copy that is spread over several chips needs its
 * part on each. What counts is every buffer of all tiles the layer's arrays stand on, whole, as if no other layer stood
 * there too: where that is too little, it is too little whoever shares the tile.
 */
export function windowBuffers(chip: Chip, workload: Workload, options: PlaceOptions = {}): WindowBuffer[] {
  const structure = structureOf(chip);
  const tileBytes = bufferBytesOfTile(structure);
  if (tileBytes === undefined) return [];
  const placement = place(structure, workload, options);
  return placement.layers.map(placed => windowBuffer(structure, placed, tileBytes));
}

function windowBuffer(structure: Structure, placed: PlacedLayer, tileBytes: number): WindowBuffer {
  const { layer, copies, arraysPerCopy, inputTiles } = placed;
  const { input, kernel } = layer;
  const holding = chipsHolding(placed);
  const tiles = Math.ceil((copies * arraysPerCopy) / holding / structure.arraysPerTile);
  const values = (input.width * (kernel.height - 1) + kernel.width) * input.channels;
  const share = Math.min(1, copies / holding);
  return {
    layer,
    neededBytes: Math.ceil(bytes(values, structure.dot.inputBits) * inputTiles * share),
    availableBytes: tiles * tileBytes,
    tiles,
  };
}

/** Capacity of the buffers of one tile; undefined where there is none, or one that does not say how much it holds. */
function bufferBytesOfTile({ components, arrays, arraysPerTile }: Structure): number | undefined {
  const buffers = components.filter(({ performs }) => performs.includes('bufferBytes'));
  const bits = buffers.reduce(
    (sum, { instances, component }) => sum + instances * (component.parameters.capacity ?? Number.NaN),
    0,
  );
  return bits > 0 ? ((bits / 8) * arraysPerTile) / arrays : undefined;
}
