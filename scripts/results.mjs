import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './node.mjs';

/** Where a run of tests leaves its counts, so that the test command can add them up; without a name, all of them. */
export function results(name) {
  const folder = join(root, 'out', 'results');
  return name ? join(folder, `${name}.json`) : folder;
}

/** Writes the counts of one run. Nobody asks for them when tests are run by hand. */
export function writeResult(path, { passed, failed }) {
  if (!path) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ passed, failed }));
}

/** The sum of all runs. */
export function totals() {
  const files = existsSync(results()) ? readdirSync(results()) : [];
  const counts = files.map(file => JSON.parse(readFileSync(join(results(), file), 'utf8')));
  const sum = key => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}
