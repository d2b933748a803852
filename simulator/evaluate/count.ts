import { type ActionCounts, sumCounts } from '../chip/action.ts';
import { elements, isMatrixLayer, type Layer, type Workload } from '../workload/workload.ts';
import { bytes } from './bytes.ts';
import type { PlacedLayer, Placement } from './place.ts';
import { writeActions } from './rewrite.ts';
import { isOnEveryChip, routerHops } from './route.ts';
import type { Structure } from './structure.ts';
import { windowActions } from './window-actions.ts';

/** Actions of one inference. */
export interface Counts {
  /** Of each placed layer, with what brings its inputs. */
  readonly layers: readonly ActionCounts[];
  /** Of writing the weights of each placed layer, per inference; empty where they stay in the arrays. */
  readonly writes: readonly ActionCounts[];
  /** Of the layers without weights, on the tiles of the placed layers they follow. */
  readonly digital: readonly DigitalCounts[];
  /** Routers that the inputs of each placed layer pass. */
  readonly hops: readonly number[];
}

export interface DigitalCounts {
  readonly actions: ActionCounts;
  /** Indices of the placed layers whose tiles share the work. */
  readonly hosts: readonly number[];
}

export function count(structure: Structure, workload: Workload, placement: Placement): Counts {
  const hops = routerHops(structure, placement);
  const flitBits =
    structure.components.find(({ performs }) => performs.includes('flitHops'))?.component.parameters.flit ??
    8;
  const layers = placement.layers.map((placed, index) =>
    sumCounts(
      [placed.layer.matrix.windows * placed.layer.matrix.groups, windowActions(structure, placed)],
      [1, transferActions(structure, placed, hops[index]!, flitBits)],
      [1, { linkBytes: linkBytes(structure, placement, placed) }],
      [1, recurrenceActions(placed)],
    ),
  );
  const digital = workload.layers.flatMap(layer =>
    isMatrixLayer(layer) || layers.length === 0
      ? []
      : [{ actions: digitalActions(structure, layer, flitBits), hosts: hostsOf(placement, layer) }],
  );
  return { layers, writes: writeActions(structure, placement), digital, hops };
}

export function totalCounts({ layers, writes, digital }: Counts): ActionCounts {
  const all = [...layers, ...writes, ...digital.map(({ actions }) => actions)];
  return sumCounts(...all.map(each => [1, each] as const));
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
 * neighbouring parts of the picture share; else all that is not made on the chip that needs it. What was made before the
 * arrays were rewritten has left the chip and comes back.
 */
function linkBytes({ dot }: Structure, placement: Placement, placed: PlacedLayer): number {
  const { chips } = placement;
  const { input, kernel } = placed.layer;
  const sources = placed.sources.map(index => placement.layers[index]!);
  if (sources.some(({ loading }) => loading !== placed.loading))
    return 2 * bytes(elements(input), dot.inputBits);
  // What comes from outside is brought to the chip that needs it.
  if (chips === 1 || sources.length === 0) return 0;
  const everywhere = [placed, ...sources].every(each => isOnEveryChip(placement, each));
  const sharedRows = Math.max(0, kernel.height - kernel.stride) * (chips - 1);
  const shared = bytes(sharedRows * input.width * input.channels, dot.inputBits);
  const all = Math.ceil((bytes(elements(input), dot.inputBits) * (chips - 1)) / chips);
  return everywhere ? Math.min(shared, all) : all;
}

/** What a recurrent layer does between its steps. */
function recurrenceActions({ layer: { recurrent } }: PlacedLayer): ActionCounts {
  return recurrent ? { activations: recurrent.activations, partialAdds: recurrent.elementwise } : {};
}

function digitalActions(
  { dot }: Structure,
  layer: Exclude<Layer, { matrix: unknown }>,
  flitBits: number,
): ActionCounts {
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
      // The operand that is not made here comes through a router, is kept, and is read again.
      return {
        partialAdds: layer.operations,
        bufferBytes: bytes(2 * layer.operations, dot.outputBits),
        flitHops: Math.ceil((layer.operations * dot.outputBits) / flitBits),
      };
    case 'reshape':
      return {};
  }
}

/** The placed layers whose values a layer without weights reads; the first, where it reads the network's input. */
function hostsOf(placement: Placement, layer: Layer): readonly number[] {
  const sources = placement.feeding.get(layer) ?? [];
  return sources.length > 0 ? sources : [0];
}

/** Bits of a partial sum on its way between arrays: the output and the carries of adding `rowTiles` of them. */
export const partialBits = (outputBits: number, rowTiles: number): number =>
  outputBits + Math.ceil(Math.log2(rowTiles));
