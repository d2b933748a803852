// Bundles the product into out/: node esbuild.mjs [--minify]
import { cpSync, rmSync } from 'node:fs';
import process from 'node:process';
import { build } from 'esbuild';

const minify = process.argv.includes('--minify');
const common = { bundle: true, minify, logLevel: 'warning' };

// A CommonJS bundle has no import.meta, which sources use to find the files beside them.
const importMeta = {
  define: { 'import.meta.url': 'importMetaUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};
// `module` before `main`: some CommonJS packages hide their parts behind a wrapper that a bundler cannot see through.
const mainFields = ['module', 'main'];
const sourcemap = !minify;
const forNode = {
  ...common,
  ...importMeta,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  mainFields,
  sourcemap,
};
const forBrowser = { ...common, platform: 'browser', target: 'es2022' };

const bundles = [
  { ...forNode, entryPoints: ['language/main/cli.ts'], outfile: 'out/main/cli.cjs' },
  { ...forNode, entryPoints: ['language/main/server.ts'], outfile: 'out/main/server.cjs' },
  {
    ...forNode,
    entryPoints: ['extension/host/extension.ts'],
    outfile: 'out/host/extension.cjs',
    external: ['vscode'],
  },
  { ...forBrowser, format: 'esm', entryPoints: ['extension/views/main.ts'], outfile: 'out/views/panel.js' },
  // Inlined into reports, which are single HTML files.
  {
    ...forBrowser,
    format: 'iife',
    entryPoints: ['extension/views/standalone.ts'],
    outfile: 'out/views/report.js',
  },
  { ...forBrowser, entryPoints: ['extension/views/style.css'], outfile: 'out/views/style.css' },
];

for (const folder of ['main', 'host', 'views', 'library'])
  rmSync(`out/${folder}`, { recursive: true, force: true });
// esbuild has said what is wrong by the time it throws.
await Promise.all(bundles.map(bundle => build(bundle))).catch(() => process.exit(1));
copyLibrary();

function copyLibrary() {
  const isLibrary = path => !/\.[^.\\/]+$/.test(path) || path.endsWith('.pim');
  cpSync('language/library', 'out/library', { recursive: true, filter: isLibrary });
}
