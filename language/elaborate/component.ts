import type { AstNode } from 'langium';
import type { Component } from '../../simulator/index.ts';
import type { Parameters } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';
import { originOf } from '../syntax/origin.ts';
import { kindOf, parametersOf } from '../types/schema.ts';
import type { Described, Given } from './described.ts';
import { type Layer, layersOf, type MergedProperty, merge } from './inherit.ts';
import { Notes } from './notes.ts';
import { readProperties } from './read.ts';
import { emptyEnvironment, type Environment } from './value.ts';

export interface ElaboratedComponent {
  readonly component: Component;
  readonly described: Described;
}

/** How a component is used: arguments, overrides, and where. */
export interface ComponentUse {
  readonly node: AstNode;
  readonly arguments: readonly ast.Argument[];
  readonly overrides: readonly Layer[];
  readonly environment: Environment;
  /** Node of the chip in metres, where the component's text names none. */
  readonly nodeM: number;
}

/** A component as its own text has it, with parameters at their defaults and on no chip. */
export function elaborateAlone(declaration: ast.Component): ElaboratedComponent | undefined {
  const use = {
    node: declaration,
    arguments: [],
    overrides: [],
    environment: emptyEnvironment,
    nodeM: Number.NaN,
  };
  return elaborateComponent(declaration, use, new Notes());
}

/** A component with all its numbers: what its chain of declarations says, then what the place of use overrides. */
export function elaborateComponent(
  declaration: ast.Component,
  use: ComponentUse,
  notes: Notes,
): ElaboratedComponent | undefined {
  const kind = kindOf(declaration);
  const parameters = parametersOf(declaration);
  if (!kind || !parameters) return undefined;
  const { properties } = merge([...layersOf(declaration, use.arguments, use.environment), ...use.overrides]);
  const given = readProperties(parameters, properties);
  noteAll(declaration, properties, notes);
  const described = { subject: declaration.name, node: use.node, parameters, given };
  const { node: nodeM = use.nodeM, ...values } = numbersOf(parameters, given);
  return {
    component: { name: declaration.name, kind, origin: originOf(use.node), parameters: values, nodeM },
    described,
  };
}

/** The numbers that were given, and defaults for those that were not. */
export function numbersOf(parameters: Parameters, given: ReadonlyMap<string, Given>): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = given.get(name)?.value ?? parameter.default;
    if (typeof value === 'number') numbers[name] = value;
  }
  return numbers;
}

function noteAll(
  declaration: ast.Component,
  properties: ReadonlyMap<string, MergedProperty>,
  notes: Notes,
): void {
  const seen = new Set<ast.Component>();
  let current: ast.Component | undefined = declaration;
  while (current && !seen.has(current)) {
    seen.add(current);
    notes.take(current, declaration.name);
    current = current.base?.ref;
  }
  for (const [name, { property }] of properties) notes.take(property, `${declaration.name}.${name}`);
}
