import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { generatedFromChecks } from './support/generated.ts';

const root = join(import.meta.dirname, '..');
const notOurs = new Set(['.git', 'node_modules', 'out', 'dist', 'coverage', '.tsbuildinfo']);
const textFiles = new Set([
  '.ts',
  '.mjs',
  '.cjs',
  '.json',
  '.css',
  '.md',
  '.pim',
  '.langium',
  '.txt',
  '.yml',
  '',
]);
/** These speak about the words they forbid. */
const ownWords = new Set(['test/tidy.test.ts']);

const files = filesBelow(root).filter(file => textFiles.has(extname(file)));

describe('tidy', () => {
  describe('generated files', () => {
    it('are what langium-cli makes of the grammar today', () => {
      const fresh = generate();
      for (const [name, text] of Object.entries(fresh)) {
        assert.ok(
          text === read(`language/generated/${name}`),
          `language/generated/${name} is stale: npm run generate`,
        );
      }
    });

    it('are what the rules and their tests say today', async function () {
      // Runs the tests of all rules, which show the examples of the pages.
      this.timeout(180_000);
      const fresh = await generatedFromChecks();
      const stale = [...fresh].filter(([file, text]) => !existsSync(join(root, file)) || read(file) !== text);
      assert.deepEqual(
        stale.map(([file]) => file),
        [],
        'npm run generate writes them',
      );
      const left = files.filter(file => file.startsWith('docs/checks/') && !fresh.has(file));
      assert.deepEqual(left, [], 'pages about rules that are no more');
    });

    // The test command generates them anew, which would hide that somebody forgot to commit.
    if (process.env['CI'] && existsSync(join(root, '.git'))) {
      const made = [
        'language/generated',
        'simulator/report/report.schema.json',
        'language/check/configuration.schema.json',
        'docs/checks',
        'package.json',
      ];
      it('are committed', () => assert.equal(git('status', '--porcelain', '--', ...made), ''));
    }
  });

  describe('documents', () => {
    for (const file of files.filter(file => file.endsWith('.md'))) {
      it(`${file} links to files that exist`, () => {
        const dead = relativeLinks(read(file)).filter(link => !existsSync(join(root, dirname(file), link)));
        assert.deepEqual(dead, []);
      });
    }
  });

  describe('checks', () => {
    for (const [file, code] of checks()) {
      it(`${file} is named after its code`, () => assert.equal(basename(file, '.ts'), code));
      it(`${code} has a test`, () => assert.ok(files.includes(`test/language/check/${code}.test.ts`)));
    }
  });

  describe('actions of the editor', () => {
    for (const [file, name] of actions()) {
      it(`${file} is named after its action`, () => assert.equal(basename(file, '.ts'), name));
      it(`${name} has a test`, () => assert.ok(files.includes(`test/language/lsp/actions/${name}.test.ts`)));
    }
  });

  describe('library', () => {
    for (const file of files.filter(isLibrary)) {
      it(`${file} says where every number comes from`, () => assert.deepEqual(uncited(read(file)), []));
    }
  });

  describe('tests', () => {
    it('are all run', () => {
      const left = /\b(describe|it)\.(only|skip)\b|\bx(it|describe)\(|\bthis\.skip\(/;
      assert.deepEqual(filesWith(left, /\.test\.ts$|^test\/e2e\//), []);
    });
  });

  describe('words', () => {
    const forbidden: [string, RegExp][] = [
      ['a path of one machine', /\/root\/|\/home\/|\/Users\//],
      ['work that is not done', /\b(TODO|FIXME|XXX)\b/],
      ['a compiler told to look away', /@ts-(ignore|nocheck|expect-error)/],
      ['a linter told to look away', /eslint-disable|biome-ignore/],
    ];
    for (const [what, pattern] of forbidden) {
      it(`no file has ${what}`, () => assert.deepEqual(filesWith(pattern), []));
    }

    it('the lock file names no registry but the public one', () => {
      const elsewhere = /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)[^"]*"/g;
      assert.deepEqual(read('package-lock.json').match(elsewhere) ?? [], []);
    });
  });
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => !notOurs.has(entry.name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [relative(root, path).replaceAll('\\', '/')];
    });
}

function filesWith(pattern: RegExp, among = /^/): string[] {
  const isAsked = (file: string) => among.test(file) && !ownWords.has(file) && !isGenerated(file);
  return files.filter(file => isAsked(file) && pattern.test(read(file)));
}

function isGenerated(file: string): boolean {
  return file.startsWith('language/generated/');
}

/** Files that hold a rule, and its code. Others in the room are what rules have in common. */
function checks(): [file: string, code: string][] {
  return files
    .filter(file => file.startsWith('language/check/'))
    .flatMap(file =>
      [...read(file).matchAll(/^ {2}code: '([\w-]+)'/gm)].map(match => [file, match[1]!] as [string, string]),
    );
}

/** Files that hold an action, and its name. */
function actions(): [file: string, name: string][] {
  return files
    .filter(file => file.startsWith('language/lsp/actions/'))
    .flatMap(file =>
      [...read(file).matchAll(/^ {2}name: '([\w-]+)'/gm)].map(match => [file, match[1]!] as [string, string]),
    );
}

function isLibrary(file: string): boolean {
  return file.startsWith('language/library/') && file.endsWith('.pim');
}

/** What the generator writes, by file name. It runs beside the committed files, which stay as they are. */
function generate(): Record<string, string> {
  const folder = join(root, 'out', 'tidy');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = JSON.parse(read('langium-config.json')) as { languages: { grammar: string }[]; out: string };
  config.languages = config.languages.map(language => ({
    ...language,
    grammar: join(root, language.grammar),
  }));
  config.out = 'generated';
  writeFileSync(join(folder, 'langium-config.json'), JSON.stringify(config));
  const langium = join(root, 'node_modules', 'langium-cli', 'bin', 'langium.js');
  execFileSync(process.execPath, [langium, 'generate'], { cwd: folder, stdio: 'pipe' });
  const written = readdirSync(join(folder, 'generated'));
  return Object.fromEntries(
    written.map(name => [name, readFileSync(join(folder, 'generated', name), 'utf8')]),
  );
}

/** Targets of Markdown links inside this project, without the place in the file they point to. */
function relativeLinks(markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map(match => match[1]!);
  return targets
    .filter(target => !/^([a-z]+:|#)/.test(target))
    .map(target => decodeURI(target.replace(/#.*$/, '')));
}

/** Components and chips that hold numbers while the comment above them names no source. */
function uncited(text: string): string[] {
  const declarations = [...text.matchAll(/^(component|chip|tile|pe|crossbar)\s+(\S+)/gm)];
  return declarations
    .filter(({ index }, position) => {
      const body = withoutComments(text.slice(index, declarations[position + 1]?.index));
      const hasNumber = /(?<![\w.])\d/.test(body);
      return hasNumber && !/\b(Source|Derived|Assumption):/.test(commentAbove(text.slice(0, index)));
    })
    .map(match => match[2]!);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

function commentAbove(text: string): string {
  return /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(text)?.[0] ?? '';
}
