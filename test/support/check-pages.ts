import { join } from 'node:path';
import type { LangiumDocument } from 'langium';
import type { Check } from '../../language/check/check.ts';
import { checks } from '../../language/check/checks.ts';
import { isAdjustable } from '../../language/check/configuration-schema.ts';
import { formatText } from '../../language/lsp/formatter.ts';
import { collectExamples, type Example } from './examples.ts';
import { filesIn, withFiles } from './pim.ts';
import { underlined } from './stages.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = 'docs/checks';

/**
 * The pages about rules by their paths, and an index of them. What a rule is for stands in its file; the example, its message and the
 * fix are the first that its test shows, so none of them can be out of date while the tests hold.
 */
export async function checkPages(): Promise<ReadonlyMap<string, string>> {
  const all = [...checks, syntaxError];
  const examples = collectExamples(all.map(testOf));
  const pages = new Map([[`${folder}/README.md`, index(all)]]);
  for (const check of all)
    pages.set(`${folder}/${check.code}.md`, await page(check, examples.get(join(root, testOf(check))) ?? []));
  return pages;
}

type Described = Pick<Check, 'code' | 'severity' | 'doc' | 'silence' | 'allowance'>;

/** What the parser says has no rule of its own. */
const syntaxError: Described = {
  code: 'syntax-error',
  severity: 'error',
  doc: 'The text follows the grammar of the language: words, braces and signs stand where they can be read.',
};

/** The code in `error unknown-name: …`. */
const codeIn = (line: string): string =>
  /^\w+ ([\w-]+):/.exec(line.replace(ofParser, syntaxError.code))?.[1] ?? '';

/** What the parts of the parser call what they find, under one code to whoever reads it. */
const ofParser = /\b(?:lexing|parsing)-error\b/g;

const testOf = ({ code }: Described): string =>
  code === 'syntax-error' ? 'test/language/syntax/messages.test.ts' : `test/language/check/${code}.test.ts`;

async function page(check: Described, examples: readonly Example[]): Promise<string> {
  const { code, severity, doc } = check;
  const problem = examples
    .filter(example => example.kind === 'problem')
    .find(({ said }) => said.some(line => codeIn(line) === code));
  const fix = examples.find(example => example.kind === 'fix');
  const sections = [
    `# ${code}`,
    `*${severity}* · [all rules](README.md)`,
    doc,
    ...(problem
      ? [
          '## Example',
          fenced('text', (await underlinedFiles(problem.text)).replaceAll(ofParser, syntaxError.code)),
        ]
      : []),
    ...(fix
      ? [
          '## Fix',
          `**${fix.title}** turns`,
          fenced('pim', await tidiedText(fix.before)),
          'into',
          fenced('pim', await tidiedText(fix.after)),
        ]
      : []),
    '## When to silence it',
    silencing(check),
  ];
  return `${sections.join('\n\n')}\n`;
}

function silencing(check: Described): string {
  const { code, silence, allowance } = check;
  const setting = `in a \`pim.json\` beside the file, or in a folder above:\n\n${fenced('json', `{ "checks": { "${code}": "off" } }`)}`;
  if (!isAdjustable(check))
    return 'Never: it is an error, and with an error nothing can be evaluated. Neither a comment nor a setting takes it away.';
  if (allowance) return `Not by a comment, since it speaks about such comments. Everywhere, ${setting}`;
  const when = silence ?? 'Where what it finds is meant so.';
  return `${when}\n\nIn one place, with a reason, above what it is about or at the end of its line:\n\n${fenced('pim', `// allow ${code}: …`)}\n\nEverywhere, ${setting}`;
}

function index(all: readonly Described[]): string {
  const rows = all
    .toSorted((a, b) => a.code.localeCompare(b.code, 'en'))
    .map(
      ({ code, severity, doc }) => `| [${code}](${code}.md) | ${severity} | ${doc.replaceAll('|', '\\|')} |`,
    );
  return `${[
    '# Rules',
    'What is caught before anything runs. A rule of severity *error* cannot be turned off: with it, nothing can be evaluated.',
    ['| code | severity | what holds |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n')}\n`;
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** Files in their standard form, with a line under each line something is said about. */
async function underlinedFiles(text: string): Promise<string> {
  const paths = [...filesIn(text).keys()];
  const tidy = await withFiles(text, documents => documents.map(tidied));
  const files = [...filesIn(text)].map(([path, content]) =>
    path.endsWith('.json') ? content : tidy.shift()!,
  );
  const joined =
    paths.length === 1 ? files[0]! : files.map((each, at) => `//- ${paths[at]}\n${each}`).join('');
  const shown = await withFiles(joined, documents => documents.map(underlined));
  return paths
    .map((path, at) => {
      const own = path.endsWith('.json') ? files[at]! : shown.shift()!;
      return paths.length === 1 ? own : `// --- ${path.slice(1)}\n${own.trimEnd()}\n`;
    })
    .join('\n');
}

const tidiedText = (text: string): Promise<string> => withFiles(text, ([document]) => tidied(document!));

/** In its standard form, or as it is where the parser cannot read it. */
const tidied = (document: LangiumDocument): string => formatText(document) ?? document.textDocument.getText();
