import {
  formatAs,
  formatNumber,
  formatQuantity,
  type Parameter,
  type Quantity,
} from '../../simulator/units/index.ts';
import { evaluateExpression } from '../elaborate/expression.ts';
import { factors, readSizes } from '../elaborate/read.ts';
import type { Environment, Value } from '../elaborate/value.ts';
import * as ast from '../generated/ast.ts';
import { visit } from '../syntax/visit.ts';

/** How something written comes to its value. */
export interface Derivation {
  /** As written, with numbers for names, and what it comes to: each only where it says more than the one before. */
  readonly steps: readonly string[];
  /** What the names in it stand for, each once. */
  readonly names: readonly NamedValue[];
}

export interface NamedValue {
  readonly reference: ast.NameReference;
  readonly name: string;
  readonly value: string;
}

/**
 * The way from what is written to its value: `total / n`, `6 mW / 4`, `1.5 mW`. The parameter it is given to decides how the
 * result is written.
 */
export function derivationOf(
  expression: ast.Expression,
  environment: Environment,
  parameter?: Parameter,
): Derivation {
  return derived(expression, environment, comesTo(expression, environment, parameter));
}

/** The same for whatever has expressions in it: a condition, a count. Without a result where that is no value. */
export function derived(node: Derivable, environment: Environment, result?: string): Derivation {
  const names = namesIn(node, environment);
  const written = oneLine(node.$cstNode?.text ?? '');
  const steps = [written, withNumbers(node, names), ...(result === undefined ? [] : [result])];
  return { steps: steps.filter((step, index) => step !== steps[index - 1]), names: eachOnce(names) };
}

type Derivable = ast.Expression | ast.Condition | ast.Count;

/** What an expression comes to, where that is neither a word nor a component and differs from what is written. */
export function comesTo(
  expression: ast.Expression,
  environment: Environment,
  parameter?: Parameter,
): string | undefined {
  const isSizes = parameter !== undefined && 'sizes' in parameter.type;
  if (isSizes ? factors(expression).every(isPlain) : isPlain(expression)) return undefined;
  const result = resultText(expression, environment, parameter);
  return result === oneLine(expression.$cstNode?.text ?? '') ? undefined : result;
}

/** A value as it could be written; of long lists the beginning and the end. */
export function shownValue(value: Value, parameter?: Parameter): string {
  switch (value.kind) {
    case 'quantity':
      return quantityText(value.quantity, parameter);
    case 'word':
      return value.word;
    case 'component':
      return value.component.name;
    case 'list':
      return listText(value.items.map(item => shownValue(item)));
  }
}

/** The beginning and the end of a list, with the number of values where some are left out. */
function listText(items: readonly string[]): string {
  if (items.length <= listShown) return `[${items.join(', ')}]`;
  return `[${[...items.slice(0, listShown - 2), '…', items.at(-1)].join(', ')}] (${formatNumber(items.length)} values)`;
}

const listShown = 8;

/** The kind of the parameter decides between `8 bit` and `1 B`, `80 MHz` and `80,000,000/s`. */
function quantityText(quantity: Quantity, parameter: Parameter | undefined): string {
  if (parameter && 'dimension' in parameter.type)
    return formatAs(quantity.value, parameter.type.dimension, digits);
  return formatQuantity(quantity, digits);
}

/** One more than in results, as people compare these with what they wrote. */
const digits = 4;

function resultText(
  expression: ast.Expression,
  environment: Environment,
  parameter: Parameter | undefined,
): string | undefined {
  if (parameter && 'sizes' in parameter.type) {
    const sizes = readSizes(expression, environment, parameter.type.or);
    return Array.isArray(sizes)
      ? sizes.map(size => formatNumber(size as number, digits)).join(' × ')
      : undefined;
  }
  const value = evaluateExpression(expression, environment);
  return value && shownValue(value, parameter);
}

/** What is a value as it stands: a number, a name of something that is no number, a list of such. */
function isPlain(expression: ast.Expression): boolean {
  switch (expression.$type) {
    case 'NumberLiteral':
    case 'StringLiteral':
      return true;
    case 'Negation':
      return ast.isNumberLiteral(expression.operand);
    case 'NameReference':
      return !expression.target.ref || (ast.isComponent(expression.target.ref) && !expression.member);
    case 'List':
      return expression.items.every(isPlain);
    case 'Binary':
    case 'Call':
    case 'Range':
      return false;
  }
}

/** The names in an expression or condition that stand for a value. */
function namesIn(node: Derivable, environment: Environment): NamedValue[] {
  const names: NamedValue[] = [];
  visit(node, each => {
    if (!ast.isNameReference(each) || !each.$cstNode || isPlain(each)) return;
    const value = evaluateExpression(each, environment);
    if (value) names.push({ reference: each, name: oneLine(each.$cstNode.text), value: shownValue(value) });
  });
  return names;
}

/** The text of a node with values in place of names. */
function withNumbers(node: Derivable, names: readonly NamedValue[]): string {
  const { text = '', offset = 0 } = node.$cstNode ?? {};
  let result = '';
  let end = 0;
  for (const { reference, value } of names) {
    const start = reference.$cstNode!.offset - offset;
    // The index of a list stands inside what its value replaces.
    if (start < end) continue;
    result += text.slice(end, start) + value;
    end = start + reference.$cstNode!.length;
  }
  return oneLine(result + text.slice(end));
}

const eachOnce = (names: readonly NamedValue[]): NamedValue[] => [
  ...new Map(names.map(each => [each.name, each])).values(),
];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
