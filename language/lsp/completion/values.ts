import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Parameter } from '../../../simulator/units/index.ts';
import { exampleOf } from '../../types/example.ts';
import { functions, type LanguageFunction } from '../../types/functions.ts';
import type { Type } from '../../types/type.ts';
import { parameterText, signatureText, silenceText, wordText } from '../describe.ts';
import { type Draft, Placeholders } from './draft.ts';

/** A value that could be written, to show how such a value looks. */
export function exampleDraft(name: string, parameter: Parameter): Draft {
  return {
    label: exampleOf(name, parameter),
    kind: CompletionItemKind.Value,
    detail: silenceText(parameter) || 'for example',
    doc: parameterText(parameter),
    rank: 2,
  };
}

/** The words of a property, each with what the documentation of the property says about it. */
export function wordDrafts(parameter: Parameter, words: readonly string[]): Draft[] {
  return words.map(word => ({
    label: word,
    kind: CompletionItemKind.EnumMember,
    ...(word === parameter.default ? { detail: 'default' } : {}),
    doc: wordText(word, parameter) || parameter.doc,
    rank: 1,
  }));
}

/** Functions that can give what is expected, with places for their arguments. */
export function functionDrafts(expected: Type | undefined): Draft[] {
  if (expected && expected.kind !== 'quantity') return [];
  const isPlain = expected?.dimension.every(exponent => exponent === 0) ?? true;
  return [...functions.values()]
    .filter(({ rule }) => isPlain || rule === 'same' || rule === 'root')
    .map(functionDraft);
}

function functionDraft(called: LanguageFunction): Draft {
  const places = new Placeholders();
  return {
    label: called.name,
    kind: CompletionItemKind.Function,
    detail: signatureText(called),
    doc: called.doc,
    text: `${called.name}(${called.parameters.map(parameter => places.at(parameter)).join(', ')})`,
    snippet: true,
    rank: 7,
  };
}
