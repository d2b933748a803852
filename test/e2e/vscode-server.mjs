import { execFile, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { within } from './within.mjs';

const run = promisify(execFile);

/**
 * The npm package code-server holds a whole VS Code, with its server and its workbench for the browser; `4.139.1` is VS Code
 * 1.139. Each wants a Node of its time, and has two native modules that bring no binary.
 */
export const versions = {
  newest: {
    codeServer: '4.139.1',
    node: '24.21.0',
    native: ['@vscode/native-watchdog', '@vscode/spdlog'],
  },
  /** The oldest that `engines.vscode` admits. */
  oldest: {
    codeServer: '4.103.2',
    node: '22.23.3',
    native: ['native-watchdog', '@vscode/spdlog'],
  },
};
const platforms = ['linux-x64', 'linux-arm64'];

/** What people have who never touch their settings, less everything that asks, greets or calls out. */
const baseSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'editor.minimap.enabled': false,
  'chat.disableAIFeatures': true,
};

/** Installs a VS Code and a Node for it into the user's cache, once, and says where. */
export async function setUpVscode(version) {
  const { codeServer, node: nodeForServer } = version;
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) {
    throw new Error(`VS Code for these tests exists for ${platforms.join(' and ')}, not for ${platform}.`);
  }
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'pim-studio', `vscode-${codeServer}`);
  const stamp = join(folder, `.ready-${nodeForServer}-${codeServer}`);
  if (!existsSync(stamp)) {
    process.stdout.write(`Installing VS Code ${codeServer} for the tests, once: about a minute.\n`);
    await install(folder, platform, version);
    writeFileSync(stamp, '');
  }
  const node = join(folder, 'node_modules', `node-${platform}`, 'bin', 'node');
  const main = join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
  return { node, main };
}

async function install(folder, platform, { codeServer, node: nodeForServer, native }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const nodePackage = `node-${platform}`;
  const dependencies = { [nodePackage]: nodeForServer, 'code-server': codeServer };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'vscode', private: true, dependencies }),
  );
  const node = join(folder, 'node_modules', nodePackage);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  // Install scripts would build or download much that the tests never use.
  const productionOnly = ['install', '--omit=dev', '--ignore-scripts'];
  await npm(folder, node, productionOnly);
  await npm(vscode, node, productionOnly);
  await npm(join(vscode, 'extensions'), node, productionOnly);
  await npm(vscode, node, ['rebuild', '--ignore-scripts=false', ...native]);
}

async function npm(cwd, node, args) {
  const env = {
    ...process.env,
    PATH: `${join(node, 'bin')}:${process.env.PATH}`,
    // Native modules must be built for the Node that will load them, which may not be the one of this machine.
    npm_config_nodedir: node,
  };
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', [...args, ...quiet], { cwd, env, timeout: 15 * 60_000, maxBuffer: 64 * 1024 * 1024 });
}

/**
 * Starts a server with a profile of its own below `folder` and the packaged extension in it. `open` in the answer makes
 * the address of a workbench for a workspace.
 */
export async function startVscode({ node, main }, folder, extension, logFile) {
  const profile = ['--server-data-dir', join(folder, 'data'), '--extensions-dir', join(folder, 'extensions')];
  const common = [main, '--accept-server-license-terms', ...profile];
  // Without this it keeps looking for a gallery of extensions.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const settings = join(folder, 'data', 'data', 'User', 'settings.json');
  const changeSettings = changed =>
    write(settings, JSON.stringify({ ...baseSettings, ...changed }, undefined, 2));

  changeSettings({});
  mkdirSync(join(folder, 'extensions'), { recursive: true });
  await run(node, [...common, '--install-extension', extension], { env, timeout: 60_000 });

  const listen = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--telemetry-level',
    'off',
  ];
  // The group of its own lets us end the extension hosts together with it.
  const server = spawn(node, [...common, ...listen, '--enable-smoke-test-driver'], { env, detached: true });
  const stop = () => endGroup(server);
  process.once('exit', stop);
  const log = createWriteStream(logFile);
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  try {
    const url = await within(60, 'The start of VS Code', addressOf(server));
    return { url, changeSettings, stop, logs: join(folder, 'data', 'data', 'logs') };
  } catch (error) {
    stop();
    throw error;
  }
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The port is the server's choice; it says so in its first lines. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout.on('data', chunk => {
      output += chunk;
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    server.on('error', reject);
    server.on('exit', code => reject(new Error(`VS Code ended with ${code}:\n${output}`)));
  });
}

function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
