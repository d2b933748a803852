import * as ast from '../generated/ast.ts';
import { parameterOf } from '../types/schema.ts';

/**
 * Whether a number that is written out stands for whole things: a count, a size, bits of something. Where a declaration does not
 * say what its value is used for, a number without a unit, or of bits, that is written whole is taken to be one.
 */
export function isWhole(literal: ast.NumberLiteral): boolean {
  if (!Number.isInteger(literal.value)) return false;
  const user = userOf(literal);
  switch (user?.$type) {
    case 'Count':
    case 'Input':
      return true;
    case 'Property':
      return asksForWhole(user);
    case 'Argument':
    case 'Constant':
    case 'Parameter':
      return isPlain(literal);
    default:
      return false;
  }
}

/** Whether a number is an exponent: part of a formula, and no number about a chip. */
export function isExponent(literal: ast.NumberLiteral): boolean {
  let node: ast.Expression = literal;
  while (ast.isExpression(node.$container)) {
    const above: ast.Expression = node.$container;
    if (ast.isBinary(above) && above.operator === '^' && above.right === node) return true;
    node = above;
  }
  return false;
}

/** What an expression is the value of. */
function userOf(node: ast.Expression): ast.Expression['$container'] {
  let container = node.$container;
  while (ast.isExpression(container)) container = container.$container;
  return container;
}

function asksForWhole(property: ast.Property): boolean {
  const type = parameterOf(property)?.type;
  return type !== undefined && ('sizes' in type || ('integer' in type && type.integer === true));
}

const isPlain = ({ unit }: ast.NumberLiteral): boolean => unit === undefined || unit === 'bit';
