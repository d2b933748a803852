import { CompletionItemKind } from 'vscode-languageserver-types';
import { description } from '../../../simulator/index.ts';
import { articles, type DimensionName, dimensions } from '../../../simulator/units/index.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { evaluateExpression } from '../../elaborate/expression.ts';
import { valueText } from '../../elaborate/value-text.ts';
import type * as ast from '../../generated/ast.ts';
import { accepts } from '../../types/accepts.ts';
import { exampleOfType } from '../../types/example.ts';
import { infer, namedType, typeOfDeclaration, wordsOf } from '../../types/infer.ts';
import type { Type } from '../../types/type.ts';
import { declaredText, roleText } from '../hover/value.ts';
import { keywordDocs } from '../words.ts';
import { type Draft, Placeholders } from './draft.ts';
import { anyValues } from './expressions.ts';
import type { Written } from './place/place.ts';
import { nodeAt, type Site } from './site.ts';
import { valuesOfType } from './values-of-type.ts';

/** What may be given to a parameter: the values it is allowed, its default, and whatever fits. */
export function parameterValues(
  site: Site,
  owner: number,
  parameter: ast.Parameter | undefined,
  without?: string,
): Draft[] {
  if (!parameter) return anyValues(site, owner, without);
  const { domain, value } = parameter;
  const items =
    domain && !wordsOf(parameter) ? evaluateExpression(domain, defaultsAround(parameter)) : undefined;
  const allowed =
    items?.kind === 'list' && items.items.length <= valuesShown ? items.items.map(valueText) : [];
  const standard = value && evaluateExpression(value, defaultsAround(parameter));
  const shown = new Set([...(standard?.kind === 'quantity' ? [valueText(standard)] : []), ...allowed]);
  const values = [...shown].map(
    (label, index): Draft => ({
      label,
      kind: CompletionItemKind.Value,
      ...(index === 0 && standard ? { detail: 'default' } : {}),
      doc: () => declaredText(parameter),
      rank: 1,
    }),
  );
  const type = typeOfDeclaration(parameter);
  const words = type.kind === 'choice' ? type.words.map(word => wordDraft(word, parameter)) : [];
  return [...words, ...values, ...valuesOfType(site, owner, type, without)];
}

/** What a parameter may be by default; where its head could not be read as a whole, by the words of it. */
export function defaultValues(
  site: Site,
  owner: number,
  parameter: ast.Parameter | undefined,
  { name, type, words }: Written,
): Draft[] {
  if (parameter) return parameterValues(site, owner, parameter, name);
  const names = words.filter(word => !site.names.find(word, nodeAt(owner, site)));
  if (names.length > 0) return names.map(label => ({ label, kind: CompletionItemKind.EnumMember, rank: 1 }));
  return valuesOfType(site, owner, type === undefined ? undefined : namedType(type), name);
}

/** Ranges that allow more values than this are not listed. */
const valuesShown = 16;

const wordDraft = (word: string, parameter: ast.Parameter): Draft => ({
  label: word,
  kind: CompletionItemKind.EnumMember,
  detail: roleText(parameter),
  doc: () => declaredText(parameter),
  rank: 1,
});

/** What a parameter may be of; of those that do not fit its range and default, none. */
export function parameterTypeDrafts(parameter: ast.Parameter | undefined): Draft[] {
  const given = parameter && infer(parameter.value ?? parameter.domain);
  const type = given?.kind === 'list' ? given.of : given;
  const fits = (wanted: Type) => !type || accepts(wanted, type);
  const quantities = (Object.keys(articles) as DimensionName[])
    .filter(name => fits({ kind: 'quantity', dimension: dimensions[name] }))
    .map(
      (name): Draft => ({
        label: name,
        kind: CompletionItemKind.TypeParameter,
        detail: articles[name],
        doc: `Any value that is ${articles[name]}.`,
      }),
    );
  const kinds = [...description.components.values()]
    .filter(({ kind }) => fits({ kind: 'componentOf', componentKind: kind }))
    .map(
      ({ kind, doc }): Draft => ({
        label: kind,
        kind: CompletionItemKind.TypeParameter,
        detail: 'a component of this kind',
        doc,
        rank: 6,
      }),
    );
  return [...quantities, ...kinds];
}

/** What a parameter may be: a range or a list. */
export function domainDrafts(parameter: ast.Parameter | undefined): Draft[] {
  const type = parameter?.type ? typeOfDeclaration(parameter) : undefined;
  const [range, list] = [new Placeholders(), new Placeholders()];
  const example = (type && exampleOfType(type)) ?? '1';
  const item = (label: string, text: string): Draft => ({
    label,
    kind: CompletionItemKind.Snippet,
    doc: keywordDocs.get('in') ?? '',
    text,
    snippet: true,
    rank: 1,
  });
  return [
    item('range', `${range.at(example)} .. ${range.at(example)}`),
    item('list', `[${list.at(example)}, ${list.at(example)}]`),
  ];
}
