import {
  dimensions,
  describeDimension,
  type Parameter,
  type DimensionName,
  sameDimension,
  formatQuantity,
} from '../../simulator/units/index.ts';
import { evaluateQuantity } from '../elaborate/expression.ts';
import { emptyEnvironment } from '../elaborate/value.ts';
import * as ast from '../generated/ast.ts';
import { exampleOf } from '../types/example.ts';
import { infer } from '../types/infer.ts';
import { parameterOf } from '../types/schema.ts';
import { describeType, type Type } from '../types/type.ts';
import type { Check, Fix, Report } from './check.ts';

/** A value that measures something else than what is asked for, anywhere: in a property, an argument, a sum, a claim. */
export const dimensionMismatch: Check = {
  code: 'dimension-mismatch',
  severity: 'error',
  doc: 'Quantities are calculated with, compared and given where their dimensions fit.',
  typeError: ({ message, node, property: narrowed }, report) =>
    report({ message, at: node, ...(narrowed ? { property: narrowed } : {}) }),
  nodes: {
    Property: property,
    Parameter: ({ name, type, value }, report) => {
      if (type && type in dimensions && value) expect(value, type as DimensionName, `\`${name}\``, report);
    },
    Input: ({ shape }, report) => expect(shape, 'count', 'an input', report),
    Count: ({ factors }, report) => factors.forEach(factor => expect(factor, 'count', 'a count', report)),
    Claim: sides,
    Expectation: (node, report) => {
      sides(node, report);
      if (node.tolerance) expect(node.tolerance, 'count', 'a tolerance', report);
    },
  },
};

function property(node: ast.Property, report: Report): void {
  const parameter = parameterOf(node);
  if (!parameter) return;
  const { type } = parameter;
  if (node.value && node.body && !('component' in type) && !('group' in type))
    report({ message: `\`${node.name}\` takes a value and no braces; leave them out`, at: node.body });
  if (!node.value) {
    if (node.body && !('group' in type) && !('component' in type))
      report({
        message: `\`${node.name}\` takes a value, not a block; for example \`${node.name} ${exampleOf(node.name, parameter)}\``,
        at: node,
        property: 'body',
      });
    return;
  }
  const found = infer(node.value);
  if ('dimension' in type) expect(node.value, type.dimension, `\`${node.name}\``, report, parameter);
  else if ('sizes' in type) expectSizes(node, found, type, report);
  else if (
    'component' in type &&
    found.kind !== 'component' &&
    found.kind !== 'error' &&
    found.kind !== 'word'
  )
    report({
      message: `\`${node.name}\` takes a component of kind \`${type.component}\`, not ${describeType(found)}`,
      at: node,
      property: 'value',
    });
  else if ('group' in type)
    report({
      message: `\`${node.name}\` takes a block: \`${node.name} ${exampleOf(node.name, parameter)}\``,
      at: node,
      property: 'value',
    });
  else if ('words' in type && found.kind !== 'word' && found.kind !== 'error')
    report({
      message: `\`${node.name}\` takes a word, not ${describeType(found)}; for example \`${exampleOf(node.name, parameter)}\``,
      at: node,
      property: 'value',
    });
}

function expectSizes(
  node: ast.Property,
  found: Type,
  type: Extract<Parameter['type'], { sizes: readonly number[] }>,
  report: Report,
): void {
  // Which words may stand here is for `unknown-word` and `unknown-name` to say.
  if (found.kind === 'error' || found.kind === 'word') return;
  if (found.kind === 'quantity' && sameDimension(found.dimension, dimensions.count)) return;
  const example = exampleOf(node.name, { doc: '', type });
  report({
    message: `\`${node.name}\` takes plain numbers, for example \`${example}\`, not ${describeType(found)}`,
    at: node,
    property: 'value',
  });
}

/** A quantity of one dimension, with the unit as a fix where only that is missing. */
function expect(
  value: ast.Expression,
  wanted: DimensionName,
  what: string,
  report: Report,
  parameter?: Parameter,
): void {
  const found = infer(value);
  if (found.kind === 'error' || (found.kind === 'word' && parameter === undefined)) return;
  if (found.kind === 'quantity' && sameDimension(found.dimension, dimensions[wanted])) return;
  if (found.kind === 'word') return;
  const example = parameter ? `, for example \`${exampleOf('', parameter)}\`` : '';
  report({
    message: `${what} must be ${describeDimension(dimensions[wanted])}${example}; this is ${describeType(found)}`,
    at: value,
    ...unitFix(value, found, wanted),
  });
}

function unitFix(value: ast.Expression, found: Type, wanted: DimensionName): { fix?: Fix } {
  const cst = value.$cstNode;
  const unit = usualUnits[wanted];
  const plain = found.kind === 'quantity' && sameDimension(found.dimension, dimensions.count);
  if (!cst || !unit || !plain || !ast.isNumberLiteral(value) || value.unit) return {};
  return {
    fix: {
      title: `Write \`${cst.text} ${unit}\``,
      edits: [{ offset: cst.end, length: 0, text: ` ${unit}` }],
    },
  };
}

/** Units that leave no doubt about magnitude. */
const usualUnits: Partial<Record<DimensionName, string>> = { bits: 'bit' };

function sides({ left, right }: ast.Claim | ast.Expectation, report: Report): void {
  const [a, b] = [infer(left), infer(right)];
  for (const [side, type] of [
    [left, a],
    [right, b],
  ] as const)
    if (type.kind === 'block' || type.kind === 'component')
      report({
        message: `${describeType(type)} is no number; say which, for example \`${type.kind === 'block' ? `${type.block.name}.energyEfficiency` : `${type.component.name}.power`}\``,
        at: side,
      });
  if (a.kind !== 'quantity' || b.kind !== 'quantity' || sameDimension(a.dimension, b.dimension)) return;
  const value = evaluateQuantity(right, emptyEnvironment);
  report({
    message: `the left side is ${describeType(a)}, the right side ${describeType(b)}${value ? ` (${formatQuantity(value)})` : ''}; both must measure the same`,
    at: right,
  });
}
