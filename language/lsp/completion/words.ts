import { description, levels, metrics, type Level } from '../../../simulator/index.ts';
import { articles, type DimensionName } from '../../../simulator/units/index.ts';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { metricText } from '../describe.ts';
import { keywordDocs } from '../words.ts';
import { type Draft, Placeholders, propertyDrafts, requiredSnippets } from './draft.ts';
import { exampleDraft, wordDrafts } from './values.ts';

/** Drafts for the words of the language: keywords with what follows them, kinds, layers, metrics, settings. */

export function declarationDrafts(): Draft[] {
  const kinds = [...description.components.keys()];
  const places = new Placeholders();
  const chipName = places.at('Name');
  const chip = requiredSnippets(description.levels.chip, places).map(line => `  ${line}\n`);
  return [
    keyword('import', 'import "$0"', 1),
    keyword('component', `component \${1:Name} : \${2|${kinds.join(',')}|} {\n  $0\n}`, 1),
    keyword('chip', `chip ${chipName} {\n${chip.join('')}\n  $0\n}`, 1),
    keyword('workload', 'workload ${1:Name} {\n  input ${2:3 × 224 × 224}\n  $0\n}', 1),
    keyword('evaluate', 'evaluate ${1:Chip} on ${2:Workload}', 1),
    keyword('constant', 'constant ${1:name} = ${2:1}', 2),
    keyword('private', 'private $0', 4),
    ...levels
      .filter(level => level !== 'chip')
      .map(level => keyword(level, `${level} \${1:Name} {\n  $0\n}`, 3)),
  ];
}

/** What may stand inside the braces of a block or component besides properties and parts. */
export const bodyDrafts = (): Draft[] => [
  keyword('if', 'if ${1:condition} {\n  $0\n}', 6),
  keyword('constant', 'constant ${1:name} = ${2:1}', 6),
];

/** Levels below one, as a block that is defined here or as a part written on the spot. */
export function inlineBlockDrafts(around: Level | undefined, as: 'block' | 'part'): Draft[] {
  return levels.slice(around ? levels.indexOf(around) + 1 : 1).map(level => {
    const places = new Placeholders();
    const name = as === 'block' ? ` ${places.at('Name')}` : '';
    const inside = requiredSnippets(description.levels[level], places).map(line => `  ${line}\n`);
    return keyword(level, `${level}${name} {\n${inside.join('')}  $0\n}`, as === 'block' ? 6 : 3);
  });
}

export function statementDrafts(): Draft[] {
  return [
    keyword('normalise', 'normalise area to $0', 2),
    keyword('expect', 'expect $0', 1),
    keyword('claim', '/** Source: ${1:paper, table}. */\nclaim ${2:Chip.metric} = ${3:1}', 1),
    ...propertyDrafts(description.settings, new Set(), '\n', false),
  ];
}

export function settingDrafts(name: string): Draft[] {
  const parameter = description.settings[name];
  if (!parameter) return [];
  return 'words' in parameter.type
    ? wordDrafts(parameter, parameter.type.words)
    : [exampleDraft(name, parameter)];
}

export const measureDrafts = (): Draft[] => [
  { label: 'area', kind: CompletionItemKind.Property, doc: metrics.area.doc },
];

export function memberDrafts(): Draft[] {
  return Object.entries(metrics).map(([name, metric]) => ({
    label: name,
    kind: CompletionItemKind.Property,
    detail: metric.label,
    doc: metricText(name),
  }));
}

export function componentKindDrafts(): Draft[] {
  return [...description.components.values()].map(({ kind, doc, category }) => ({
    label: kind,
    kind: CompletionItemKind.TypeParameter,
    detail: category,
    doc,
  }));
}

export function parameterTypeDrafts(): Draft[] {
  const quantities = (Object.keys(articles) as DimensionName[]).map(name => ({
    label: name,
    kind: CompletionItemKind.TypeParameter,
    detail: articles[name],
  }));
  return [...quantities, ...componentKindDrafts().map(draft => ({ ...draft, rank: 6 }))];
}

/** Layers as entries of a workload: with a name, an input where several are added, and what they must state. */
export function layerDrafts(): Draft[] {
  const layers = [...description.layers.values()].map(({ kind, doc, parameters, inputs }): Draft => {
    const places = new Placeholders();
    const head = `${kind} ${places.at('name')}${inputs === 'many' ? ` from ${places.at('a')}, ${places.at('b')}` : ''}`;
    const required = requiredSnippets(parameters, places);
    const text = `${head}${required.length > 0 ? ` { ${required.join(', ')} }` : ''}`;
    return {
      label: kind,
      kind: CompletionItemKind.Function,
      detail: 'layer',
      doc,
      text,
      snippet: true,
      rank: required.length > 0 ? 1 : 3,
    };
  });
  return [keyword('input', 'input ${1:3 × 224 × 224}', 2), ...layers];
}

/** Layers as steps after an arrow: those that take one input. */
export function stepDrafts(): Draft[] {
  return [...description.layers.values()]
    .filter(({ inputs }) => inputs === 'one')
    .map(({ kind, doc, parameters, shorthand }) => {
      const required = requiredSnippets(parameters);
      const body = required.length > 0 ? ` { ${required.join(', ')} }` : '';
      const text = shorthand ? `${kind} \${1:2}` : `${kind}${body}`;
      // What follows a layer is mostly an activation or pooling.
      return {
        label: kind,
        kind: CompletionItemKind.Function,
        detail: 'layer',
        doc,
        text,
        snippet: true,
        rank: shorthand || body === '' ? 1 : 3,
      };
    });
}

export const keywordDrafts = (words: readonly string[]): Draft[] =>
  words.map(word => keyword(word, `${word} $0`, 5));

function keyword(word: string, text: string, rank: number): Draft {
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    doc: keywordDocs.get(word) ?? '',
    text,
    snippet: true,
    rank,
  };
}
