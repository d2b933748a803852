import { type AstNode, AstUtils } from 'langium';
import { formatNumber } from '../../simulator/units/index.ts';
import type { Given } from '../elaborate/described.ts';
import { evaluateQuantity } from '../elaborate/expression.ts';
import { emptyEnvironment } from '../elaborate/value.ts';
import * as ast from '../generated/ast.ts';
import { infer } from '../types/infer.ts';
import type { Check, NodeChecks, Report } from './check.ts';
import { expressionOwners, expressionsIn } from './expressions.ts';
import { fromElaboration } from './from-elaboration.ts';

/**
 * A value that is no finite number: divided by zero, the root of a negative number, beyond what a computer can count. Said
 * once, at the smallest part of the text that makes it so; where that depends on parameters, at the property.
 */
export const notANumber: Check = {
  code: 'not-a-number',
  severity: 'error',
  doc: 'Every value comes to a finite number.',
  ...fromElaboration('not-a-number'),
  nodes: {
    ...(Object.fromEntries(expressionOwners.map(type => [type, alone])) as NodeChecks),
    Count: (node, report) => {
      alone(node, report);
      const [, ...divisors] = node.factors;
      for (const divisor of divisors)
        if (valueOf(divisor) === 0) report({ message: `division by zero; ${expected}`, at: divisor });
    },
  },
  described: ({ node, given }, report) => {
    for (const [name, { property, value }] of given) {
      const wrong = unfinite(value);
      // Without parameters the expression itself has been complained about.
      if (wrong === undefined || (ast.isProperty(property) && valueOf(property.value) !== undefined))
        continue;
      report({
        message: `\`${name}\` comes to ${formatNumber(wrong)} with the values given here; ${expected}`,
        at: [property, node],
        ...(ast.isProperty(property) ? { property: 'value' } : {}),
      });
    }
  },
};

const expected = 'a finite number is expected';

function unfinite(value: Given['value']): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : value;
  return Array.isArray(value) ? (value as readonly number[]).find(each => !Number.isFinite(each)) : undefined;
}

/** The expressions that stand in a node, as far as they depend on no parameter. */
function alone(node: AstNode, report: Report): void {
  for (const expression of expressionsIn(node)) {
    if (ast.isNumberLiteral(expression) && expression.value < Number.MAX_SAFE_INTEGER) continue;
    const value = valueOf(expression);
    // Where dimensions or arguments do not fit, that has been said.
    if (value !== undefined && !Number.isFinite(value) && infer(expression).kind === 'quantity')
      blame(expression, report);
  }
}

/** Finds the part that makes an expression no number, and whether anything does. */
function blame(expression: ast.Expression | undefined, report: Report): boolean {
  if (!expression) return false;
  const inner = partsOf(expression).map(part => blame(part, report));
  if (inner.includes(true)) return true;
  const value = valueOf(expression);
  if (value === undefined || Number.isFinite(value)) return false;
  // A name says so where it is defined, unless that is in another file.
  if (ast.isNameReference(expression) && isHere(expression)) return true;
  report({ message: `${reason(expression, value)}; ${expected}`, at: zeroDivisor(expression) ?? expression });
  return true;
}

function partsOf(expression: ast.Expression): readonly ast.Expression[] {
  switch (expression.$type) {
    case 'Binary':
      return [expression.left, expression.right];
    case 'Negation':
      return [expression.operand];
    case 'Call':
      return expression.arguments;
    default:
      return [];
  }
}

const valueOf = (expression: ast.Expression | undefined): number | undefined =>
  evaluateQuantity(expression, emptyEnvironment)?.value;

const isHere = (node: ast.NameReference): boolean =>
  node.target.ref !== undefined && AstUtils.getDocument(node.target.ref) === AstUtils.getDocument(node);

const zeroDivisor = (expression: ast.Expression): ast.Expression | undefined =>
  ast.isBinary(expression) && expression.operator === '/' && valueOf(expression.right) === 0
    ? expression.right
    : undefined;

function reason(expression: ast.Expression, value: number): string {
  if (zeroDivisor(expression)) return 'division by zero';
  const what = expression.$cstNode?.text.replace(/\s+/g, ' ') ?? 'this';
  if (Number.isNaN(value)) return `\`${what}\` is not a number`;
  return `\`${what}\` is ${value > 0 ? 'larger than any number' : 'less than any number'}`;
}
