import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What the built product asks for: the command line library needs it. */
export const nodeForProduct = [22, 12];

/** What the development tools ask for: from here on, Node runs TypeScript as it stands. */
export const nodeForTools = [22, 18];

/** The executable of a Node at least as new as asked: this process's own, or the one among the dependencies. */
export function findNode(oldest) {
  if (isAtLeast(process.versions.node, oldest)) return process.execPath;
  return installedNode();
}

/** One line for a person who has neither. */
export function nodeMissing(oldest) {
  return `PIM Studio needs Node ${oldest.join('.')} or newer; this is Node ${process.versions.node}, and none was found in node_modules.`;
}

/** Our environment, in which `node` is the given one and the tools of the project are found first. */
export function environmentFor(node) {
  const folders = [dirname(node), join(root, 'node_modules', '.bin')];
  // Windows calls the variable `Path`, and a copy of the environment no longer ignores case.
  const name = Object.keys(process.env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [...folders, process.env[name]].join(delimiter) };
}

function isAtLeast(version, [major, minor]) {
  const [ownMajor, ownMinor] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Packages of this kind hold one executable, at the place their manifest names. */
function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`);
  if (!existsSync(join(folder, 'package.json'))) return undefined;
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const node = join(folder, typeof bin === 'string' ? bin : bin.node);
  return existsSync(node) ? node : undefined;
}
