import * as ast from '../generated/ast.ts';
import { activeBodies } from './condition.ts';
import { evaluateExpression, evaluateQuantity } from './expression.ts';
import type { Environment, Value } from './value.ts';

/** A body with the parameters in force in it. */
export interface BoundBody {
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
  readonly nested: readonly BoundBody[];
}

export interface MergedPart {
  /** The last part that spoke of it: its count and arguments hold. */
  readonly part: ast.Part;
  readonly environment: Environment;
  /** What its braces say, oldest first. */
  readonly bodies: readonly BoundBody[];
}

export interface DefinedBlock {
  readonly block: ast.Block;
  readonly environment: Environment;
}

/**
 * The bodies of a declaration from its oldest ancestor to itself, with parameters bound: by the arguments given, else by
 * the `extends` clause that names it, else by its defaults.
 */
export function boundBodiesOf(
  declaration: ast.Component | ast.Block,
  given: readonly ast.Argument[],
  from: Environment,
): readonly BoundBody[] {
  const bound = new Map(from);
  const bodies: ast.Body[] = [];
  let args = given;
  let outer = from;
  for (const current of ancestry(declaration)) {
    bind(current.parameters, args, outer, bound);
    if (current.body) bodies.unshift(current.body);
    args = current.arguments;
    outer = bound;
  }
  return bodies.map(body => ({ body, environment: bound }));
}

/** A parameter whose value is none of those its declaration allows. */
export interface OutsideDomain {
  readonly parameter: ast.Parameter;
  readonly value: Value;
}

/** The parameters of a declaration and its ancestors that are bound to what their declaration does not allow. */
export function outsideDomains(
  declaration: ast.Component | ast.Block,
  given: readonly ast.Argument[],
  from: Environment,
): readonly OutsideDomain[] {
  const bounded = ancestry(declaration)
    .flatMap(({ parameters }) => parameters)
    .filter(({ domain }) => domain);
  if (bounded.length === 0) return [];
  const environment = boundBodiesOf(declaration, given, from).at(-1)?.environment ?? from;
  return bounded.flatMap(parameter => {
    const value = environment.get(parameter);
    return value && !isWithin(value, parameter.domain!, environment) ? [{ parameter, value }] : [];
  });
}

/** A declaration and everything it extends, itself first. */
export function ancestry<T extends ast.Component | ast.Block>(declaration: T): readonly T[] {
  const chain = new Set<T>();
  // A definition extends one of its own sort.
  for (
    let each: T | undefined = declaration;
    each && !chain.has(each);
    each = each.base?.ref as T | undefined
  )
    chain.add(each);
  return [...chain];
}

/**
 * Whether a parameter whose declaration allows `domain` may have a value. Without a step a range allows everything between its
 * bounds, else only the values a step reaches.
 */
export function isWithin(value: Value, domain: ast.Expression, environment: Environment): boolean {
  if (ast.isRange(domain) && !domain.step) {
    const [from, to] = [domain.from, domain.to].map(each => evaluateQuantity(each, environment)?.value);
    if (value.kind !== 'quantity' || from === undefined || to === undefined) return true;
    return value.quantity.value >= from * (1 - 1e-9) && value.quantity.value <= to * (1 + 1e-9);
  }
  const allowed = evaluateExpression(domain, environment);
  return allowed?.kind !== 'list' || allowed.items.some(item => sameValue(item, value));
}

function sameValue(a: Value, b: Value): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity')
    return Math.abs(a.quantity.value - b.quantity.value) <= 1e-9 * Math.abs(b.quantity.value);
  return a.kind === 'word' && b.kind === 'word' && a.word === b.word;
}

function bind(
  parameters: readonly ast.Parameter[],
  given: readonly ast.Argument[],
  from: Environment,
  into: Map<ast.Parameter | ast.NumberLiteral, Value>,
): void {
  const positional = given.filter(({ parameter }) => !parameter);
  parameters.forEach((parameter, index) => {
    const argument = given.find(each => each.parameter?.$refText === parameter.name) ?? positional[index];
    const value = argument
      ? evaluateExpression(argument.value, from)
      : evaluateExpression(parameter.value, into);
    if (value) into.set(parameter, value);
    else into.delete(parameter);
  });
}

/** One body out of several: properties by name, parts by what they are made of, inner blocks by name. */
export function merge(bodies: readonly BoundBody[]): Merged {
  const properties = new Map<string, MergedProperty>();
  const blocks = new Map<string, DefinedBlock[]>();
  let parts: MergedPart[] = [];
  for (const { body, environment } of bodies.flatMap(active)) {
    // A syntax error can take a name away.
    for (const entry of body.entries)
      if (ast.isProperty(entry) && entry.name)
        properties.set(entry.name, mergeProperty(properties.get(entry.name), entry, environment));
    for (const block of body.blocks)
      blocks.set(block.name, [...(blocks.get(block.name) ?? []), { block, environment }]);
    parts = mergeParts(parts, body.entries.filter(ast.isPart), environment);
  }
  return { properties, parts, blocks };
}

/** A body and those of its conditionals that hold. */
const active = ({ body, environment }: BoundBody): BoundBody[] =>
  activeBodies(body, each => evaluateExpression(each, environment)).map(each => ({
    body: each,
    environment,
  }));

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
