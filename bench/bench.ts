/**
 * How fast the main paths are: npm run bench [words of a row's group].
 *
 * Every figure is a median, printed beside its aim. Times also come as a ratio to a yardstick measured in the same run (sorting
 * a fixed list), so that runs on different machines can be compared.
 */
import { editingRows } from './editing.ts';
import { evaluationRows, run } from './evaluation.ts';
import { requestRows } from './requests.ts';
import { median, type Row } from './row.ts';
import { serverRows } from './server.ts';

const groups: Readonly<Record<string, () => Promise<Row[]>>> = {
  evaluation: evaluationRows,
  editing: editingRows,
  requests: requestRows,
  server: serverRows,
};

const [asked] = process.argv.slice(2);
const sortMs = median(30, sortFixedList);
const nodeMs = median(10, () => run(['-e', '0']));
console.log(
  `yardsticks: empty node process ${nodeMs.toFixed(1)} ms, sorting 100,000 numbers ${sortMs.toFixed(2)} ms`,
);
for (const [name, rows] of Object.entries(groups)) {
  if (asked !== undefined && asked !== name) continue;
  console.log(`\n${name}`);
  for (const row of await rows()) print(row);
}

function print({ what, value, unit, aim }: Row): void {
  const shown = `${value.toFixed(unit === 'MB' ? 0 : 2).padStart(8)} ${unit.padEnd(2)}`;
  const against = aim === undefined ? '' : `aim ${aim} ${unit}`;
  const ratio = unit === 'ms' ? `${(value / sortMs).toFixed(2).padStart(7)} × yardstick` : '';
  console.log(`  ${what.padEnd(52)} ${shown}   ${against.padEnd(12)} ${ratio}`.trimEnd());
}

function sortFixedList(): void {
  const list = Float64Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_003);
  list.sort();
}
