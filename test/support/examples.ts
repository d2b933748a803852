import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a test of a rule shows: files about which something is said, or one before and after a fix. */
export type Example =
  | { readonly kind: 'problem'; readonly text: string; readonly said: readonly string[] }
  | { readonly kind: 'fix'; readonly title: string; readonly before: string; readonly after: string };

/** An example and the file of the test that it comes from. */
type Recorded = Example & { readonly file: string };

/** Keeps an example that has just been found to hold, when somebody collects them. */
export function record(example: Example): void {
  if (target && running) appendFileSync(target, `${JSON.stringify({ ...example, file: running })}\n`);
}

/** Runs the tests of these files and gives what they show, by file. Throws when one of them fails. */
export function collectExamples(files: readonly string[]): ReadonlyMap<string, readonly Example[]> {
  const root = join(import.meta.dirname, '..', '..');
  const path = join(root, 'out', 'examples.jsonl');
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const { status, stdout } = spawnSync(
    process.execPath,
    [mocha, '--reporter', 'dot', '--timeout', '60000', ...files],
    { cwd: root, encoding: 'utf8', env: { ...process.env, PIM_EXAMPLES: path } },
  );
  if (status !== 0) throw new Error(`The tests of rules fail:\n${stdout}`);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const byFile = new Map<string, Example[]>();
  for (const { file, ...example } of lines.map(line => JSON.parse(line) as Recorded))
    byFile.set(file, [...(byFile.get(file) ?? []), example]);
  return byFile;
}

const target = process.env['PIM_EXAMPLES'];
let running: string | undefined;

if (target)
  beforeEach(function () {
    running = this.currentTest?.file;
  });
