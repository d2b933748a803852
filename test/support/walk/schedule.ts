/** A layer as a schedule sees it: what it waits for, and how long it takes. Times are in input cycles. */
export interface Scheduled {
  /** Layers whose results it reads, by index; the network's input, which is there from the beginning, is -1. */
  readonly from: readonly number[];
  /** Positions of its input, of which window (y, x) sees a part. */
  readonly height: number;
  readonly width: number;
  readonly kernel: readonly [down: number, across: number];
  readonly stride: number;
  readonly padding: number;
  readonly windowsDown: number;
  readonly windowsAcross: number;
  /** Absent for a layer without weights, which adds no time. */
  readonly work?: {
    readonly copies: number;
    readonly stage: number;
    /** From the end of the stage to the result. */
    readonly depth: number;
    /** Whether each window waits for the result of the one before; copies then work on different inferences. */
    readonly isRecurrent: boolean;
  };
}

/**
 * When each of so many inferences is ready that follow each other through a network as closely as they can.
 *
 * Each window starts as soon as its copy is free, everything it sees is there, and the window before has started; results
 * that need no work leave in the same order. Windows are dealt out to copies in turn. Nothing else limits: values arrive at
 * once, buffers are endless.
 */
export function schedule(network: readonly Scheduled[], inferences: number): number[] {
  const free = network.map(({ work }) => Array.from({ length: work?.copies ?? 0 }, () => 0));
  const isRead = network.map((_, index) => network.some(({ from }) => from.includes(index)));
  return Array.from({ length: inferences }, (_, inference) => {
    const ready: number[][] = [];
    network.forEach((layer, index) => {
      const inputs = Array.from({ length: layer.height * layer.width }, (_, position) =>
        Math.max(...layer.from.map(from => ready[from]?.[position] ?? 0)),
      );
      ready.push(resultsOf(layer, inputs, free[index]!, inference));
    });
    return Math.max(...ready.filter((_, index) => !isRead[index]).flat());
  });
}

/** When the results of a layer are ready, one for each window, when its inputs are ready at these times. */
function resultsOf(layer: Scheduled, inputs: readonly number[], free: number[], inference: number): number[] {
  const results: number[] = [];
  const { work } = layer;
  let started = 0;
  for (let y = 0; y < layer.windowsDown; y++)
    for (let x = 0; x < layer.windowsAcross; x++) {
      started = Math.max(started, lastSeen(layer, inputs, y, x));
      if (!work) {
        results.push(started);
        continue;
      }
      const copy = (work.isRecurrent ? inference : results.length) % work.copies;
      started = Math.max(started, free[copy]!);
      const result = started + work.stage + work.depth;
      free[copy] = work.isRecurrent ? result : started + work.stage;
      results.push(result);
    }
  return results;
}

/** When the last of the inputs is ready that a window sees. */
function lastSeen(layer: Scheduled, inputs: readonly number[], y: number, x: number): number {
  let last = 0;
  for (let i = 0; i < layer.kernel[0]; i++)
    for (let j = 0; j < layer.kernel[1]; j++) {
      const [row, column] = [y * layer.stride - layer.padding + i, x * layer.stride - layer.padding + j];
      const isPadding = row < 0 || row >= layer.height || column < 0 || column >= layer.width;
      if (!isPadding) last = Math.max(last, inputs[row * layer.width + column]!);
    }
  return last;
}
