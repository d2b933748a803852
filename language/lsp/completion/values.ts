import {
  type Dimension,
  dimensionName,
  dimensions,
  type Parameter,
  sameDimension,
  scaleFor,
  units,
} from '../../../simulator/units/index.ts';
import { metrics, type MetricName } from '../../../simulator/index.ts';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { functions } from '../../types/functions.ts';
import { exampleOf } from '../../types/example.ts';
import { schemaOf } from '../../types/schema.ts';
import { parameterText, signatureText, silenceText, unitText, wordText } from '../describe.ts';
import { type Draft, Placeholders } from './draft.ts';

/** The dimension a property of a body asks for. */
export function expectedBy(body: ast.Body | undefined, property: string | undefined): Dimension | undefined {
  const type = body && property !== undefined ? schemaOf(body)?.[property]?.type : undefined;
  return type && 'dimension' in type ? dimensions[type.dimension] : undefined;
}

/** The dimension of the metric that the line before the cursor compares. */
export function expectedByMetric(before: string): Dimension | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const name = [...line.matchAll(/\.([A-Za-z]\w*)/g)].at(-1)?.[1] ?? '';
  return Object.hasOwn(metrics, name) ? dimensions[metrics[name as MetricName].dimension] : undefined;
}

/** Every unit once, in its usual spelling; those of the expected dimension first. */
export function unitDrafts(expected: Dimension | undefined): Draft[] {
  const simple = [...units]
    .filter(([spelling, unit]) => spelling === unit.symbol)
    .map(([symbol, unit], index) => {
      const fits = expected !== undefined && sameDimension(unit.dimension, expected);
      return {
        fits,
        label: symbol,
        kind: CompletionItemKind.Unit,
        detail: dimensionName(unit.dimension) ?? '',
        doc: unitText(unit),
        // Units of one dimension stay in the order of the table; the rest follows.
        rank: (fits ? 0 : 500) + index,
      };
    });
  if (!expected || simple.some(({ fits }) => fits)) return simple;
  // A density or an efficiency has no simple unit, but those it is usually shown in.
  const shown = new Set(usualMagnitudes.map(each => scaleFor([each], expected).symbol));
  return [...[...shown].map(label => ({ label, kind: CompletionItemKind.Unit, rank: 0 })), ...simple];
}

/** Efficiencies and densities of chips are of this order in SI units. */
const usualMagnitudes = [1e12, 1e9];

/** A value that could be written, to show how such a value looks. */
export function exampleDraft(name: string, parameter: Parameter): Draft {
  const example = exampleOf(name, parameter);
  return {
    label: example,
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
