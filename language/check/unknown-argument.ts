import type { AstNode } from 'langium';
import {
  type DimensionName,
  dimensions,
  describeDimension,
  sameDimension,
} from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';
import { exampleOf } from '../types/example.ts';
import { infer, typeOfDeclaration } from '../types/infer.ts';
import { describeType } from '../types/type.ts';
import type { Check, Report } from './check.ts';
import { didYouMean, nearest, oneOf, replaceFix } from './nearest.ts';

export const unknownArgument: Check = {
  code: 'unknown-argument',
  severity: 'error',
  doc: 'Arguments go to parameters that exist, each once, and parameters without a default need one.',
  nodes: {
    Part: (node, report) => match(node, node.what?.ref, node.arguments, report),
    ChipUse: (node, report) => match(node, node.chip?.ref, node.arguments, report),
    Component: (node, report) => match(node, node.base?.ref, node.arguments, report),
    Block: (node, report) => match(node, node.base?.ref, node.arguments, report),
  },
};

function match(
  node: AstNode,
  target: ast.Component | ast.Block | undefined,
  given: readonly ast.Argument[],
  report: Report,
): void {
  if (!target) return;
  const { name, parameters } = target;
  const names = parameters.map(parameter => parameter.name);
  const filled = new Set<string>();
  given.forEach((argument, index) => {
    const parameter = argument.name
      ? parameters.find(each => each.name === argument.name)
      : parameters[index];
    if (!parameter) return report(unknown(argument, name, names));
    if (filled.has(parameter.name))
      report({ message: `\`${parameter.name}\` is given twice; once is enough`, at: argument });
    filled.add(parameter.name);
    fits(argument, parameter, report);
  });
  const missing = parameters.filter(each => !each.value && !filled.has(each.name));
  if (missing.length > 0)
    report({
      message: `${name} needs a value for ${missing.map(each => `\`${each.name}\``).join(' and ')}, for example \`${name}(${missing.map(exampleArgument).join(', ')})\``,
      at: node,
    });
}

function unknown(argument: ast.Argument, target: string, names: readonly string[]) {
  const suggestion = argument.name === undefined ? undefined : nearest(argument.name, names);
  const expected = names.length > 0 ? `; it has ${oneOf(names)}` : '; it has no parameters';
  return {
    message: argument.name
      ? `${target} has no parameter \`${argument.name}\`${didYouMean(suggestion) || expected}`
      : `too many arguments for ${target}${expected}`,
    at: argument,
    ...replaceFix(argument, 'name', suggestion),
  };
}

function exampleArgument({ name, type }: ast.Parameter): string {
  const dimension = type && type in dimensions ? (type as DimensionName) : 'count';
  return `${name} = ${exampleOf(name, { doc: '', type: { dimension } })}`;
}

function fits(argument: ast.Argument, parameter: ast.Parameter, report: Report): void {
  const wanted = typeOfDeclaration(parameter);
  const found = infer(argument.value);
  if (wanted.kind !== 'quantity' || found.kind !== 'quantity') return;
  if (sameDimension(wanted.dimension, found.dimension)) return;
  const unit = sameDimension(wanted.dimension, dimensions.bits) ? ', for example `4 bit`' : '';
  report({
    message: `\`${parameter.name}\` must be ${describeDimension(wanted.dimension)}${unit}; this is ${describeType(found)}`,
    at: argument.value,
  });
}
