import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { diff } from 'node:util';

const goldenFolder = join(import.meta.dirname, '..', 'golden');
const contextLines = 3;

/** Compares with the text kept in test/golden; with UPDATE=1 (`npm run update`) keeps the new one instead. */
export function golden(folder: string, file: string, actual: string): void {
  goldenAt(join(goldenFolder, folder, file), actual);
}

/** The same for a file anywhere. */
export function goldenAt(path: string, actual: string): void {
  const expected = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined;
  if (actual === expected) return;
  if (process.env['UPDATE'] === '1') keep(path, actual);
  else throw new Error(difference(path, expected, actual));
}

function keep(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function difference(path: string, expected: string | undefined, actual: string): string {
  const name = relative(process.cwd(), path);
  const advice = 'If the new text is right, keep it with `npm run update` and explain it in the commit.';
  if (expected === undefined) return `${name} does not exist. ${advice}`;
  return `${name} has changed. ${advice}\n\n${unifiedDiff(expected, actual)}\n`;
}

/** Changed lines with a few around them: `-` was kept, `+` is new. */
export function unifiedDiff(expected: string, actual: string): string {
  const lines = diff(expected.split('\n'), actual.split('\n'));
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - contextLines), index + contextLines + 1).some(([sign]) => sign !== 0),
  );
  return lines
    .map(([sign, line], index) =>
      isNear[index] ? `${mark(sign)} ${line}` : isNear[index - 1] ? '…' : undefined,
    )
    .filter(line => line !== undefined)
    .join('\n');
}

/** Node's `diff` marks what only its first text has with 1, and what only its second has with -1. */
function mark(sign: -1 | 0 | 1): string {
  return sign === 0 ? ' ' : sign > 0 ? '-' : '+';
}
