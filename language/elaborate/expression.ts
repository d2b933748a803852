import {
  add,
  count,
  type Dimension,
  dimensions,
  divide,
  findUnit,
  inUnit,
  multiply,
  type Quantity,
  raise,
  sameDimension,
  subtract,
} from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { applyFunction, functions, suits } from '../types/functions.ts';
import { activeBodies } from './condition.ts';
import { emptyEnvironment, type Environment, outside, quantityValue, type Value } from './value.ts';

/**
 * Definitions met on the way and their values, so that each is worked out once. One met again while that is still going on
 * is circular and has none.
 */
type Met = Map<ast.Constant | ast.Property, Value | undefined>;

/**
 * The value of an expression, or undefined when something in it is wrong; the checks on types say what. Never throws.
 */
export function evaluateExpression(
  expression: ast.Expression | undefined,
  environment: Environment,
  met: Met = new Map(),
): Value | undefined {
  switch (expression?.$type) {
    case 'NumberLiteral':
      return literal(expression, environment);
    case 'NameReference':
      return itemOf(expression, reference(expression, environment, met), environment, met);
    case 'List': {
      const items = expression.items.map(item => evaluateExpression(item, environment, met));
      if (items.some(item => item === undefined)) return undefined;
      // A range stands for its values, not for a list in the list.
      return {
        kind: 'list',
        items: items.flatMap((item, index) =>
          item?.kind === 'list' && ast.isRange(expression.items[index]) ? item.items : item!,
        ),
      };
    }
    case 'Range':
      return range(expression, environment, met);
    case 'Negation':
    case 'Binary':
    case 'Call': {
      const result = calculate(expression, environment, met);
      return result && quantityValue(result);
    }
    default:
      return undefined;
  }
}

/** The value of an expression that must be a quantity. */
export function evaluateQuantity(
  expression: ast.Expression | undefined,
  environment: Environment,
  met: Met = new Map(),
): Quantity | undefined {
  return quantityIn(evaluateExpression(expression, environment, met));
}

const quantityIn = (value: Value | undefined): Quantity | undefined =>
  value?.kind === 'quantity' ? value.quantity : undefined;

function literal(node: ast.NumberLiteral, environment: Environment, sign = 1): Value | undefined {
  const { unit: symbol } = node;
  const value = quantityIn(environment.get(node))?.value ?? node.value;
  if (symbol === undefined) return quantityValue(count(sign * value));
  const unit = findUnit(symbol);
  return unit && quantityValue(inUnit(sign * value, unit));
}

function reference(node: ast.NameReference, environment: Environment, met: Met): Value | undefined {
  const target = node.target.ref;
  if (!target) return node.member ? undefined : { kind: 'word', word: node.target.$refText };
  switch (target.$type) {
    case 'Parameter':
      return environment.get(target);
    case 'Constant':
      // One inside a block may speak of the block's parameters, which are in force where it is used as well.
      return definition(target, met, ast.isBody(target.$container) ? environment : outside(environment));
    case 'Component':
      return node.member
        ? memberOf(target, node.member, environment, met)
        : { kind: 'component', component: target };
    case 'Block':
      return undefined;
  }
}

function definition(
  node: ast.Constant | ast.Property,
  met: Met,
  environment = emptyEnvironment,
): Value | undefined {
  if (met.has(node)) return met.get(node);
  met.set(node, undefined);
  const value = evaluateExpression(node.value, environment, met);
  met.set(node, value);
  return value;
}

/** The value itself, or the one of a list that an index names. Counts from 0. */
function itemOf(
  { index }: ast.NameReference,
  value: Value | undefined,
  environment: Environment,
  met: Met,
): Value | undefined {
  if (!index || !value) return value;
  const at = evaluateQuantity(index, environment, met)?.value;
  return value.kind === 'list' && at !== undefined ? value.items[at] : undefined;
}

