import * as ast from '../generated/ast.ts';
import { evaluateExpression } from './expression.ts';
import type { Environment, Value } from './value.ts';

/** A body with the parameters in force in it. */
export interface Layer {
  readonly body: ast.Body;
  readonly environment: Environment;
}

/** What the bodies of an inheritance chain say together; later ones win. */
export interface Merged {
  readonly properties: ReadonlyMap<string, MergedProperty>;
  readonly parts: readonly MergedPart[];
  /** Blocks defined inside, by name, each with everything that defines or extends it, in order. */
  readonly blocks: ReadonlyMap<string, readonly DefinedBlock[]>;
}

export interface MergedProperty {
  /** The last property that spoke of it. */
  readonly property: ast.Property;
  /** The value and where it was given; absent for a property that only has braces. */
  readonly value?: { readonly expression: ast.Expression; readonly environment: Environment };
  readonly nested: readonly Layer[];
}

export interface MergedPart {
  /** The last part that spoke of it: its count and arguments hold. */
  readonly part: ast.Part;
  readonly environment: Environment;
  /** What its braces say, oldest first. */
  readonly bodies: readonly Layer[];
}

export interface DefinedBlock {
  readonly block: ast.Block;
  readonly environment: Environment;
}

/**
 * The bodies of a declaration from its oldest ancestor to itself, with parameters bound: by the arguments given, else by
 * the `extends` clause that names it, else by its defaults.
 */
export function layersOf(
  declaration: ast.Component | ast.Block,
  given: readonly ast.Argument[],
  from: Environment,
): readonly Layer[] {
  const bound = new Map<ast.Parameter, Value>(from);
  const bodies: ast.Body[] = [];
  const seen = new Set<ast.Component | ast.Block>();
  let current: ast.Component | ast.Block | undefined = declaration;
  let args = given;
  let outer = from;
  while (current && !seen.has(current)) {
    seen.add(current);
    bind(current.parameters, args, outer, bound);
    if (current.body) bodies.unshift(current.body);
    args = current.arguments;
    outer = bound;
    current = current.base?.ref;
  }
  return bodies.map(body => ({ body, environment: bound }));
}

function bind(
  parameters: readonly ast.Parameter[],
  given: readonly ast.Argument[],
  from: Environment,
  into: Map<ast.Parameter, Value>,
): void {
  const positional = given.filter(argument => !argument.name);
  parameters.forEach((parameter, index) => {
    const argument = given.find(each => each.name === parameter.name) ?? positional[index];
    const value = argument
      ? evaluateExpression(argument.value, from)
      : evaluateExpression(parameter.value, into);
    if (value) into.set(parameter, value);
    else into.delete(parameter);
  });
}

/** One body out of several: properties by name, parts by what they are made of, inner blocks by name. */
export function merge(layers: readonly Layer[]): Merged {
  const properties = new Map<string, MergedProperty>();
  const blocks = new Map<string, DefinedBlock[]>();
  let parts: MergedPart[] = [];
  for (const { body, environment } of layers) {
    for (const entry of body.entries)
      if (ast.isProperty(entry))
        properties.set(entry.name, mergeProperty(properties.get(entry.name), entry, environment));
    for (const block of body.blocks)
      blocks.set(block.name, [...(blocks.get(block.name) ?? []), { block, environment }]);
    parts = mergeParts(parts, body.entries.filter(ast.isPart), environment);
  }
  return { properties, parts, blocks };
}

/** Parts stated anew replace those of the same name; what the braces of the only one before said still holds. */
function mergeParts(
  before: readonly MergedPart[],
  own: readonly ast.Part[],
  environment: Environment,
): MergedPart[] {
  const keys = new Set(own.map(partKey));
  const added = own.map((part): MergedPart => {
    const replaced = before.filter(each => partKey(each.part) === partKey(part));
    const body = part.inline?.body ?? part.body;
    const inherited = replaced.length === 1 ? replaced[0]!.bodies : [];
    return { part, environment, bodies: [...inherited, ...(body ? [{ body, environment }] : [])] };
  });
  return [...before.filter(({ part }) => !keys.has(partKey(part))), ...added];
}

/** What a part is known by when a chip that extends another says it anew. */
export function partKey(part: ast.Part): string {
  return part.what?.$refText ?? part.inline?.name ?? part.inline?.level ?? '';
}

function mergeProperty(
  before: MergedProperty | undefined,
  property: ast.Property,
  environment: Environment,
): MergedProperty {
  const nested = property.body ? [{ body: property.body, environment }] : [];
  if (property.value) return { property, value: { expression: property.value, environment }, nested };
  return {
    property,
    ...(before?.value ? { value: before.value } : {}),
    nested: [...(before?.nested ?? []), ...nested],
  };
}
