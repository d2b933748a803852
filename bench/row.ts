/** One figure of the benchmark. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '×';
  /** What we aim at; a ratio says it against the row it is divided by. */
  readonly aim?: number;
}

/** The middle of several measurements of the same thing. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The median time of some work in milliseconds. */
export function median(times: number, work: () => void): number {
  return middle(
    Array.from({ length: times }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

/** The median time of work that is waited for; the first runs, whose code is not compiled yet, are left out. */
export async function medianOf(times: number, work: (run: number) => Promise<unknown>): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < times; run++) {
    const started = performance.now();
    await work(run);
    measured.push(performance.now() - started);
  }
  return middle(measured.slice(Math.floor(times / 4)));
}