/** Values from one bound to the other, both included; steps of one for plain numbers and bits unless stated. */
function range(node: ast.Range, environment: Environment, met: Met): Value | undefined {
  const [from, to] = [node.from, node.to].map(each => evaluateQuantity(each, environment, met));
  if (!from || !to || !sameDimension(from.dimension, to.dimension)) return undefined;
  const step = node.step
    ? evaluateQuantity(node.step, environment, met)?.value
    : goesByOne(from.dimension)
      ? 1
      : undefined;
  if (step === undefined) return undefined;
  const steps = rangeSteps(from.value, to.value, step);
  if (steps === undefined) return undefined;
  return {
    kind: 'list',
    items: Array.from({ length: steps + 1 }, (_, index) =>
      quantityValue({ value: from.value + index * step, dimension: from.dimension }),
    ),
  };
}

/** Whether a range without a step goes by one. */
export const goesByOne = (dimension: Dimension): boolean =>
  [dimensions.count, dimensions.bits].some(each => sameDimension(each, dimension));

/** How often a step leads from one bound towards the other, or undefined when it never gets there or takes too long. */
export function rangeSteps(from: number, to: number, step: number): number | undefined {
  // A bound that is a whole number of steps away must be reached in spite of rounding.
  const steps = Math.floor((to - from) / step + 1e-9);
  return steps >= 0 && steps <= rangeLimit ? steps : undefined;
}

/** Longer ranges are a slip of the pen. */
export const rangeLimit = 100_000;

/** `EDRAM.power`: what the component's own text says, or that of what it extends, with parameters at their defaults. */
function memberOf(
  component: ast.Component,
  member: string,
  around: Environment,
  met: Met,
): Value | undefined {
  let current: ast.Component | undefined = component;
  for (let depth = 0; current && depth < extendsLimit; depth++) {
    const environment = defaultsOf(current, around, met);
    const property: ast.Property | undefined = activeBodies(current.body, each =>
      evaluateExpression(each, environment, met),
    )
      .flatMap(({ entries }) => entries)
      .findLast((entry): entry is ast.Property => ast.isProperty(entry) && entry.name === member);
    if (property) return definition(property, met, environment);
    current = current.base?.ref;
  }
  return undefined;
}

function defaultsOf({ parameters }: ast.Component, around: Environment, met: Met): Environment {
  const defaults = new Map(outside(around));
  for (const parameter of parameters) {
    const value = evaluateExpression(parameter.value, defaults, met);
    if (value) defaults.set(parameter, value);
  }
  return defaults;
}

/** Longer chains of `extends` are taken to be circular. */
const extendsLimit = 64;

function calculate(
  expression: ast.Negation | ast.Binary | ast.Call,
  environment: Environment,
  met: Met,
): Quantity | undefined {
  const operand = (each: ast.Expression | undefined) => evaluateQuantity(each, environment, met);
  switch (expression.$type) {
    case 'Negation': {
      // −40 °C is a temperature of its own and not the negative of another one.
      if (ast.isNumberLiteral(expression.operand))
        return quantityIn(literal(expression.operand, environment, -1));
      const value = operand(expression.operand);
      return value && { ...value, value: -value.value };
    }
    case 'Binary': {
      const left = operand(expression.left);
      const right = operand(expression.right);
      return left && right && combine(expression.operator, left, right);
    }
    case 'Call': {
      const called = functions.get(expression.function);
      const values = expression.arguments.map(each => evaluateExpression(each, environment, met));
      const given = values.map(quantitiesOf);
      if (!called || given.some(each => each === undefined)) return undefined;
      const all = given.flatMap(each => each!);
      return suits(
        called,
        all.map(each => each.dimension),
      )
        ? applyFunction(called, all)
        : undefined;
    }
  }
}

/** A quantity, or those of a list: functions of several values take them alike. */
function quantitiesOf(value: Value | undefined): Quantity[] | undefined {
  if (value?.kind === 'quantity') return [value.quantity];
  if (value?.kind !== 'list') return undefined;
  const items = value.items.map(quantitiesOf);
  return items.some(each => each === undefined) ? undefined : items.flatMap(each => each!);
}

/** The two sides of an operator taken together, or undefined when their dimensions do not go together. */
export function combine(
  operator: ast.Binary['operator'],
  left: Quantity,
  right: Quantity,
): Quantity | undefined {
  switch (operator) {
    case '×':
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '+':
      return sameDimension(left.dimension, right.dimension) ? add(left, right) : undefined;
    case '-':
      return sameDimension(left.dimension, right.dimension) ? subtract(left, right) : undefined;
    case '^':
      return raise(left, right.value);
  }
}
