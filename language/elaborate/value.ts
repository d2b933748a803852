import { count, type Quantity } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';

/** What an expression comes to. */
export type Value =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'component'; readonly component: ast.Component }
  | { readonly kind: 'list'; readonly items: readonly Value[] };

/**
 * The parameters in force where an expression stands, and numbers of the text that are tried with another value than is written
 * there, in the unit that is.
 */
export type Environment = ReadonlyMap<ast.Parameter | ast.NumberLiteral, Value>;

export const emptyEnvironment: Environment = new Map();

export const quantityValue = (quantity: Quantity): Value => ({ kind: 'quantity', quantity });

/** As if a number were written in the text in place of another. */
export const trying = (literal: ast.NumberLiteral, value: number): Environment =>
  new Map([[literal, quantityValue(count(value))]]);

/** What is in force in a definition that sees no parameters: only numbers that are tried. */
export function outside(environment: Environment): Environment {
  if (environment.size === 0) return emptyEnvironment;
  return new Map([...environment].filter(([node]) => node.$type === 'NumberLiteral'));
}
