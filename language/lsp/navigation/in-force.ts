import { activeBodies } from '../../elaborate/condition.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { evaluateExpression } from '../../elaborate/expression.ts';
import { boundBodiesOf } from '../../elaborate/inherit.ts';
import { emptyEnvironment, type Environment } from '../../elaborate/value.ts';
import * as ast from '../../generated/ast.ts';
import { bodyOf, lineOf, type Owner, ownerAround } from './overrides.ts';

/**
 * Everything in force that states what a property does, the oldest first: the last one wins. Whether a condition holds is
 * asked with the parameters as they are at the property.
 */
export function statementsOf(property: ast.Property): readonly ast.Property[] {
  const owner = ownerAround(property);
  // Nothing overrides what a layer or a question says.
  return owner ? statedIn(owner, property.name, defaultsAround(property)) : [property];
}

/** `EDRAM.power`: the property in force in a component's own text and that of what it extends. */
export function memberStatement(component: ast.Component, member: string): ast.Property | undefined {
  return statedIn(component, member, emptyEnvironment).at(-1);
}

function statedIn(owner: Owner, name: string, around: Environment): readonly ast.Property[] {
  const line = lineOf(owner).toReversed();
  const environment = line.reduce(bound, around);
  return line
    .flatMap(each => activeBodies(bodyOf(each), value => evaluateExpression(value, environment)))
    .flatMap(({ entries }) => entries)
    .filter((entry): entry is ast.Property => ast.isProperty(entry) && entry.name === name);
}

/** With the parameters of what an owner defines or is made of; the nearest gives them their values, so it comes last. */
function bound(environment: Environment, owner: Owner): Environment {
  const target = ast.isPart(owner) ? owner.what?.ref : owner;
  if (!ast.isComponent(target) && !ast.isBlock(target)) return environment;
  const given = ast.isPart(owner) ? owner.arguments : [];
  return boundBodiesOf(target, given, environment).at(-1)?.environment ?? environment;
}
