#!/usr/bin/env node
// The command `pim`: finds a Node that is new enough, builds the program if need be, and runs it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { findNode, nodeForProduct, nodeMissing, root } from './node.mjs';

const program = join(root, 'out', 'main', 'cli.cjs');

if (!existsSync(program)) build();

const node = findNode(nodeForProduct);
if (!node) {
  process.stderr.write(`${nodeMissing(nodeForProduct)}\n`);
  process.exitCode = 1;
} else if (node === process.execPath) {
  module.enableCompileCache?.();
  await import(pathToFileURL(program).href);
} else {
  await runWith(node);
}

/** What the build says goes to stderr: stdout belongs to the program. */
function build() {
  process.stderr.write('Building pim, once …\n');
  const stdio = ['ignore', process.stderr, 'inherit'];
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), 'build'], { stdio });
  if (status !== 0) process.exit(1);
}

/** Another process, which ends as this one would have ended. */
async function runWith(executable) {
  const child = spawn(executable, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const { code, signal } = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  if (!signal) process.exit(code);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
  process.kill(process.pid, signal);
}
