import { CompletionItemKind } from 'vscode-languageserver-types';
import { description } from '../../../simulator/index.ts';
import { type Draft, Placeholders, requiredSnippets } from './draft.ts';
import { propertiesAfter } from './properties-after.ts';
import type { Site } from './site.ts';

/**
 * Kinds a component may be of: those that know everything its braces say, and need nothing that these do not say. Where there
 * are no braces yet, a kind brings them with what it needs.
 */
export function componentKindDrafts(site: Site): Draft[] {
  const hasBody = /^[\w-]*\s*(\{|extends\b)/.test(site.rest);
  const stated = propertiesAfter(site);
  const fitting = [...description.components.values()].filter(
    ({ parameters }) =>
      stated.every(name => Object.hasOwn(parameters, name)) &&
      (!hasBody ||
        Object.entries(parameters).every(([name, { required }]) => !required || stated.includes(name))),
  );
  // Where none fits, something else is wrong, and all may be meant.
  const kinds = fitting.length > 0 ? fitting : [...description.components.values()];
  return kinds.map(({ kind, doc, category, parameters }) => {
    const required = requiredSnippets(parameters, new Placeholders());
    const body = hasBody ? '' : ` {\n${required.map(line => `  ${line}\n`).join('')}  $0\n}`;
    return {
      label: kind,
      kind: CompletionItemKind.TypeParameter,
      detail: category,
      doc,
      ...(body ? { text: kind + body, snippet: true } : {}),
    };
  });
}
