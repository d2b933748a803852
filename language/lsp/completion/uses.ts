import type { AstNode } from 'langium';
import { description } from '../../../simulator/index.ts';
import { ancestry } from '../../elaborate/inherit.ts';
import * as ast from '../../generated/ast.ts';
import { bodiesOf } from '../../syntax/bodies.ts';
import { exampleOfType } from '../../types/example.ts';
import { typeOfDeclaration } from '../../types/infer.ts';
import { kindOf, parametersOf } from '../../types/schema.ts';
import { type Draft, Placeholders, propertySnippet } from './draft.ts';
import type { Named } from './names.ts';
import type { Site } from './site.ts';

/** Names with the arguments they need and, where braces may follow, the numbers that are missing. */
export function usesOf(site: Site, names: readonly Named[], hasBody = true): Draft[] {
  const follows = /^\s*[({]/.test(site.after);
  return names.map(named => {
    const draft = site.names.draft(named, site.document);
    const needed = follows ? '' : needs(named.node, hasBody);
    return needed ? { ...draft, text: named.name + needed, snippet: true } : draft;
  });
}

/** `(${1:8 bit}) { resolution ${2:8 bit} }`: what a use must say because the definition does not. */
function needs(node: AstNode, hasBody: boolean): string {
  if (!ast.isComponent(node) && !ast.isBlock(node)) return '';
  const places = new Placeholders();
  const open = node.parameters.filter(({ value }) => !value);
  const given = open.map(parameter =>
    places.at(exampleOfType(typeOfDeclaration(parameter)) ?? parameter.name),
  );
  const missing = hasBody && ast.isComponent(node) ? missingIn(node) : [];
  const body = missing.map(([name, parameter]) => propertySnippet(name, parameter, places)).join(', ');
  return `${given.length > 0 ? `(${given.join(', ')})` : ''}${body ? ` { ${body} }` : ''}`;
}

/**
 * Properties that neither a component nor what it extends states: required ones, and what its laws wait for, such as the
 * capacity of a memory.
 */
function missingIn(component: ast.Component) {
  const stated = new Set(
    ancestry(component).flatMap(({ body }) =>
      bodiesOf(body).flatMap(({ entries }) => entries.filter(ast.isProperty).map(({ name }) => name)),
    ),
  );
  const parameters = parametersOf(component) ?? {};
  const isOpen = (name: string) => !stated.has(name) && parameters[name]?.default === undefined;
  const waiting = description.components
    .get(kindOf(component) ?? '')
    ?.laws?.filter(
      ({ gives, coefficients }) => !stated.has(gives) && coefficients.some(each => stated.has(each)),
    )
    .flatMap(({ needs }) => needs);
  return Object.entries(parameters).filter(
    ([name, { required }]) => isOpen(name) && (required === true || (waiting?.includes(name) ?? false)),
  );
}
