import { description, type LayerKind } from '../../simulator/index.ts';
import type { Parameter, Parameters } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';

/** What may be said inside braces, or undefined when that cannot be known (an unknown kind, a broken reference). */
export function schemaOf(braces: ast.Body | ast.Evaluation): Parameters | undefined {
  if (ast.isEvaluation(braces)) return description.settings;
  const owner = ownerOf(braces);
  switch (owner.$type) {
    case 'Component':
    case 'Block':
      return parametersOf(owner);
    case 'InlineBlock':
      return description.levels[owner.level];
    case 'Part':
      return owner.what?.ref && parametersOf(owner.what.ref);
    case 'Layer':
    case 'Step':
      return layerKindOf(owner)?.parameters;
    case 'Property':
      return groupOf(owner);
    default:
      return undefined;
  }
}

/** What braces belong to; those of an `if` to what the `if` stands in. */
export function ownerOf(body: ast.Body): Exclude<ast.Body['$container'], ast.Conditional> {
  let owner: ast.Body['$container'] | ast.Body = body.$container;
  while (ast.isConditional(owner) || ast.isBody(owner)) owner = owner.$container;
  return owner;
}

/** The parameter a property gives a value to. */
export function parameterOf(property: ast.Property): Parameter | undefined {
  const schema = schemaOf(property.$container);
  return schema && Object.hasOwn(schema, property.name) ? schema[property.name] : undefined;
}

/** What may be said about a component or block, or about whatever a parameter stands for. */
export function parametersOf(target: ast.PartTarget): Parameters | undefined {
  if (ast.isBlock(target)) return description.levels[target.level];
  if (ast.isParameter(target)) return description.components.get(target.type ?? '')?.parameters;
  return description.components.get(kindOf(target) ?? '')?.parameters;
}

/** The kind of a component: its own, or that of what it extends. */
export function kindOf(component: ast.Component): string | undefined {
  const seen = new Set<ast.Component>();
  let current: ast.Component | undefined = component;
  while (current && !seen.has(current)) {
    if (current.kind) return current.kind;
    seen.add(current);
    current = current.base?.ref;
  }
  return undefined;
}

export function layerKindOf(layer: ast.Layer | ast.Step): LayerKind | undefined {
  return description.layers.get(layer.kind);
}

/** The parameters inside the braces of a property: `precision { … }`, `cell RRAM { … }`. */
function groupOf(property: ast.Property): Parameters | undefined {
  const type = parameterOf(property)?.type;
  if (!type) return undefined;
  if ('group' in type) return type.group;
  if ('component' in type) return description.components.get(type.component)?.parameters;
  return undefined;
}
