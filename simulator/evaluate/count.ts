import { type ActionCounts, sumCounts } from '../chip/action.ts';
import {
  type DigitalLayer,
  elements,
  isMatrixLayer,
  type Layer,
  type Workload,
} from '../workload/workload.ts';
import { byteBits } from '../components/memory.ts';
import { bytes } from './bytes.ts';
import { bytesMoved, type LinkBytes, linkBytes, sumOf, totalOf } from './link.ts';
import { type PlacedLayer, type Placement, type Places, inputsOf, latest } from './place.ts';
import { writeActions } from './rewrite.ts';
import { routerHops } from './route.ts';
import type { Structure } from './structure.ts';
import { fedBackBytes, inputBytesBrought, partialBytes } from './transfer.ts';
import { windowActions } from './window-actions.ts';

/** Actions of one inference. */
export interface Counts {
  /** Of each placed layer, with what brings its inputs. */
  readonly layers: readonly LayerCounts[];
  /** Of writing the weights of each placed layer, per inference; empty where they stay in the arrays. */
  readonly writes: readonly ActionCounts[];
  /** Of the layers without weights. */
  readonly digital: readonly DigitalCounts[];
}

/** What a layer causes. Where it happens matters for what many layers share: routers and links. */
export interface LayerCounts {
  readonly actions: ActionCounts;
  /** Flits that reach the layer's tiles and pass a router there; `flitHops` has the routers on their way as well. */
  readonly arriving: number;
  /** What `linkBytes` is the sum of. */
  readonly links: LinkBytes;
}

export interface DigitalCounts extends LayerCounts {
  /** Placed layers whose tiles share the work, by index, each with its part of it. */
  readonly hosts: ReadonlyMap<number, number>;
}

/** Everything one inference makes happen, in whole actions but for what a batch shares; bytes and flits as their actions say. */
export function count(structure: Structure, workload: Workload, placement: Placement): Counts {
  const move = movement(structure, placement);
  const read = new Set(workload.layers.flatMap(({ from }) => from));
  const results = new Set(workload.layers.filter((_, index) => !read.has(index)));
  const kept = (layer: Layer) => here(results.has(layer) ? resultActions(structure, layer) : {});
  const layers = placement.layers.map((placed, index) =>
    together(layerCounts(structure, placement, move, placed, index), kept(placed.layer)),
  );
  const digital = workload.layers.flatMap((layer, index) => {
    if (isMatrixLayer(layer) || layers.length === 0) return [];
    const hosts = hostsOf(placement, placement.madeBy[index]!);
    const own = digitalCounts(structure, placement, move, layer, [...hosts.keys()]);
    return [{ ...together(own, kept(layer)), hosts }];
  });
  return { layers, writes: writeActions(structure, placement), digital };
}

/** What no layer reads is a result of the network: it is written into the buffer, for whoever fetches it. */
const resultActions = ({ dot }: Structure, { output }: Layer): ActionCounts => ({
  bufferBytes: bytes(elements(output), dot.outputBits),
});

/** The same of all layers together. */
export function totalCounts({ layers, writes, digital }: Counts): ActionCounts {
  const all = [...[...layers, ...digital].map(({ actions }) => actions), ...writes];
  return sumCounts(...all.map(each => [1, each] as const));
}

/** So many bytes on their way through routers, from the tiles of some placed layers to those of others. */
type Movement = (amount: number, from: Places, to: Places) => LayerCounts;

function movement(structure: Structure, placement: Placement): Movement {
  const hops = routerHops(structure, placement);
  return (amount, from, to) => {
    const arriving = Math.ceil((amount * byteBits) / structure.flitBits);
    return { ...here({ flitHops: arriving * hops(from, to) }), arriving };
  };
}

function layerCounts(
  structure: Structure,
  placement: Placement,
  move: Movement,
  placed: PlacedLayer,
  index: number,
): LayerCounts {
  const brought = inputBytesBrought(structure, placed);
  const fedBack = fedBackBytes(structure, placed);
  const partials = partialBytes(structure, placed) * (placed.partialTiles - 1);
  return together(
    here(sumCounts([placed.layer.matrix.windows, windowActions(structure, placed)])),
    here({ bufferBytes: brought + fedBack }),
    here(recurrenceActions(structure, placed)),
    move(brought, placed.inputsMadeBy, [index]),
    // Partial sums, and what is fed back, come from the tile next door.
    move(partials, [], [index]),
    move(fedBack, [], [index]),
    across(linkBytes(structure, placement, index)),
  );
}

/** What a recurrent layer computes between its steps, and keeps in the buffer from one to the next. */
function recurrenceActions({ dot }: Structure, { layer: { recurrent, matrix } }: PlacedLayer): ActionCounts {
  if (!recurrent) return {};
  return {
    activations: recurrent.activations,
    partialAdds: recurrent.elementwise,
    bufferBytes: 2 * matrix.windows * bytes(recurrent.kept, dot.outputBits),
  };
}

function digitalCounts(
  { dot }: Structure,
  placement: Placement,
  move: Movement,
  layer: DigitalLayer,
  host: Places,
): LayerCounts {
  switch (layer.kind) {
    case 'activation':
      return here({ activations: layer.operations });
    case 'pooling':
      return here({
        poolings: layer.operations,
        // What is pooled is written once and read once per window it falls into.
        bufferBytes: bytes(elements(layer.input), dot.outputBits) + bytes(layer.operations, dot.outputBits),
      });
    case 'elementwise': {
      // Operands that are made elsewhere come through routers, are kept, and are read again.
      const operandBytes = bytes(elements(layer.output), dot.outputBits);
      const operands = inputsOf(layer, placement.madeBy);
      const others = operands.toSpliced(operands.indexOf(latest(operands)), 1);
      return together(
        here({ partialAdds: layer.operations, bufferBytes: 2 * operandBytes * others.length }),
        ...others.map(from => move(operandBytes, from, host)),
        ...others.map(from => across(bytesMoved(placement, operandBytes, from, host))),
      );
    }
    case 'reshape':
      return here({});
  }
}

/** Tiles on which values are made, or those of the first layer, for what comes from outside; work is shared out over their arrays. */
function hostsOf({ layers }: Placement, madeBy: Places): ReadonlyMap<number, number> {
  const hosts = madeBy.length > 0 ? madeBy : [0];
  const arraysOf = (index: number) => layers[index]!.copies * layers[index]!.arraysPerCopy;
  const all = hosts.reduce((sum, index) => sum + arraysOf(index), 0);
  return new Map(hosts.map(index => [index, arraysOf(index) / all]));
}

const here = (actions: ActionCounts): LayerCounts => ({ actions, arriving: 0, links: new Map() });

const across = (links: LinkBytes): LayerCounts => ({ ...here({ linkBytes: totalOf(links) }), links });

function together(...parts: readonly LayerCounts[]): LayerCounts {
  return {
    actions: sumCounts(...parts.map(({ actions }) => [1, actions] as const)),
    arriving: parts.reduce((sum, { arriving }) => sum + arriving, 0),
    links: sumOf(...parts.map(({ links }) => links)),
  };
}
