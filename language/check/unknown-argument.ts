import { type DimensionName, dimensions, sameDimension } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';
import { calledBy, parameterOfArgument } from '../syntax/arguments.ts';
import { infer, typeOfDeclaration } from '../types/infer.ts';
import { accepts } from '../types/accepts.ts';
import { exampleOf } from '../types/example.ts';
import { describeType } from '../types/type.ts';
import type { Check, Report } from './check.ts';
import { didYouMean, nearest, oneOf, replaceFix } from './nearest.ts';

export const unknownArgument: Check = {
  code: 'unknown-argument',
  severity: 'error',
  doc: 'Arguments go to parameters that exist, each once, and parameters without a default need one.',
  nodes: {
    Part: match,
    ChipUse: match,
    Component: match,
    Block: match,
  },
};

function match(node: ast.Part | ast.ChipUse | ast.Component | ast.Block, report: Report): void {
  const given = node.arguments;
  const target = calledBy(node);
  if (!target) return;
  const { name, parameters } = target;
  const names = parameters.map(parameter => parameter.name);
  const filled = new Set<string>();
  given.forEach((argument, index) => {
    const parameter = parameterOfArgument(argument);
    if (!argument.parameter && given.slice(0, index).some(each => each.parameter))
      return report({
        message: 'an argument without a name stands before those with one',
        at: argument,
      });
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
  const name = argument.parameter?.$refText;
  const suggestion = name === undefined ? undefined : nearest(name, names);
  const expected = names.length > 0 ? `; it has ${oneOf(names)}` : '; it has no parameters';
  return {
    message: name
      ? `${target} has no parameter \`${name}\`${didYouMean(suggestion) || expected}`
      : `too many arguments for ${target}${expected}`,
    at: argument,
    ...replaceFix(argument, 'parameter', suggestion),
  };
}

function exampleArgument({ name, type }: ast.Parameter): string {
  const dimension = type && type in dimensions ? (type as DimensionName) : 'count';
  return `${name} = ${exampleOf(name, { doc: '', type: { dimension } })}`;
}

function fits(argument: ast.Argument, parameter: ast.Parameter, report: Report): void {
  const wanted = typeOfDeclaration(parameter);
  const found = infer(argument.value);
  if (accepts(wanted, found)) return;
  const isBits = wanted.kind === 'quantity' && sameDimension(wanted.dimension, dimensions.bits);
  report({
    message: `\`${parameter.name}\` must be ${describeType(wanted)}${isBits ? ', for example `4 bit`' : ''}; this is ${describeType(found)}`,
    at: argument.value,
  });
}
