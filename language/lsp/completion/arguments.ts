import { CompletionItemKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { exampleOfType } from '../../types/example.ts';
import { typeOfDeclaration } from '../../types/infer.ts';
import { parametersOf } from '../../types/schema.ts';
import { documentationText, paragraphs } from '../describe.ts';
import { roleText } from '../hover/value.ts';
import { type Draft, Placeholders, propertyDrafts } from './draft.ts';
import { parameterValues } from './parameters.ts';
import type { Given } from './place/place.ts';
import { bodyAt, nodeAt, type Site } from './site.ts';
import { memberDrafts } from './words.ts';

/** Values of the argument being written, and names of those that are not yet given. */
export function argumentDrafts(site: Site, owner: number, target: string, given: Given): Draft[] {
  const parameters = parametersOfTarget(site, owner, target);
  const parameter =
    'name' in given ? parameters.find(({ name }) => name === given.name) : parameters[given.index];
  // What stands before has been given by its place.
  const open = 'name' in given ? [] : parameters.slice(given.index);
  const names = open.filter(({ name }) => !isGiven(site, owner, name));
  // Where the value stands already, its name is to be replaced.
  if (/^[\w-]*\s*=/.test(site.after)) return names.map(each => ({ ...nameDraft(each), text: each.name }));
  return [...names.map(nameDraft), ...parameterValues(site, owner, parameter)];
}

function nameDraft(parameter: ast.Parameter): Draft {
  return {
    label: `${parameter.name} =`,
    kind: CompletionItemKind.Variable,
    detail: roleText(parameter),
    doc: () => paragraphs(parameter.$cstNode?.text ?? '', documentationText(parameter)),
    text: `${parameter.name} = ${new Placeholders().at(exampleFor(parameter))}`,
    snippet: true,
    rank: 1,
  };
}

/** What comes after a point: numbers of a component, metrics of a chip. */
export function memberDraftsOf(site: Site, owner: number, target: string): Draft[] {
  const found = site.names.find(target, bodyAt(owner, site) ?? nodeAt(owner, site));
  if (ast.isBlock(found)) return memberDrafts();
  if (!ast.isComponent(found)) return [];
  const numbers = Object.entries(parametersOf(found) ?? {}).filter(([, { type }]) => 'dimension' in type);
  return propertyDrafts(Object.fromEntries(numbers), new Set(), '', true);
}

function exampleFor(parameter: ast.Parameter): string {
  return parameter.value?.$cstNode?.text ?? exampleOfType(typeOfDeclaration(parameter)) ?? 'value';
}

function parametersOfTarget(site: Site, owner: number, target: string): readonly ast.Parameter[] {
  const found = site.names.find(target, bodyAt(owner, site) ?? nodeAt(owner, site));
  return ast.isComponent(found) || ast.isBlock(found) ? found.parameters : [];
}

/** Whether an argument of this name stands between the bracket and the cursor. */
const isGiven = ({ tokens }: Site, owner: number, name: string): boolean =>
  tokens.some(
    ({ image, startOffset }, index) =>
      startOffset > owner && image === name && tokens[index + 1]?.image === '=',
  );
