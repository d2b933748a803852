import { AstUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { description } from '../../../simulator/index.ts';
import * as ast from '../../generated/ast.ts';
import { keywordDocs } from '../words.ts';
import { type Draft, Placeholders, requiredSnippets } from './draft.ts';
import { nodeAt, type Site } from './site.ts';
import { keyword } from './words.ts';

/** What may begin an item of a workload: layers, and the input where there is none yet. */
export function layerEntries(site: Site, owner: number): Draft[] {
  const workload = AstUtils.getContainerOfType(nodeAt(owner, site), ast.isWorkload);
  const hasInput = workload?.items.some(ast.isInput) ?? false;
  const layers = workload?.items.filter(ast.isLayer) ?? [];
  const isAbove = ({ $cstNode }: ast.Layer) => ($cstNode?.end ?? 0) < site.start;
  const namesOf = (some: readonly ast.Layer[]) => some.map(({ name }) => name);
  return layerDrafts(namesOf(layers.filter(isAbove)), namesOf(layers)).filter(
    ({ label }) => label !== 'input' || !hasInput,
  );
}

/** Layers as entries of a workload: with a name, inputs from above where several are added, and what they must state. */
function layerDrafts(above: readonly string[], taken: readonly string[]): Draft[] {
  const layers = [...description.layers.values()]
    .filter(({ inputs }) => inputs === 'one' || above.length >= 2)
    .map(({ kind, doc, parameters, inputs }): Draft => {
      const places = new Placeholders();
      const name = places.at(nameFor(kind, taken));
      const from = inputs === 'many' ? ` from ${places.at(above.at(-2)!)}, ${places.at(above.at(-1)!)}` : '';
      const required = requiredSnippets(parameters, places);
      return {
        label: kind,
        kind: CompletionItemKind.Function,
        detail: 'layer',
        doc,
        text: `${kind} ${name}${from}${required.length > 0 ? ` { ${required.join(', ')} }` : ''}`,
        snippet: true,
        rank: required.length > 0 ? 1 : 3,
      };
    });
  return [keyword('input', 'input ${1:3 × 224 × 224}', 2), ...layers];
}

/** The kind with the first number that no other layer has. */
function nameFor(kind: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${kind}${number}`)) number++;
  return `${kind}${number}`;
}

/** Layers as steps after an arrow: those that take one input. Where a size or braces follow, only the name. */
export function stepDrafts(after: string): Draft[] {
  const [hasSize, hasBody] = [/^[\w-]*[ \t]+\d/.test(after), /^[\w-]*[ \t]*\{/.test(after)];
  return [...description.layers.values()]
    .filter(({ inputs, shorthand }) => inputs === 'one' && (!hasSize || shorthand))
    .map(({ kind, doc, parameters, shorthand }) => {
      const required = hasSize || hasBody ? [] : requiredSnippets(parameters);
      const body = required.length > 0 ? ` { ${required.join(', ')} }` : '';
      const text = shorthand && !hasSize && !hasBody ? `${kind} \${1:2}` : `${kind}${body}`;
      return {
        label: kind,
        kind: CompletionItemKind.Function,
        detail: 'layer',
        doc,
        text,
        snippet: true,
        // What follows a layer is mostly an activation or pooling.
        rank: shorthand || body === '' ? 1 : 3,
      };
    });
}

/** What the input of a network may look like. */
export function shapeDrafts(): Draft[] {
  const shapes = [
    ['3 × 224 × 224', 'channels × height × width'],
    ['1 × 28 × 28', 'a picture of one channel'],
    ['784', 'a vector'],
  ] as const;
  return shapes.map(([label, detail], rank) => ({
    label,
    kind: CompletionItemKind.Value,
    detail,
    doc: keywordDocs.get('input') ?? '',
    rank,
  }));
}
