/** Values at which the sum of squared residuals is least near a start. */
export type Residuals = (values: readonly number[]) => Promise<readonly number[]>;

/**
 * Gauss-Newton with derivatives by differences, for residuals that are nearly linear: each step solves JᵀJ·d = −Jᵀr, and is halved
 * until it helps. Ends when no value moves by more than 1e-4, and fails if that takes more than 50 steps.
 */
export async function leastSquares(residuals: Residuals, start: readonly number[]): Promise<number[]> {
  let values = [...start];
  let now = await residuals(values);
  for (let step = 0; step < 50; step++) {
    const jacobian: (readonly number[])[] = [];
    for (const index of values.keys()) {
      const moved = await residuals(values.with(index, values[index]! + difference));
      jacobian.push(moved.map((each, row) => (each - now[row]!) / difference));
    }
    let move = solve(
      jacobian.map(a => jacobian.map(b => dot(a, b))),
      jacobian.map(column => -dot(column, now)),
    );
    let next = now;
    for (; ; move = move.map(each => each / 2)) {
      next = await residuals(values.map((each, index) => each + move[index]!));
      if (dot(next, next) <= dot(now, now) || largest(move) < 1e-4) break;
    }
    values = values.map((each, index) => each + move[index]!);
    now = next;
    if (largest(move) < 1e-4) return values;
  }
  throw new Error('the least squares are not found in 50 steps');
}

const difference = 1e-4;

const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, each, index) => sum + each * b[index]!, 0);

/** Solves a symmetric, positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (const [pivot, row] of rows.entries()) {
    const head = row[pivot]!;
    if (!(Math.abs(head) > 1e-12))
      throw new Error(`nothing depends on value ${pivot}, or others do what it does`);
    row.forEach((each, column) => (row[column] = each / head));
    for (const [index, other] of rows.entries()) {
      const factor = other[pivot]!;
      if (index !== pivot) other.forEach((each, column) => (other[column] = each - factor * row[column]!));
    }
  }
  return rows.map(row => row.at(-1)!);
}
