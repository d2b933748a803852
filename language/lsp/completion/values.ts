import { strategies } from '../../../simulator/index.ts';
import { type Dimension, dimensionName, dimensions, type Parameter, sameDimension, units } from '../../../simulator/units/index.ts';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { functions } from '../../types/functions.ts';
import { exampleOf } from '../../types/example.ts';
import { schemaOf } from '../../types/schema.ts';
import { parameterText, signatureText, silenceText, unitText } from '../describe.ts';
import { type Draft, Placeholders } from './draft.ts';

/** The dimension a property of a body asks for. */
export function expectedBy(body: ast.Body | undefined, property: string | undefined): Dimension | undefined {
  const type = body && property !== undefined ? schemaOf(body)?.[property]?.type : undefined;
  return type && 'dimension' in type ? dimensions[type.dimension] : undefined;
}

/** Every unit once, in its usual spelling; those of the expected dimension first. */
export function unitDrafts(expected: Dimension | undefined): Draft[] {
  return [...units]
    .filter(([spelling, unit]) => spelling === unit.symbol)
    .map(([symbol, unit], index) => {
      const fits = expected !== undefined && sameDimension(unit.dimension, expected);
      return {
        label: symbol,
        kind: CompletionItemKind.Unit,
        detail: dimensionName(unit.dimension) ?? '',
        doc: unitText(unit),
        // Units of one dimension stay in the order of the table; the rest follows.
        rank: (fits ? 0 : 500) + index,
      };
    });
}

/** A value that could be written, to show how such a value looks. */
export function exampleDraft(name: string, parameter: Parameter): Draft {
  const example = exampleOf(name, parameter);
  return { label: example, kind: CompletionItemKind.Value, detail: silenceText(parameter) || 'for example', doc: parameterText(parameter), rank: 2 };
}

/** The words of a property, each with what the documentation of the property says about it. */
export function wordDrafts({ doc, default: standard }: Parameter, words: readonly string[]): Draft[] {
  return words.map(word => ({
    label: word,
    kind: CompletionItemKind.EnumMember,
    ...(word === standard ? { detail: 'default' } : {}),
    doc: strategies.get(word)?.doc ?? sentenceAbout(word, doc),
    rank: 1,
  }));
}

/** Documentation explains words as `word`: explanation. */
function sentenceAbout(word: string, doc: string): string {
  const explained = doc.split(/(?=`[\w-]+`:)/).find(part => part.startsWith(`\`${word}\`:`));
  return explained?.slice(word.length + 3).trim() ?? doc;
}

export function functionDrafts(): Draft[] {
  return [...functions.values()].map(each => {
    const places = new Placeholders();
    return {
      label: each.name,
      kind: CompletionItemKind.Function,
      detail: signatureText(each),
      doc: each.doc,
      text: `${each.name}(${each.parameters.map(parameter => places.at(parameter)).join(', ')})`,
      snippet: true,
      rank: 7,
    };
  });
}
