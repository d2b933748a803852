import { sameDimension } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';
import type { Value } from './value.ts';

/** The value of an expression where the conditions stand, or undefined when something in it is wrong. */
export type Evaluate = (expression: ast.Expression | undefined) => Value | undefined;

/** A body and, after it, those of its conditionals that hold: what comes later wins. */
export function activeBodies(body: ast.Body | undefined, evaluate: Evaluate): readonly ast.Body[] {
  if (!body) return [];
  const chosen = body.conditionals.flatMap(each => activeBodies(chosenOf(each, evaluate), evaluate));
  return [body, ...chosen];
}

/** The braces that count; neither where the condition itself is wrong. */
function chosenOf(
  { condition, body, otherwise, chained }: ast.Conditional,
  evaluate: Evaluate,
): ast.Body | undefined {
  const held = condition && holds(condition, evaluate);
  if (held === undefined) return undefined;
  if (held) return body;
  return chained ? chosenOf(chained, evaluate) : otherwise;
}

/** Whether a condition holds; undefined where something in it is wrong. */
export function holds(condition: ast.Condition, evaluate: Evaluate): boolean | undefined {
  switch (condition.$type) {
    case 'Comparison':
      return compare(condition.operator, evaluate(condition.left), evaluate(condition.right));
    case 'Inversion': {
      const operand = holds(condition.operand, evaluate);
      return operand === undefined ? undefined : !operand;
    }
    case 'Junction': {
      const [left, right] = [holds(condition.left, evaluate), holds(condition.right, evaluate)];
      if (left === undefined || right === undefined) return undefined;
      return condition.operator === 'and' ? left && right : left || right;
    }
  }
}

function compare(
  operator: ast.Comparison['operator'],
  left: Value | undefined,
  right: Value | undefined,
): boolean | undefined {
  if (left?.kind === 'quantity' && right?.kind === 'quantity') {
    const [a, b] = [left.quantity, right.quantity];
    return sameDimension(a.dimension, b.dimension) ? comparisons[operator](a.value, b.value) : undefined;
  }
  if (left?.kind !== 'word' || right?.kind !== 'word') return undefined;
  if (operator === '=') return left.word === right.word;
  return operator === '!=' ? left.word !== right.word : undefined;
}

const comparisons: Readonly<Record<ast.Comparison['operator'], (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b && !same(a, b),
  '<=': (a, b) => a < b || same(a, b),
  '>': (a, b) => a > b && !same(a, b),
  '>=': (a, b) => a > b || same(a, b),
  '=': same,
  '!=': (a, b) => !same(a, b),
};

/** 0.1 + 0.2 is 0.3 to whoever writes it. */
function same(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}
