import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IViolation } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const root = join(import.meta.dirname, '..');
const options = await extractOptions(join(root, '.dependency-cruiser.cjs'));
const rules = options.ruleSet?.forbidden ?? [];
const buildings = ['simulator', 'language', 'extension'];

/** For every rule: a small tree that breaks it, and nothing else. What a file imports stands after its name. */
const planted: Record<string, Record<string, string[]>> = {
  'simulator-units': { 'simulator/units/a.ts': ['../chip/b.ts'] },
  'simulator-chip': { 'simulator/chip/a.ts': ['../workload/b.ts'] },
  'simulator-workload': { 'simulator/workload/a.ts': ['type ../units/quantity.ts'] },
  'simulator-report': { 'simulator/report/a.ts': ['../chip/b.ts'] },
  'simulator-dataflow': { 'simulator/dataflow/a.ts': ['type ../components/b.ts'] },
  'simulator-components': { 'simulator/components/a.ts': ['../dataflow/b.ts'] },
  'simulator-signal': { 'simulator/signal/a.ts': ['../evaluate/b.ts'] },
  'simulator-periphery': { 'simulator/periphery/a.ts': ['../signal/b.ts'] },
  'simulator-evaluate': { 'simulator/evaluate/a.ts': ['../explore/b.ts'] },
  'simulator-explore': { 'simulator/explore/a.ts': ['../index.ts'] },
  'simulator-is-pure': { 'simulator/explore/a.ts': ['node:fs'] },
  'language-generated': { 'language/generated/a.ts': ['../syntax/b.ts'] },
  'language-syntax': { 'language/syntax/a.ts': ['../scope/b.ts'] },
  'language-library': { 'language/library/a.ts': ['../generated/b.ts'] },
  'language-scope': { 'language/scope/a.ts': ['type ../types/b.ts'] },
  'language-types': { 'language/types/a.ts': ['../elaborate/b.ts'] },
  'language-elaborate': { 'language/elaborate/a.ts': ['../exchange/b.ts'] },
  'language-exchange': { 'language/exchange/a.ts': ['../elaborate/b.ts'] },
  'language-check': { 'language/check/a.ts': ['../lsp/b.ts'] },
  'language-lsp': { 'language/lsp/a.ts': ['../module.ts'] },
  'language-module': { 'language/module.ts': ['./main/b.ts'] },
  'language-core': { 'language/check/a.ts': ['langium/node'] },
  'language-is-no-server': { 'language/lsp/a.ts': ['vscode-languageserver'] },
  'language-main': { 'language/main/a.ts': ['../../extension/messages.ts'] },
  protocol: { 'language/protocol.ts': ['type ./generated/b.ts'] },
  'protocol-takes-types': { 'language/protocol.ts': ['../simulator/index.ts'] },
  messages: { 'extension/messages.ts': ['type ../language/protocol.ts'] },
  'messages-take-types': { 'extension/messages.ts': ['../simulator/units/index.ts'] },
  host: { 'extension/host/a.ts': ['../../language/module.ts'] },
  'host-takes-types': { 'extension/host/a.ts': ['../../simulator/units/index.ts'] },
  views: { 'extension/views/a.ts': ['../host/b.ts'] },
  'views-take-types': { 'extension/views/a.ts': ['../../simulator/index.ts'] },
  'no-circles': { 'simulator/chip/a.ts': ['type ./b.ts'], 'simulator/chip/b.ts': ['./a.ts'] },
  'no-test-in-product': { 'extension/views/a.ts': ['../../test/support/b.ts'] },
  'nothing-forgotten': { 'language/main/cli.ts': [], 'simulator/chip/a.ts': ['./b.ts'] },
};

/** One of each arrow that must stay allowed, so that no rule grows too strict unnoticed. */
const allowed: Record<string, string[]> = {
  'simulator/index.ts': ['./explore/a.ts'],
  'simulator/explore/a.ts': ['../evaluate/a.ts', '../signal/a.ts'],
  'simulator/evaluate/a.ts': [
    '../dataflow/a.ts',
    '../components/a.ts',
    '../periphery/a.ts',
    '../report/a.ts',
  ],
  'simulator/components/a.ts': ['../units/index.ts', '../chip/a.ts', '../workload/a.ts'],
  'language/lsp/a.ts': [
    '../check/a.ts',
    'type vscode-languageserver',
    'vscode-languageserver-types',
    'langium/lsp',
  ],
  'language/check/a.ts': ['../elaborate/a.ts', 'fastest-levenshtein', '../../simulator/index.ts', 'langium'],
  'language/module.ts': ['./lsp/a.ts', './scope/a.ts', '../simulator/units/index.ts'],
  'language/main/server.ts': [
    '../module.ts',
    '../protocol.ts',
    'node:fs',
    'commander',
    'vscode-languageserver/node',
  ],
  'language/protocol.ts': ['type ../simulator/index.ts'],
  'extension/host/extension.ts': [
    'vscode',
    '../messages.ts',
    '../../language/protocol.ts',
    'vscode-languageclient',
  ],
  'extension/views/main.ts': [
    'chart.js',
    '../messages.ts',
    'type ../../simulator/index.ts',
    '../../simulator/units/index.ts',
  ],
  'test/a.ts': ['../language/lsp/a.ts'],
};

