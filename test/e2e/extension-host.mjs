import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { format } from 'node:util';
import { build } from 'esbuild';
import { newPage } from './page.mjs';
import { within } from './within.mjs';

/** Runs mocha inside the extension host of VS Code, where `vscode` is the real module. Answers with its counts. */
export async function runInExtensionHost({ browser, url, folder, workspace, bundle }) {
  await bundleTests(bundle);
  const { page, complaints } = await newPage(browser);
  try {
    const finished = listen(page);
    await page.goto(
      `${url}/?folder=${encodeURIComponent(workspace)}&payload=${payload(url, driver(folder), bundle)}`,
    );
    const counts = await within(180, 'Mocha in the extension host', finished);
    if (counts.failed > 0) process.stdout.write(complaints.map(text => `  page: ${text}\n`).join(''));
    return counts;
  } finally {
    await within(10, 'Closing a page', page.context().close()).catch(() => {});
  }
}

async function bundleTests(outfile) {
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    entryPoints: ['test/e2e/host/index.ts'],
    external: ['vscode', 'mocha'],
    outfile,
    logLevel: 'warning',
  });
}

/**
 * An empty extension, under whose development VS Code runs the tests. Naming ours would load it from its folder, and we
 * want the installed package to be tested.
 */
function driver(folder) {
  const extension = join(folder, 'driver');
  const manifest = {
    name: 'driver',
    publisher: 'pim-studio',
    version: '0.0.1',
    engines: { vscode: JSON.parse(readFileSync('package.json', 'utf8')).engines.vscode },
  };
  mkdirSync(extension, { recursive: true });
  writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
  return extension;
}

function payload(url, extension, bundle) {
  const remote = path => `vscode-remote://${new URL(url).host}${path}`;
  const entries = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(bundle)],
    ['enableSmokeTestDriver', 'true'],
    ['skipWelcome', 'true'],
  ];
  return encodeURIComponent(JSON.stringify(entries));
}

/** The workbench calls these two functions of its page with what the tests print, and when they have ended. */
function listen(page) {
  let counts;
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationLog', (_type, args) => {
      for (const line of mochaLines(format(...args))) {
        const found = /^counts (\d+) (\d+)$/.exec(line);
        if (found) counts = { passed: Number(found[1]), failed: Number(found[2]) };
        else process.stdout.write(`${line}\n`);
      }
    });
    page.exposeFunction('codeAutomationExit', code => {
      if (counts) resolve(counts);
      else reject(new Error(`The extension host ended with ${code} before mocha did.`));
    });
  });
}

function mochaLines(text) {
  return [...text.matchAll(/^mocha\| (.*)$/gm)].map(match => match[1]);
}
