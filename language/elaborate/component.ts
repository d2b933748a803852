import type { AstNode } from 'langium';
import { type Component, description, rulingOf, type Scaling } from '../../simulator/index.ts';
import { formatAs, type Parameters } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';
import { originOf } from '../syntax/origin.ts';
import { kindOf, parametersOf } from '../types/schema.ts';
import type { Described, Given } from './described.ts';
import { type BoundBody, boundBodiesOf, type MergedProperty, merge } from './inherit.ts';
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
  readonly overrides: readonly BoundBody[];
  readonly environment: Environment;
  /** Node of the chip in metres, where the component's text names none. */
  readonly nodeM: number;
}

/** A component as its own text has it, with parameters at their defaults and on no chip. */
export function elaborateAlone(
  declaration: ast.Component,
  environment = emptyEnvironment,
): ElaboratedComponent | undefined {
  const use = {
    node: declaration,
    arguments: [],
    overrides: [],
    environment,
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
  const { properties } = merge([
    ...boundBodiesOf(declaration, use.arguments, use.environment),
    ...use.overrides,
  ]);
  const given = readProperties(parameters, properties);
  noteAll(declaration, properties, notes);
  const numbers = numbersOf(parameters, given);
  const { idle } = rulingOf(description.components.get(kind)!, numbers);
  const defaults = Object.keys(numbers).filter(name => typeof given.get(name)?.value !== 'number');
  // What stands in for silence about a law that is not used is nobody's number.
  for (const name of defaults.filter(each => idle.has(each))) delete numbers[name];
  noteDefaults(
    declaration,
    parameters,
    defaults.filter(name => !idle.has(name)),
    use,
    notes,
  );
  const { node: nodeM = use.nodeM, ...values } = numbers;
  const scaling = given.get('scaling')?.value;
  const component: Component = {
    name: declaration.name,
    kind,
    origin: originOf(use.node),
    parameters: values,
    nodeM,
    ...(typeof scaling === 'string' ? { scaling: scaling as Scaling } : {}),
  };
  return {
    component,
    described: { subject: declaration.name, node: use.node, parameters, given, component },
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

/** Numbers that stand in for silence are assumptions; those of one component are one. */
function noteDefaults(
  declaration: ast.Component,
  parameters: Parameters,
  names: readonly string[],
  use: ComponentUse,
  notes: Notes,
): void {
  if (names.length === 0) return;
  const shown = names.map(name => `${name} ${defaultText(parameters[name]!)}`);
  const text = shown.length === 1 ? `${shown[0]}, the default` : `${shown.join(', ')}, the defaults`;
  notes.assume(text, declaration.name, use.node);
}

const defaultText = ({ default: standard, type }: Parameters[string]): string =>
  typeof standard === 'number' && 'dimension' in type ? formatAs(standard, type.dimension) : String(standard);

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
