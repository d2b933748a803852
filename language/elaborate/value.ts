import type { Quantity } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';

/** What an expression comes to. */
export type Value =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'component'; readonly component: ast.Component }
  | { readonly kind: 'list'; readonly items: readonly Value[] };

/** The parameters in force where an expression stands. */
export type Environment = ReadonlyMap<ast.Parameter, Value>;

export const emptyEnvironment: Environment = new Map();

export const quantityValue = (quantity: Quantity): Value => ({ kind: 'quantity', quantity });
