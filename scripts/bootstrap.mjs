import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './node.mjs';

/** Installs the dependencies when node_modules does not hold what the lock file asks for. True when they are there. */
export function bootstrap() {
  return isInstalled() || install();
}

/**
 * Versions are compared, not dates: a checkout, a restored cache or a switch of branches leaves dates that say nothing.
 * Optional packages are those of other machines, and are not missed.
 */
function isInstalled() {
  const installed = packagesOf(join('node_modules', '.package-lock.json'));
  if (!installed) return false;
  const wanted = Object.entries(packagesOf('package-lock.json') ?? {});
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  const path = join(root, lockFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** What npm says goes to stderr, so that the output of a command stays its own. */
function install() {
  process.stderr.write('Installing the dependencies (npm ci) …\n');
  const options = { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] };
  const npm = process.env.npm_execpath;
  // Tools are development dependencies, so they are wanted even where NODE_ENV says production.
  const args = ['ci', '--include=dev'];
  const result = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status === 0;
}
