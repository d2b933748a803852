// Runs one task of this project: node scripts/run.mjs <task> [arguments]. Starts on Node 20, installs what is missing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { environmentFor, findNode, nodeForTools, nodeMissing, root } from './node.mjs';
import { results, totals } from './results.mjs';

/** What `npm start` shows: the study that comes with the project. */
const mainJob = [
  'evaluate',
  'pim:studies/neural-pim',
  '--out',
  'out/report/neural-pim.html',
  '--out',
  'out/report/neural-pim.json',
];

const arrowTests = 'test/architecture.test.ts';
const tidyTests = 'test/tidy.test.ts';
const packageTests = 'test/e2e/package.test.ts';
const unitTests = [
  'test/**/*.test.ts',
  '--ignore',
  arrowTests,
  '--ignore',
  tidyTests,
  '--ignore',
  'test/e2e/**',
];
const testSteps = ['generate', 'types', 'lint', 'arrows', 'tidy', 'package', 'unit', 'scenarios'];

/** Every task answers whether it succeeded. */
const tasks = {
  generate: () =>
    tool('langium-cli', 'langium', ['generate']) &&
    tool('ts-json-schema-generator', 'ts-json-schema-generator', reportSchema) &&
    node(['test/support/write-generated.ts']),
  types: args => tool('typescript', 'tsc', ['-b', ...args]),
  lint: args => tool('eslint', 'eslint', ['.', ...args]) && tool('@biomejs/biome', 'biome', ['format']),
  format: args => tool('@biomejs/biome', 'biome', ['format', '--write', ...args]),
  arrows: args => mocha('arrows', [arrowTests, ...args]),
  tidy: args => mocha('tidy', [tidyTests, ...args]),
  unit: args => mocha('unit', chosenTests(args)),
  update: args => mocha('unit', chosenTests(args), { UPDATE: '1' }),
  coverage: args => tool('c8', 'c8', [...coverageOptions, 'node', ...mochaCommand(chosenTests(args))]),
  build: args => node(['esbuild.mjs', ...args]),
  package: () => tasks.build(['--minify']) && packageExtension() && mocha('package', [packageTests]),
  scenarios: args => node(['test/e2e/run.mjs', ...args], { PIM_RESULTS: results('e2e') }),
  e2e: args => inOrder(['package', 'scenarios'], args),
  bench: args => node(['bench/bench.ts', ...args]),
  mutate: args => node(['test/mutation/mutate.ts', ...args]),
  start: args => tasks.build([]) && evaluate(args.length > 0 ? args : mainJob),
  test: () => everything(),
};

/** The JSON Schema of the report, made from its type. */
const reportSchema = [
  ...['--path', 'simulator/report/report.ts', '--type', 'Report', '--tsconfig', 'simulator/tsconfig.json'],
  ...['--no-top-ref', '--no-type-check', '--out', 'simulator/report/report.schema.json'],
];

const coverageOptions = [
  '--reporter',
  'text-summary',
  '--reporter',
  'html',
  '--include',
  '{simulator,language}/**',
];

main(process.argv.slice(2));

function main([name, ...args]) {
  if (!Object.hasOwn(tasks, name ?? '')) {
    fail(`Usage: node scripts/run.mjs <task> [arguments]\nTasks: ${Object.keys(tasks).join(', ')}`);
  }
  if (!bootstrap()) fail('The dependencies could not be installed.');
  if (!findNode(nodeForTools)) fail(nodeMissing(nodeForTools));
  process.exitCode = tasks[name](args) ? 0 : 1;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** All steps of the test command, then the sum of what was counted. */
function everything() {
  rmSync(results(), { recursive: true, force: true });
  const succeeded = inOrder(testSteps, []);
  const { passed, failed } = totals();
  // A step without tests of its own, such as the type check, counts as one failure when it fails.
  process.stdout.write(`\n${passed} passed, ${succeeded ? failed : Math.max(failed, 1)} failed\n`);
  return succeeded;
}

/** Runs the steps until one fails, and says which. The arguments are for the last one. */
function inOrder(steps, args) {
  for (const step of steps) {
    process.stdout.write(`\n── ${step}\n`);
    if (!tasks[step](step === steps.at(-1) ? args : [])) {
      process.stdout.write(`\nThe step "${step}" failed.\n`);
      return false;
    }
  }
  return true;
}

function mocha(name, args, environment = {}) {
  return node(mochaCommand(args), { ...environment, PIM_RESULTS: results(name) });
}

function mochaCommand(args) {
  const options = ['--reporter', './test/support/counting-reporter.mjs', '--timeout', '60000'];
  return [executable('mocha', 'mocha'), ...options, '--forbid-only', '--forbid-pending', ...args];
}

/** Files named by the caller replace the whole; other arguments, such as `--grep`, are added to it. */
function chosenTests(args) {
  return args.some(arg => arg.endsWith('.ts')) ? args : [...unitTests, ...args];
}

function packageExtension() {
  // vsce does not create the folder, and leaves an empty file behind when the package would contain itself.
  mkdirSync(join(root, 'dist'), { recursive: true });
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  return tool('@vscode/vsce', 'vsce', ['package', ...options, '--out', 'dist/pim-studio.vsix']);
}

function evaluate(args) {
  mkdirSync(join(root, 'out', 'report'), { recursive: true });
  return node(['out/main/cli.cjs', ...args]);
}

/** Runs a tool that comes as a package. */
function tool(packageName, command, args) {
  return node([executable(packageName, command), ...args]);
}

/** The script behind a command. The links in node_modules/.bin would differ between systems. */
function executable(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

function node(args, environment = {}) {
  const executable = findNode(nodeForTools);
  const env = { ...environmentFor(executable), ...environment };
  return spawnSync(executable, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}
