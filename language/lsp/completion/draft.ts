import type { Parameter, Parameters } from '../../../simulator/units/index.ts';
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { exampleOf } from '../../types/example.ts';
import { parameterText, silenceText, typeText } from '../describe.ts';

/** A completion before it knows which text it replaces. */
export interface Draft {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** In Markdown; worked out for those that are shown. */
  readonly doc?: string | (() => string);
  /** What is inserted when it is not the label; with `snippet`, a snippet. */
  readonly text?: string;
  readonly snippet?: boolean;
  /** Smaller comes first; 5 when absent. */
  readonly rank?: number;
  readonly additionalTextEdits?: CompletionItem['additionalTextEdits'];
}

/** A draft as an item that replaces the word before the cursor. */
export function itemOf(
  draft: Draft,
  range: { readonly start: Position; readonly end: Position },
): CompletionItem {
  const { label, kind, detail, doc, text = label, snippet, rank = 5, additionalTextEdits } = draft;
  const value = typeof doc === 'function' ? doc() : doc;
  return {
    label,
    kind,
    sortText: `${String(rank).padStart(4, '0')}${label}`,
    filterText: label,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: text },
    ...(detail ? { detail } : {}),
    ...(value ? { documentation: { kind: 'markdown', value } } : {}),
    ...(additionalTextEdits ? { additionalTextEdits } : {}),
  };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Numbers the places of a snippet. */
export class Placeholders {
  private count = 0;

  /** A place with a value to start from. */
  at(text: string): string {
    return `\${${++this.count}:${text.replaceAll(/[\\$}]/g, '\\$&')}}`;
  }

  /** A place where one of a few words stands. */
  of(words: readonly string[]): string {
    return `\${${++this.count}|${words.join(',')}|}`;
  }
}

/** `rate ${1:1 GHz}`: a property with a place for its value. */
export function propertySnippet(name: string, parameter: Parameter, places = new Placeholders()): string {
  const { type, default: standard } = parameter;
  if ('group' in type) return `${name} { ${requiredSnippets(type.group, places).join(', ')} }`;
  if (!('words' in type)) return `${name} ${places.at(exampleOf(name, parameter))}`;
  // The default stands first, where it is chosen by just going on.
  const words =
    typeof standard === 'string' ? [standard, ...type.words.filter(each => each !== standard)] : type.words;
  return `${name} ${places.of(words)}`;
}

export function requiredSnippets(parameters: Parameters, places = new Placeholders()): string[] {
  return Object.entries(parameters)
    .filter(([, parameter]) => parameter.required)
    .map(([name, parameter]) => propertySnippet(name, parameter, places));
}

/** The properties that may still be stated, required ones first, and one item for all of these. */
export function propertyDrafts(
  parameters: Parameters,
  stated: ReadonlySet<string>,
  between: string,
  hasValue: boolean,
): Draft[] {
  const open = Object.entries(parameters).filter(([name]) => !stated.has(name));
  const drafts = open.map(
    ([name, parameter]): Draft => ({
      label: name,
      kind: CompletionItemKind.Property,
      detail: [typeText(parameter).replaceAll('`', ''), silenceText(parameter)].filter(Boolean).join(' · '),
      doc: parameterText(parameter),
      ...(hasValue ? {} : { text: propertySnippet(name, parameter), snippet: true }),
      rank: parameter.required ? 1 : 2,
    }),
  );
  const missing = open.filter(([, parameter]) => parameter.required);
  if (missing.length < 2 || hasValue) return drafts;
  const all: Draft = {
    label: 'required properties',
    kind: CompletionItemKind.Snippet,
    detail: missing.map(([name]) => name).join(', '),
    text: requiredSnippets(Object.fromEntries(missing)).join(between),
    snippet: true,
    rank: 0,
  };
  return [all, ...drafts];
}
