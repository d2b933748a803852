// Tests the packaged extension in a real VS Code: node test/e2e/run.mjs [--oldest] [words of a scenario's name]
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { writeResult } from '../../scripts/results.mjs';
import { findChromium, howToGetChromium } from './chromium.mjs';
import { runInExtensionHost } from './extension-host.mjs';
import { launchBrowser, newPage, openWorkbench, screenshot } from './page.mjs';
import { setUpVscode, startVscode, versions } from './vscode-server.mjs';
import { within } from './within.mjs';

const root = join(import.meta.dirname, '..', '..');
const extension = join(root, 'dist', 'pim-studio.vsix');
const logs = join(root, 'out', 'e2e');
const pictures = join(root, 'out', 'screenshots');
const secondsPerScenario = 90;
const minutesInAll = 30;

/** What the oldest supported VS Code must still do. The newest does everything. */
const inOldest = [
  'a .pim file opens in language mode PIM with colours and lenses',
  'mistakes are underlined, explained, and mended by a quick fix',
  'Evaluate draws energy and throughput beside the text, claims marked',
  'chips are compared by keyboard alone, and the question goes into the text',
];

// Ending by `exit` ends the server too, which runs in a group of its own.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
setTimeout(giveUp, minutesInAll * 60_000);

const succeeded = await main(process.argv.slice(2));
process.exit(succeeded ? 0 : 1);

async function main(args) {
  const chromium = findChromium();
  if (!chromium) return leaveOut(`no Chromium was found. ${howToGetChromium}`);
  if (!existsSync(extension)) return fail('dist/pim-studio.vsix is missing: npm run package');
  const words = args.filter(arg => !arg.startsWith('--')).join(' ');
  const runs = runsFor(words, args.includes('--oldest'));
  const places = [];
  try {
    for (const { version } of runs) places.push(await setUpVscode(version));
  } catch (error) {
    return leaveOut(`VS Code could not be set up. ${error.message}`);
  }
  const counts = { passed: 0, failed: 0 };
  for (const [index, run] of runs.entries()) add(counts, await runAll(places[index], chromium, run));
  writeResult(process.env.PIM_RESULTS, counts);
  process.stdout.write(`In VS Code: ${counts.passed} passing, ${counts.failed} failing\n`);
  return counts.failed === 0 && counts.passed > 0;
}

/** Everything in the newest VS Code and the few in the oldest; those with certain words in one of the two. */
function runsFor(words, onlyOldest) {
  const has = name => name.toLowerCase().includes(words.toLowerCase());
  const newest = { name: 'newest', version: versions.newest, chosen: has, host: words === '' };
  const isOld = name => inOldest.includes(name) && has(name);
  const oldest = { name: 'oldest', version: versions.oldest, chosen: isOld, host: words === '' };
  if (onlyOldest) return [oldest];
  return words === '' ? [newest, oldest] : [newest];
}

function giveUp() {
  fail(`The tests in VS Code did not end within ${minutesInAll} minutes.`);
  process.exit(1);
}

/** Whoever cannot run this part still gets an answer about the rest, unless it was demanded. */
function leaveOut(reason) {
  const demanded = process.env.PIM_REQUIRE_E2E === '1';
  const message = `The tests in VS Code (test/e2e) were left out: ${reason}`;
  if (demanded) return fail(`${message}\nPIM_REQUIRE_E2E=1 makes this a failure.`);
  process.stdout.write(`${message}\n`);
  return true;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  return false;
}

/** All scenarios of one run, in one VS Code; pictures of the oldest go into a folder of their own. */
async function runAll(vscode, chromium, { name: label, version, chosen, host }) {
  process.stdout.write(`  VS Code ${version.codeServer.replace('4.', '1.')}\n`);
  const logFolder = join(logs, label);
  const screenshots = label === 'newest' ? pictures : join(pictures, label);
  rmSync(logFolder, { recursive: true, force: true });
  mkdirSync(logFolder, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'pim-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const server = await startVscode(vscode, folder, extension, join(logFolder, 'server.log'));
  const browser = await launchBrowser(chromium);
  const counts = { passed: 0, failed: 0 };
  try {
    const setting = { server, browser, folder, logFolder, screenshots };
    for (const [name, scenario] of await chosenScenarios(chosen)) {
      const passed = await runScenario(name, scenario, setting);
      counts[passed ? 'passed' : 'failed'] += 1;
    }
    if (host) add(counts, await runHostTests(setting));
  } finally {
    await within(10, 'Closing the browser', browser.close()).catch(() => {});
    server.stop();
    if (counts.failed > 0 && existsSync(server.logs))
      cpSync(server.logs, join(logFolder, 'vscode'), { recursive: true });
  }
  return counts;
}

/** Every file in scenarios/ exports some, by name. */
async function chosenScenarios(chosen) {
  const files = readdirSync(join(import.meta.dirname, 'scenarios')).filter(file => file.endsWith('.mjs'));
  const modules = await Promise.all(files.sort().map(file => import(`./scenarios/${file}`)));
  const all = modules.flatMap(module => Object.entries(module.scenarios));
  const unknown = inOldest.find(name => !all.some(([known]) => known === name));
  if (unknown) throw new Error(`There is no scenario "${unknown}".`);
  return all.filter(([name]) => chosen(name));
}

/**
 * A scenario gets `open`, which opens a fresh copy of the workspace in a window of its own, if need be with other
 * settings, and `shot`, which photographs a page. The settings of one window are not those of the next.
 */
async function runScenario(name, scenario, setting) {
  const { server, browser, folder, screenshots } = setting;
  const start = performance.now();
  const windows = [];
  const open = async ({ settings = {}, viewport } = {}) => {
    server.changeSettings(settings);
    const window = await newPage(browser, viewport);
    windows.push(window);
    return openWorkbench(window.page, server.url, freshWorkspace(folder));
  };
  const shot = (page, file) => screenshot(page, join(screenshots, `${file}.png`));
  try {
    await within(secondsPerScenario, name, scenario({ open, shot }));
    report('✔', name, start);
    return true;
  } catch (error) {
    report('✘', name, start);
    await explain(name, error, windows, setting);
    return false;
  } finally {
    await Promise.all(
      windows.map(({ page }) => within(10, 'Closing a page', page.context().close()).catch(() => {})),
    );
  }
}

function report(mark, name, start) {
  process.stdout.write(`  ${mark} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`);
}

/** The error, what the pages said, and how they looked. */
async function explain(name, error, windows, { logFolder, screenshots }) {
  const file = name
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const complaints = [...new Set(windows.flatMap(window => window.complaints))];
  const text = [String(error?.stack ?? error), ...complaints.map(complaint => `page: ${complaint}`)].join(
    '\n',
  );
  writeFileSync(join(logFolder, `${file}.log`), text);
  process.stdout.write(`${text.slice(0, 4000).replace(/^/gm, '    ')}\n`);
  for (const [index, { page }] of windows.entries()) {
    await screenshot(page, join(screenshots, `failed-${file}-${index + 1}.png`)).catch(() => {});
  }
}

function freshWorkspace(folder) {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  cpSync(join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  return workspace;
}

async function runHostTests({ server, browser, folder, logFolder }) {
  server.changeSettings({});
  const bundle = join(logFolder, 'host.cjs');
  try {
    return await runInExtensionHost({
      browser,
      url: server.url,
      folder,
      workspace: freshWorkspace(folder),
      bundle,
    });
  } catch (error) {
    process.stdout.write(`  ✘ mocha in the extension host\n    ${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

function add(counts, more) {
  counts.passed += more.passed;
  counts.failed += more.failed;
}
