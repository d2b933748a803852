import { isMatrixLayer, type Kernel, type Layer, positions, type Workload } from '../workload/workload.ts';
import type { Loading } from './loading.ts';
import type { PlacedLayer, Placement } from './place.ts';
import { pipelineDepthS, type Stage } from './stage.ts';
import type { Structure } from './structure.ts';

/**
 * Seconds of one inference through an empty pipeline, or through those of its layers that are in the arrays together.
 *
 * Every window starts when all it sees is there, a copy is free, and the window before has started; copies take turns. Its result
 * is there a stage and the depth of the pipeline later. Layers without weights add no time. As results come in the order of
 * the picture, what a window sees is there when its last corner is.
 */
export function latency(
  structure: Structure,
  { layers }: Workload,
  placement: Placement,
  stages: readonly Stage[],
  loading?: Loading,
): number {
  const ready: Times[] = [];
  let placed = 0;
  let loadedS = 0;
  for (const layer of layers) {
    const inputs = inputTimes(layer, ready);
    if (isMatrixLayer(layer) && loading && !loading.layers.includes(placed)) {
      // What other loadings make is there before, or made later.
      ready.push([{ until: positions(layer.output), atS: 0 }]);
      placed++;
    } else if (isMatrixLayer(layer)) {
      const { timeS } = stages[placed]!;
      const seen = seenTimes(layer.kernel, layer.recurrent ? asSequence(layer) : layer, inputs);
      const results = resultTimes(placement.layers[placed]!, seen, timeS, pipelineDepthS(structure, timeS));
      loadedS = Math.max(loadedS, results.at(-1)!.atS);
      ready.push(results);
      placed++;
    } else ready.push(layer.kernel ? inOrder(seenTimes(layer.kernel, layer, inputs)) : inputs);
  }
  if (loading) return loadedS;
  const read = new Set(layers.flatMap(({ from }) => from));
  const results = ready.filter((_, index) => !read.has(index));
  return Math.max(0, ...results.map(times => times.at(-1)!.atS));
}

/**
 * When each position of a picture is there, row by row. Copies work side by side, so many positions come at once; each run
 * of them ends before position `until`, where the next begins.
 */
type Times = readonly Run[];

interface Run {
  readonly until: number;
  readonly atS: number;
}

/** A layer's input: each position is there with the last of what is added, or stands side by side. */
function inputTimes({ from, input }: Layer, ready: readonly Times[]): Times {
  const [first = [{ until: positions(input), atS: 0 }], ...others] = from.flatMap(index => {
    const times = ready[index];
    return times ? [times] : [];
  });
  return others.reduce(laterOf, first);
}

function laterOf(a: Times, b: Times): Times {
  const merged: Run[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const until = Math.min(a[i]!.until, b[j]!.until);
    append(merged, until, Math.max(a[i]!.atS, b[j]!.atS));
    if (a[i]!.until === until) i++;
    if (b[j]!.until === until) j++;
  }
  return merged;
}

type Shapes = Pick<Layer, 'input' | 'output'>;

/** A recurrent layer reads position after position; where there is but one, the inputs of further steps come from outside. */
const asSequence = ({ input, output }: Shapes): Shapes => ({
  input: { ...input, height: positions(input), width: 1 },
  output,
});

/** When all is there that each window sees: with its lower right corner, or what of that is no padding. */
function seenTimes(kernel: Kernel, { input, output }: Shapes, inputs: Times): Times {
  const seen: Run[] = [];
  const below = kernel.height - 1 - kernel.paddingAbove;
  const beside = kernel.width - 1 - kernel.paddingLeft;
  let run = 0;
  for (let y = 0; y < output.height; y++) {
    const row = input.width * within(input.height, y * kernel.strideDown + below);
    for (let x = 0; x < output.width; ) {
      const corner = row + within(input.width, x * kernel.strideAcross + beside);
      // Rows of windows that reach over the lower border see the same row again.
      while (run > 0 && inputs[run - 1]!.until > corner) run--;
      while (inputs[run]!.until <= corner) run++;
      const { until, atS } = inputs[run]!;
      const isWholeRow = until >= row + input.width;
      x = isWholeRow
        ? output.width
        : Math.min(output.width, Math.ceil((until - row - beside) / kernel.strideAcross));
      append(seen, y * output.width + x, atS);
    }
  }
  return seen;
}

const within = (size: number, position: number): number => Math.max(0, Math.min(size - 1, position));

/** When the results of a layer's windows are there that see their inputs at these times. */
function resultTimes(
  { layer, copies, waits }: PlacedLayer,
  seen: Times,
  stageS: number,
  depthS: number,
): Times {
  // A step of a recurrent layer waits for the result of the one before; its copies work on other inferences.
  const turn = layer.recurrent ? 1 : copies;
  const busyS = waits ? stageS + depthS : stageS;
  const started: Run[] = [];
  let window = 0;
  /** The run of windows that had the same copies a turn ago. */
  let before = 0;
  for (const { until, atS } of seen)
    while (window < until) {
      const isFirstTurn = window < turn;
      while (!isFirstTurn && started[before]!.until <= window - turn) before++;
      const freeS = isFirstTurn ? 0 : started[before]!.atS + busyS;
      const freeUntil = isFirstTurn ? turn : started[before]!.until + turn;
      const last = started.at(-1)?.atS ?? 0;
      window = Math.min(until, freeUntil);
      append(started, window, Math.max(last, atS, freeS));
    }
  return started.map(run => ({ ...run, atS: run.atS + stageS + depthS }));
}

function inOrder(times: Times): Times {
  const ordered: Run[] = [];
  for (const { until, atS } of times) append(ordered, until, Math.max(atS, ordered.at(-1)?.atS ?? 0));
  return ordered;
}

/** Makes the last run longer where it can. */
function append(runs: Run[], until: number, atS: number): void {
  if (runs.at(-1)?.atS === atS) runs.pop();
  runs.push({ until, atS });
}
