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
import { accepts } from '../types/accepts.ts';
import { infer, typeOfDeclaration } from '../types/infer.ts';
import { parameterOf } from '../types/schema.ts';
import { describeType, type Type } from '../types/type.ts';
import type { Check, Fix, Report } from './check.ts';
import { oneOf } from './nearest.ts';

/** A value that measures something else than what is asked for, anywhere: in a property, an argument, a sum, a claim. */
export const dimensionMismatch: Check = {
  code: 'dimension-mismatch',
  severity: 'error',
  doc: 'Quantities are calculated with, compared and given where their dimensions fit.',
  typeError: ({ message, node, property: narrowed }, report) =>
    report({ message, at: node, ...(narrowed ? { property: narrowed } : {}) }),
  nodes: {
    Property: property,
    Parameter: parameter,
    Comparison: compared,
    Input: ({ shape }, report) => expect(shape, 'count', 'an input', report),
    Count: ({ factors }, report) => factors.forEach(factor => expect(factor, 'count', 'a count', report)),
    Claim: sides,
    Expectation: (node, report) => {
      sides(node, report);
      if (node.tolerance) expect(node.tolerance, 'count', 'a tolerance', report);
    },
  },
};

/** A default, and everything it may be instead, is of the type the parameter declares. */
function parameter(node: ast.Parameter, report: Report): void {
  const { name, type, value, domain } = node;
  const allowed = ast.isList(domain) ? domain.items : domain ? [domain] : [];
  const bounds = allowed.flatMap(each => (ast.isRange(each) ? [each.from, each.to] : [each]));
  if (domain && !ast.isList(domain) && !ast.isRange(domain))
    report({
      message: `after \`in\` stands a range or a list, for example \`${name} in ${domain.$cstNode?.text} .. ${domain.$cstNode?.text}\``,
      at: domain,
    });
  if (type && type in dimensions) {
    for (const each of [value, ...bounds])
      if (each) expect(each, type as DimensionName, `\`${name}\``, report);
    return;
  }
  const wanted = typeOfDeclaration(node);
  for (const each of [value, ...bounds]) {
    const found = each && infer(each);
    if (found && !accepts(wanted, found))
      report({
        message: `\`${name}\` must be ${describeType(wanted)}; this is ${describeType(found)}`,
        at: each,
      });
  }
}

/** Both sides of a comparison measure the same, or are words of the same parameter. */
function compared(node: ast.Comparison, report: Report): void {
  const [left, right] = [infer(node.left), infer(node.right)];
  if (left.kind === 'error' || right.kind === 'error') return;
  const isWord = (type: Type) => type.kind === 'word' || type.kind === 'choice';
  if (isWord(left) && isWord(right)) {
    if (node.operator !== '=' && node.operator !== '!=')
      report({
        message: `words are only compared with \`=\` and \`!=\`, not with \`${node.operator}\``,
        at: node,
      });
    return;
  }
  if (left.kind === 'quantity' && right.kind === 'quantity') {
    if (sameDimension(left.dimension, right.dimension)) return;
    report({ message: `cannot compare ${describeType(left)} with ${describeType(right)}`, at: node });
    return;
  }
  // A name that is unknown is said to be so.
  if (left.kind === 'word' || right.kind === 'word') return;
  const odd = left.kind === 'quantity' || left.kind === 'choice' ? right : left;
  report({ message: `${describeType(odd)} cannot be compared`, at: odd === left ? node.left : node.right });
}

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
    !(found.kind === 'componentOf' && found.componentKind === type.component) &&
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
  else if ('words' in type && found.kind === 'choice') {
    const others = found.words.filter(word => !type.words.includes(word));
    if (others.length > 0)
      report({
        message: `\`${node.name}\` takes ${oneOf(type.words)}, and \`${node.value.$cstNode?.text}\` may also be ${oneOf(others)}`,
        at: node,
        property: 'value',
      });
  } else if ('words' in type && found.kind !== 'word' && found.kind !== 'error')
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
