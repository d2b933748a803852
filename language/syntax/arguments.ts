import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';

/** What an argument list calls: the component or block that is used, extended or evaluated. */
export function calledBy(node: AstNode): ast.Component | ast.Block | undefined {
  if (ast.isPart(node)) return ast.isParameter(node.what?.ref) ? undefined : node.what?.ref;
  if (ast.isChipUse(node)) return node.chip?.ref;
  return ast.isComponent(node) || ast.isBlock(node) ? node.base?.ref : undefined;
}

/** The parameter an argument goes to, by its name or else by its position. */
export function parameterOfArgument(argument: ast.Argument): ast.Parameter | undefined {
  const called = calledBy(argument.$container);
  const name = argument.parameter?.$refText;
  return name === undefined
    ? called?.parameters[argument.$containerIndex ?? -1]
    : called?.parameters.find(each => each.name === name);
}

/** The arguments that a node gives to what it calls. */
export function argumentsOf(node: AstNode): readonly ast.Argument[] {
  return ast.isPart(node) || ast.isChipUse(node) || ast.isComponent(node) || ast.isBlock(node)
    ? node.arguments
    : [];
}
