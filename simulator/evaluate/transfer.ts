import type { MatrixLayer } from '../workload/workload.ts';
import { bytes } from './bytes.ts';
import type { PlacedLayer } from './place.ts';
import type { Structure } from './structure.ts';

/**
 * Bytes of a layer's inputs that are written into buffers in one inference: the whole input, into every tile that needs it.
 * Copies in different tiles work on different parts of the picture; what two parts share is brought to both.
 */
export function inputBytesBrought({ dot, arraysPerTile }: Structure, placed: PlacedLayer): number {
  const { matrix, input, recurrent } = placed.layer;
  const values = recurrent
    ? // The inputs of all steps, whether they come from the layer before or from outside; the constant one is there already.
      (matrix.rows - recurrent.fedBack - 1) * matrix.windows
    : input.channels * placesNeeded(placed.layer, partsInTiles(arraysPerTile, placed));
  return bytes(values, dot.inputBits) * placed.inputTiles;
}

/** Bytes of results that a recurrent layer writes into its own buffers, as inputs of the next step. */
export function fedBackBytes({ dot }: Structure, { layer, inputTiles }: PlacedLayer): number {
  const values = (layer.recurrent?.fedBack ?? 0) * (layer.matrix.windows - 1);
  return bytes(values, dot.inputBits) * inputTiles;
}

/** Bytes of one partial sum of every result of an inference, on its way between arrays: the output, and the carries of adding. */
export function partialBytes({ dot }: Structure, { layer: { matrix }, arraysDown }: PlacedLayer): number {
  const results = matrix.columns * matrix.groups * matrix.windows;
  return bytes(results, dot.outputBits + Math.ceil(Math.log2(arraysDown)));
}

/**
 * Places of the input that are needed when its windows are shared out over so many parts of the picture, which are as square as
 * can be: where a window reaches into the next part, both need what it sees.
 */
export function placesNeeded({ input: { height, width }, kernel }: MatrixLayer, parts: number): number {
  const down = Math.min(height, Math.ceil(Math.sqrt((parts * height) / width)));
  const across = Math.ceil(parts / down);
  const rows = Math.min(height, Math.max(0, kernel.height - kernel.strideDown));
  const columns = Math.min(width, Math.max(0, kernel.width - kernel.strideAcross));
  return (height + (down - 1) * rows) * (width + (across - 1) * columns);
}

/** Parts of the picture in different buffers: every tile has one, or as many tiles as a copy takes. */
function partsInTiles(arraysPerTile: number, { copies, arraysPerCopy }: PlacedLayer): number {
  return Math.ceil(copies / Math.max(1, Math.floor(arraysPerTile / arraysPerCopy)));
}
