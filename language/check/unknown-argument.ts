import { CstUtils } from 'langium';
import { type DimensionName, dimensions, sameDimension } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { calledBy, parameterOfArgument } from '../syntax/arguments.ts';
import { infer, typeOfDeclaration } from '../types/infer.ts';
import { accepts } from '../types/accepts.ts';
import { exampleOf } from '../types/example.ts';
import { describeType } from '../types/type.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check, Finding, Fix, Report } from './check.ts';
import { allOf, didYouMean, oneOf, replaceFix } from './nearest.ts';
import { removeFromParentheses } from './remove-from-list.ts';

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
    if (!argument.parameter && given.slice(0, index).some(each => each.parameter)) {
      const open = names.find(each => !filled.has(each) && !given.some(isCalled(each)));
      if (open !== undefined) filled.add(open);
      return report(unnamed(argument, open));
    }
    if (!parameter) return report(unknown(argument, name, names));
    if (filled.has(parameter.name))
      report({
        message: `\`${parameter.name}\` is given twice; once is enough`,
        at: argument,
        ...removed(argument),
      });
    filled.add(parameter.name);
    fits(argument, parameter, report);
  });
  const missing = parameters.filter(each => !each.value && !filled.has(each.name));
  if (missing.length > 0)
    report({
      message: `${name} needs a value for ${allOf(missing.map(each => each.name))}, for example \`${name}(${missing.map(exampleArgument).join(', ')})\``,
      at: node,
      ...added(node, missing),
    });
}

const isCalled =
  (name: string) =>
  ({ parameter }: ast.Argument): boolean =>
    parameter?.$refText === name;

/** An argument that counts by its place, behind those that do not; the next parameter that nothing is given to may be meant. */
function unnamed(argument: ast.Argument, parameter: string | undefined): Finding {
  const message = 'an argument without a name stands before those with one';
  const cst = argument.$cstNode;
  if (parameter === undefined || !cst) return { message, at: argument, ...removed(argument) };
  const fix = {
    title: `Name it \`${parameter}\``,
    edits: [{ offset: cst.offset, length: 0, text: `${parameter} = ` }],
  };
  return {
    message: `${message}; write \`${parameter} = ${cst.text}\`, or move it to the front`,
    at: argument,
    fix,
  };
}

function removed(argument: ast.Argument): { fix?: Fix } {
  const list = argument.$container.arguments.map(({ $cstNode }) => $cstNode);
  const edit = removeFromParentheses(list, argument.$containerIndex ?? -1);
  return edit ? { fix: { title: `Remove \`${argument.$cstNode?.text}\``, edits: [edit] } } : {};
}

/** Gives parameters a first value, behind the other arguments or in parentheses of their own. */
function added(
  node: ast.Part | ast.ChipUse | ast.Component | ast.Block,
  missing: readonly ast.Parameter[],
): { fix?: Fix } {
  // Which component is to stand for a kind of them cannot be told.
  if (!missing.every(({ type }) => type === undefined || type in dimensions)) return {};
  const text = missing.map(exampleArgument).join(', ');
  const last = node.arguments.at(-1)?.$cstNode;
  const called = ast.isPart(node) ? node.what : ast.isChipUse(node) ? node.chip : node.base;
  const name = called?.$refNode;
  const next = name && CstUtils.getNextNode(name, false);
  const edit = last
    ? { offset: last.end, text: `, ${text}` }
    : next?.text === '('
      ? { offset: next.end, text }
      : name && { offset: name.end, text: `(${text})` };
  if (!edit) return {};
  const title = `Give ${allOf(missing.map(each => each.name))} a value`;
  return { fix: { title, edits: [{ length: 0, ...edit }] } };
}

function unknown(argument: ast.Argument, target: string, names: readonly string[]): Finding {
  const name = argument.parameter?.$refText;
  const suggestion = name === undefined ? undefined : nearest(name, names);
  const expected = names.length > 0 ? `; it has ${oneOf(names)}` : '; it has no parameters';
  return {
    message: name
      ? `${target} has no parameter \`${name}\`${didYouMean(suggestion) || expected}`
      : `too many arguments for ${target}${expected}`,
    at: argument,
    ...(name ? replaceFix(argument, 'parameter', suggestion) : removed(argument)),
  };
}

function exampleArgument({ name, type }: ast.Parameter): string {
  if (type && !(type in dimensions)) return `${name} = …`;
  const dimension = (type as DimensionName | undefined) ?? 'count';
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
