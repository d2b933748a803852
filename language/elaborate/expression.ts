import {
  add,
  count,
  divide,
  findUnit,
  multiply,
  type Quantity,
  raise,
  sameDimension,
  subtract,
} from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { applyFunction, functions, suits } from '../types/functions.ts';
import { emptyEnvironment, type Environment, quantityValue, type Value } from './value.ts';

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
      return literal(expression);
    case 'NameReference':
      return reference(expression, environment, met);
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
  const value = evaluateExpression(expression, environment, met);
  return value?.kind === 'quantity' ? value.quantity : undefined;
}

function literal({ value, unit: symbol }: ast.NumberLiteral): Value | undefined {
  if (symbol === undefined) return quantityValue(count(value));
  const unit = findUnit(symbol);
  return unit && quantityValue({ value: value * unit.scale, dimension: unit.dimension });
}

function reference(node: ast.NameReference, environment: Environment, met: Met): Value | undefined {
  const target = node.target.ref;
  if (!target) return node.member ? undefined : { kind: 'word', word: node.target.$refText };
  switch (target.$type) {
    case 'Parameter':
      return environment.get(target);
    case 'Constant':
      return definition(target, met);
    case 'Component':
      return node.member ? memberOf(target, node.member, met) : { kind: 'component', component: target };
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

/** `EDRAM.power`: what the component's own text says, or that of what it extends, with parameters at their defaults. */
function memberOf(component: ast.Component, member: string, met: Met): Value | undefined {
  let current: ast.Component | undefined = component;
  for (let depth = 0; current && depth < extendsLimit; depth++) {
    const property: ast.Property | undefined = current.body?.entries.find(
      (entry): entry is ast.Property => ast.isProperty(entry) && entry.name === member,
    );
    if (property) return definition(property, met, defaultsOf(current, met));
    current = current.base?.ref;
  }
  return undefined;
}

function defaultsOf({ parameters }: ast.Component, met: Met): Environment {
  const defaults = new Map<ast.Parameter, Value>();
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
      const values = expression.arguments.map(operand).filter(each => each !== undefined);
      if (!called || values.length < expression.arguments.length) return undefined;
      return suits(
        called,
        values.map(each => each.dimension),
      )
        ? applyFunction(called, values)
        : undefined;
    }
  }
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
