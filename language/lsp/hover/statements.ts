import { activeBodies } from '../../elaborate/condition.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { evaluateExpression } from '../../elaborate/expression.ts';
import { type Layer, layersOf } from '../../elaborate/inherit.ts';
import { emptyEnvironment } from '../../elaborate/value.ts';
import * as ast from '../../generated/ast.ts';
import { ownerOf } from '../../types/schema.ts';

/** Everything that states a property in what a body adds up with, the oldest first: the last one is in force. */
export function statementsOf(body: ast.Body, name: string): readonly ast.Property[] {
  return statedIn(layersAt(body), name);
}

/** `EDRAM.power`: the property in force in a component's own text and that of what it extends. */
export function memberStatement(component: ast.Component, member: string): ast.Property | undefined {
  return statedIn(layersOf(component, [], emptyEnvironment), member).at(-1);
}

function statedIn(layers: readonly Layer[], name: string): readonly ast.Property[] {
  return layers
    .flatMap(active)
    .flatMap(({ entries }) => entries)
    .filter((entry): entry is ast.Property => ast.isProperty(entry) && entry.name === name);
}

const active = ({ body, environment }: Layer): readonly ast.Body[] =>
  activeBodies(body, each => evaluateExpression(each, environment));

/** The bodies that say something about what a body is about, the oldest first, itself and what extends it left of nothing. */
function layersAt(inner: ast.Body): readonly Layer[] {
  const owner = ownerOf(inner);
  const own = { body: bodyOf(owner) ?? inner, environment: defaultsAround(inner) };
  switch (owner.$type) {
    case 'Component':
      return layersOf(owner, [], emptyEnvironment);
    case 'Block':
      return [...inheritedBlock(owner), ...layersOf(owner, [], defaultsAround(owner))];
    case 'Part': {
      const target = owner.what?.ref;
      const made =
        ast.isComponent(target) || ast.isBlock(target)
          ? layersOf(target, owner.arguments, defaultsAround(owner))
          : [];
      return [...made, own];
    }
    case 'Property':
      return groupLayers(owner, own);
    default:
      return [own];
  }
}

/** What the blocks of the same name say that the surrounding block inherits. */
function inheritedBlock(block: ast.Block): readonly Layer[] {
  if (!ast.isBody(block.$container)) return [];
  return layersAt(block.$container)
    .flatMap(({ body, environment }) => active({ body, environment }).flatMap(each => each.blocks))
    .filter(({ name, level }) => name === block.name && level === block.level)
    .filter(each => each !== block)
    .flatMap(each => layersOf(each, [], defaultsAround(each)));
}

/** The braces of `precision { … }` or `cell RRAM { … }`, after what they override. */
function groupLayers(property: ast.Property, own: Layer): readonly Layer[] {
  if (!ast.isBody(property.$container)) return [own];
  const device = property.value && evaluateExpression(property.value, emptyEnvironment);
  const made = device?.kind === 'component' ? layersOf(device.component, [], emptyEnvironment) : [];
  const before = statementsOf(property.$container, property.name).flatMap(({ body }) =>
    body && body !== own.body ? [{ body, environment: own.environment }] : [],
  );
  return [...made, ...before, own];
}

const bodyOf = (owner: ReturnType<typeof ownerOf>): ast.Body | undefined =>
  'body' in owner ? owner.body : undefined;
