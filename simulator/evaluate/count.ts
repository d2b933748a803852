import { type ActionCounts, sumCounts } from '../chip/action.ts';
import { elements, isMatrixLayer, type Layer, type Workload } from '../workload/workload.ts';
import { bytes } from './bytes.ts';
import type { PlacedLayer, Placement } from './place.ts';
import { isOnEveryChip, routerHops } from './route.ts';
import type { Structure } from './structure.ts';
import { windowActions } from './window-actions.ts';

/** Actions of one inference per placed layer; layers without weights are counted with the layer before them. */
export function count(
  structure: Structure,
  workload: Workload,
  placement: Placement,
): readonly ActionCounts[] {
  const hops = routerHops(structure, placement);
  const flitBits =
    structure.components.find(({ performs }) => performs.includes('flitHops'))?.component.parameters.flit ??
    8;
  const counts = placement.layers.map((placed, index) =>
    sumCounts(
      [placed.layer.matrix.windows * placed.layer.matrix.groups, windowActions(structure, placed)],
      [1, transferActions(structure, placed, hops[index]!, flitBits)],
      [1, { linkBytes: linkBytes(structure, placement, placed) }],
    ),
  );
  for (const layer of workload.layers) {
    if (isMatrixLayer(layer)) continue;
    const host = hostOf(workload, layer, placement);
    if (host >= 0) counts[host] = sumCounts([1, counts[host]!], [1, digitalActions(structure, layer)]);
  }
  return counts;
}

/** Values between layers: into the buffers of the tiles that need them, and partial sums between tiles. */
function transferActions(
  structure: Structure,
  placed: PlacedLayer,
  hops: number,
  flitBits: number,
): ActionCounts {
  const { dot } = structure;
  const { matrix, input } = placed.layer;
  const delivered = bytes(elements(input), dot.inputBits) * placed.inputSharers;
  const results = matrix.columns * matrix.groups * matrix.windows;
  const partials = bytes(results, partialBits(dot.outputBits, placed.rowTiles)) * (placed.partialSources - 1);
  const flits = (amount: number) => Math.ceil((amount * 8) / flitBits);
  // Partial sums come from the tile next door.
  return { bufferBytes: delivered, flitHops: flits(delivered) * hops + flits(partials) };
}

/**
 * Bytes of a layer's inputs that cross from chip to chip. Where both ends have a copy on every chip, only the rows that
 * neighbouring parts of the picture share; else all that is not made on the chip that needs it.
 */
function linkBytes({ dot }: Structure, placement: Placement, placed: PlacedLayer): number {
  const { chips } = placement;
  // What comes from outside is brought to the chip that needs it.
  if (chips === 1 || placed.sources.length === 0) return 0;
  const { input, kernel } = placed.layer;
  const sources = placed.sources.map(index => placement.layers[index]!);
  const everywhere = [placed, ...sources].every(each => isOnEveryChip(placement, each));
  const sharedRows = Math.max(0, kernel.height - kernel.stride) * (chips - 1);
  const shared = bytes(sharedRows * input.width * input.channels, dot.inputBits);
  const all = Math.ceil((bytes(elements(input), dot.inputBits) * (chips - 1)) / chips);
  return everywhere ? Math.min(shared, all) : all;
}

function digitalActions({ dot }: Structure, layer: Exclude<Layer, { matrix: unknown }>): ActionCounts {
  switch (layer.kind) {
    case 'activation':
      return { activations: layer.operations };
    case 'pooling':
      return {
        poolings: layer.operations,
        // What is pooled is written once and read once per window it falls into.
        bufferBytes: bytes(elements(layer.input), dot.outputBits) + bytes(layer.operations, dot.outputBits),
      };
    case 'elementwise':
      return { partialAdds: layer.operations, bufferBytes: bytes(2 * layer.operations, dot.outputBits) };
    case 'reshape':
      return {};
  }
}

/** Index of the placed layer whose tiles a layer without weights runs on: the nearest one before it, else the first. */
function hostOf(workload: Workload, layer: Layer, placement: Placement): number {
  if (placement.layers.length === 0) return -1;
  let current: Layer | undefined = layer;
  while (current && !isMatrixLayer(current)) current = workload.layers[current.from[0] ?? -1];
  return current ? placement.layers.findIndex(placed => placed.layer === current) : 0;
}

/** Bits of a partial sum on its way between arrays: the output and the carries of adding `rowTiles` of them. */
export const partialBits = (outputBits: number, rowTiles: number): number =>
  outputBits + Math.ceil(Math.log2(rowTiles));
