import { CompletionItemKind } from 'vscode-languageserver-types';
import { description, type Level, levels, metrics } from '../../../simulator/index.ts';
import type * as ast from '../../generated/ast.ts';
import { exampleOfType } from '../../types/example.ts';
import { typeOfDeclaration, wordsOf } from '../../types/infer.ts';
import { metricText } from '../describe.ts';
import { keywordDocs } from '../words.ts';
import { type Draft, Placeholders, propertyDrafts, requiredSnippets } from './draft.ts';
import { exampleDraft, wordDrafts } from './values.ts';

/** Drafts for the words of the language: keywords with what follows them, kinds, layers, metrics, settings. */

export function declarationDrafts(): Draft[] {
  const kinds = [...description.components.values()].filter(({ parameters }) =>
    Object.values(parameters).every(({ required }) => !required),
  );
  const places = new Placeholders();
  const chipName = places.at('Name');
  const chip = requiredSnippets(description.levels.chip, places).map(line => `  ${line}\n`);
  return [
    keyword('import', 'import "${1:path}"', 1),
    keyword(
      'component',
      `component \${1:Name} : \${2|${kinds.map(({ kind }) => kind).join(',')}|} {\n  $0\n}`,
      1,
    ),
    keyword('chip', `chip ${chipName} {\n${chip.join('')}\n  $0\n}`, 1),
    keyword('workload', 'workload ${1:Name} {\n  input ${2:3 × 224 × 224}\n  $0\n}', 1),
    keyword('evaluate', 'evaluate ${1:Chip} on ${2:Workload}', 1),
    keyword('constant', 'constant ${1:name} = ${2:1}', 2),
    keyword('private', 'private constant ${1:name} = ${2:1}', 4),
    ...levels
      .filter(level => level !== 'chip')
      .map(level => {
        const inside = new Placeholders();
        const name = inside.at('Name');
        const required = requiredSnippets(description.levels[level], inside).map(line => `  ${line}\n`);
        return keyword(level, `${level} ${name} {\n${required.join('')}  $0\n}`, 3);
      }),
  ];
}

/** What may stand inside the braces of a block or component besides properties and parts. */
export function bodyDrafts(parameter: ast.Parameter | undefined): Draft[] {
  const places = new Placeholders();
  const left = places.at(parameter?.name ?? '1');
  const right = places.at(parameter ? valueFor(parameter) : '1');
  return [
    keyword('if', `if ${left} = ${right} {\n  $0\n}`, 6),
    keyword('constant', 'constant ${1:name} = ${2:1}', 6),
  ];
}

function valueFor(parameter: ast.Parameter): string {
  const words = wordsOf(parameter);
  return words?.[0] ?? exampleOfType(typeOfDeclaration(parameter)) ?? '1';
}

/** Levels below one, as a block that is defined here or as a part written on the spot. */
export function inlineBlockDrafts(around: Level | undefined, as: 'block' | 'part'): Draft[] {
  return levels.slice(around ? levels.indexOf(around) + 1 : 1).map(level => {
    const places = new Placeholders();
    const name = as === 'block' ? ` ${places.at('Name')}` : '';
    const inside = requiredSnippets(description.levels[level], places).map(line => `  ${line}\n`);
    return keyword(level, `${level}${name} {\n${inside.join('')}  $0\n}`, as === 'block' ? 6 : 3);
  });
}

export function statementDrafts(stated: ReadonlySet<string>, chip: string | undefined): Draft[] {
  const subject = chip ?? '${1:Chip}';
  return [
    keyword('normalise', `normalise ${areaOf(chip)}`, 2),
    keyword('expect', `expect ${subject}.\${2:area} < \${3:100 mm²}`, 1),
    keyword(
      'claim',
      `/** Source: \${1:paper, table}. */\nclaim ${chip ?? '${2:Chip}'}.\${3:area} = \${4:100 mm²}`,
      1,
    ),
    ...propertyDrafts(description.settings, stated, '\n', false),
  ];
}

export function settingDrafts(name: string): Draft[] {
  const parameter = description.settings[name];
  if (!parameter) return [];
  return 'words' in parameter.type
    ? wordDrafts(parameter, parameter.type.words)
    : [exampleDraft(name, parameter)];
}

/** The sign between a count and what is counted, which few keyboards have. */
export const timesDrafts = (): Draft[] => [
  {
    label: '×',
    kind: CompletionItemKind.Operator,
    detail: 'so many of what follows',
    doc: 'May also be written `*`, or `x` between blanks.',
    text: '× $0',
    snippet: true,
  },
];

/** What chips are brought to the same amount of, with the one that says how much unless that stands there already. */
export function measureDrafts(chip: string | undefined, after: string): Draft[] {
  const isWhole = /^\s*to\b/.test(after);
  return [
    {
      label: 'area',
      kind: CompletionItemKind.Property,
      doc: metrics.area.doc,
      ...(isWhole ? {} : { text: areaOf(chip), snippet: true }),
    },
  ];
}

const areaOf = (chip: string | undefined): string => `area to ${chip ?? '${1:Chip}'}`;

export function memberDrafts(): Draft[] {
  return Object.entries(metrics).map(([name, metric]) => ({
    label: name,
    kind: CompletionItemKind.Property,
    detail: metric.label,
    doc: metricText(name),
  }));
}

export const keywordDrafts = (words: readonly string[]): Draft[] =>
  words.map(word => keyword(word, `${word} $0`, 5));

/** A word of the language with what follows it. */
export function keyword(word: string, text: string, rank: number): Draft {
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    doc: keywordDocs.get(word) ?? '',
    text,
    snippet: true,
    rank,
  };
}
