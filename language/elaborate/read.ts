import { type Parameter, type Parameters, dimensions, sameDimension } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Given } from './described.ts';
import { evaluateExpression } from './expression.ts';
import type { MergedProperty } from './inherit.ts';
import type { Environment } from './value.ts';

/**
 * Reads what was said about each parameter as the type the parameter asks for. What a misspelt name was meant to say counts as
 * said, without a value: nobody should be told to say it.
 */
export function readProperties(
  parameters: Parameters,
  properties: ReadonlyMap<string, MergedProperty>,
): Map<string, Given> {
  const given = new Map<string, Given>();
  for (const [name, merged] of properties) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter) given.set(name, { property: merged.property, value: readValue(parameter, merged) });
  }
  for (const [name, { property }] of properties) {
    if (Object.hasOwn(parameters, name)) continue;
    const meant = nearest(name, Object.keys(parameters));
    if (meant !== undefined && !given.has(meant)) given.set(meant, { property, value: undefined });
  }
  return given;
}

function readValue({ type }: Parameter, { value }: MergedProperty): Given['value'] {
  if (!value) return undefined;
  const { expression, environment } = value;
  if ('sizes' in type) return readSizes(expression, environment, type.or);
  const read = evaluateExpression(expression, environment);
  if ('dimension' in type)
    return read?.kind === 'quantity' && sameDimension(read.quantity.dimension, dimensions[type.dimension])
      ? read.quantity.value
      : undefined;
  if ('words' in type) return read?.kind === 'word' && type.words.includes(read.word) ? read.word : undefined;
  if ('component' in type) return read?.kind === 'component' ? read.component : undefined;
  return undefined;
}

/** `128 × 128` is a product to the grammar; where sizes are expected its factors are what is meant. */
export function readSizes(
  expression: ast.Expression,
  environment: Environment,
  words: readonly string[] = [],
): readonly number[] | string | undefined {
  if (ast.isNameReference(expression) && words.includes(expression.target.$refText))
    return expression.target.$refText;
  const sizes = factors(expression).map(factor => {
    const value = evaluateExpression(factor, environment);
    return value?.kind === 'quantity' && sameDimension(value.quantity.dimension, dimensions.count)
      ? value.quantity.value
      : undefined;
  });
  return sizes.every(size => size !== undefined) ? sizes : undefined;
}

export function factors(expression: ast.Expression): readonly ast.Expression[] {
  const product = ast.isBinary(expression) && (expression.operator === '×' || expression.operator === '*');
  return product ? [...factors(expression.left), ...factors(expression.right)] : [expression];
}
