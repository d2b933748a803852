import type { AstNode } from 'langium';
import type { Span } from '../../check/allowances.ts';
import { factors } from '../../elaborate/read.ts';
import * as ast from '../../generated/ast.ts';
import { parameterOf } from '../../types/schema.ts';
import type { Site } from './action.ts';

/** The text of an expression. The parser gives all calculations of one chain, `a * b + c`, the place of the whole chain. */
export function spanOf(expression: ast.Expression): Span {
  const cst = expression.$cstNode!;
  const around = expression.$container;
  const isShared =
    ast.isBinary(expression) &&
    ast.isBinary(around) &&
    around.$cstNode?.offset === cst.offset &&
    around.$cstNode.length === cst.length;
  if (!isShared) return { offset: cst.offset, length: cst.length };
  const { offset } = spanOf(expression.left);
  const right = spanOf(expression.right);
  return { offset, length: right.offset + right.length - offset };
}

/** An expression as it stands in the text, with the parentheses around it. */
export function textOf(expression: ast.Expression): string {
  const { offset, length } = spanOf(expression);
  return expression.$cstNode!.root.fullText.slice(offset, offset + length);
}

/** A calculation without the parentheses that only hold it together where it stands. */
export function unwrapped(text: string): string {
  return isWrapped(text) ? unwrapped(text.slice(1, -1).trim()) : text;
}

function isWrapped(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  return [...text].every((letter, index) => {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    return depth > 0 || index === text.length - 1;
  });
}

/** The expression that is selected, with or without the parentheses around it; for a cursor, the number it stands at. */
export function selectedExpression({ node, start, end }: Site): ast.Expression | undefined {
  if (start === end) return ast.isNumberLiteral(node) ? node : undefined;
  for (let each: AstNode | undefined = node; each; each = each.$container) {
    if (!ast.isExpression(each)) continue;
    const { offset, length } = spanOf(each);
    const text = textOf(each);
    const inner = unwrapped(text);
    const innerStart = offset + text.indexOf(inner);
    const isWhole = offset === start && offset + length === end;
    if (isWhole || (innerStart === start && innerStart + inner.length === end)) return each;
  }
  return undefined;
}

/** Whether an expression is sizes joined by ×, which are read one by one, or several of them. */
export function isSizes(expression: ast.Expression): boolean {
  return factors(expression).length > 1 && mayBeSizes(expression);
}

/** Whether an expression stands where sizes joined by × are expected: what it comes to as one number may not be put there. */
export function mayBeSizes(expression: ast.Expression): boolean {
  let whole: ast.Expression = expression;
  while (ast.isBinary(whole.$container) && ['×', '*'].includes(whole.$container.operator))
    whole = whole.$container;
  const owner = whole.$container;
  if (ast.isInput(owner)) return true;
  if (!ast.isProperty(owner)) return false;
  const type = parameterOf(owner)?.type;
  return type !== undefined && 'sizes' in type;
}

/** Whether a number is negated or an exponent: there a number written out is something else than a name for it. */
export function isReadAsWritten(expression: ast.Expression): boolean {
  const around = expression.$container;
  return (
    ast.isNegation(around) || (ast.isBinary(around) && around.operator === '^' && around.right === expression)
  );
}
