import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built command line, as users run it. */
export const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.cjs');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs `pim` with arguments in a folder and waits for its end. */
export function runPim(args: readonly string[], folder = process.cwd(), input = ''): Run {
  if (!existsSync(program)) throw new Error('out/main/cli.cjs is missing: npm run build');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
  });
  return { code: status, out: stdout, error: stderr };
}