/** Stand-ins for what is imported by name; a tree in a temporary folder has no node_modules of its own. */
const packageEntries: Record<string, string[]> = {
  langium: ['index', 'lsp', 'node'],
  'vscode-languageserver': ['index', 'node'],
  'vscode-languageserver-types': ['index'],
  'vscode-languageclient': ['index'],
  'chart.js': ['index'],
  commander: ['index'],
  'fastest-levenshtein': ['index'],
};

/** Rules that hold for several rooms at once, and so give no file a home. */
const acrossRooms = [
  'simulator-is-pure',
  'language-core',
  'language-is-no-server',
  'no-circles',
  'no-test-in-product',
  'nothing-forgotten',
];

describe('architecture', () => {
  it('has no import against an arrow', async () => {
    const violations = await violationsIn(root, buildings);
    if (violations.length > 0) assert.fail(violations.map(describeViolation).join('\n\n'));
  });

  it('knows a room for every file', () => {
    const rooms = rules.filter(({ name }) => !acrossRooms.includes(name ?? ''));
    const homeless = buildings.flatMap(sourceFiles).filter(file => !rooms.some(rule => isFrom(rule, file)));
    assert.deepEqual(
      homeless,
      ['simulator/index.ts'],
      'Every folder needs a rule in .dependency-cruiser.cjs',
    );
  });

  it('breaks every rule once', () => {
    assert.deepEqual(Object.keys(planted).sort(), rules.map(rule => rule.name).sort());
  });

  it('lets the arrows of the house pass', async () => {
    assert.deepEqual(await rulesBrokenBy(allowed), []);
  });

  for (const [name, files] of Object.entries(planted)) {
    it(`notices an import that breaks ${name}`, async () =>
      assert.deepEqual(await rulesBrokenBy(files), [name]));
  }
});

function describeViolation({ rule, from, to, cycle }: IViolation): string {
  const steps = cycle ? cycle.map(step => step.name) : to === from ? [] : [to];
  const path = [from, ...steps].join(' → ');
  return `${rule.name}: ${path}\n  ${rules.find(({ name }) => name === rule.name)?.comment ?? ''}`;
}

async function rulesBrokenBy(files: Record<string, string[]>): Promise<string[]> {
  const tree = mkdtempSync(join(tmpdir(), 'pim-arrows-'));
  try {
    plant(tree, files);
    const violations = await violationsIn(
      tree,
      readdirSync(tree).filter(name => name !== 'node_modules'),
    );
    return [...new Set(violations.map(violation => violation.rule.name))];
  } finally {
    rmSync(tree, { recursive: true });
  }
}

/** Writes the files, and an empty one for every import that has none. */
function plant(tree: string, files: Record<string, string[]>): void {
  for (const [name, entries] of Object.entries(packageEntries))
    plantPackage(join(tree, 'node_modules', name), name, entries);
  for (const [file, imports] of Object.entries(files)) {
    for (const target of imports.map(specifierOf).filter(specifier => specifier.startsWith('.'))) {
      write(join(tree, dirname(file), target), 'export {};\n');
    }
  }
  for (const [file, imports] of Object.entries(files))
    write(join(tree, file), imports.map(importStatement).join(''));
}

function plantPackage(folder: string, name: string, entries: string[]): void {
  const exports = Object.fromEntries(
    entries.map(entry => [entry === 'index' ? '.' : `./${entry}`, `./lib/${entry}/index.js`]),
  );
  write(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', exports }));
  for (const entry of entries) write(join(folder, 'lib', entry, 'index.js'), '');
}

function specifierOf(imported: string): string {
  return imported.replace('type ', '');
}

function importStatement(imported: string): string {
  const keyword = imported.startsWith('type ') ? 'import type' : 'import';
  return `${keyword} { x } from '${specifierOf(imported)}';\nexport { x };\n`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function violationsIn(baseDir: string, folders: string[]): Promise<IViolation[]> {
  const { output } = await cruise(folders, { ...options, baseDir, validate: true });
  return (output as ICruiseResult).summary.violations;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`);
}

function isFrom(rule: IForbiddenRuleType, file: string): boolean {
  const path = 'path' in rule.from ? rule.from.path : undefined;
  return typeof path === 'string' && new RegExp(path).test(file);
}
