import {
  type Dimension,
  type DimensionName,
  dimensions,
  divideDimensions,
  multiplyDimensions,
  raiseDimension,
  sameDimension,
} from './dimensions.ts';
import { findUnit, type Unit } from './units.ts';

/**
 * A value in SI base units together with what it measures.
 *
 * `D` names the dimension where it is known when compiling, so that `add(energy, area)` is a type error;
 * values that come out of user text carry `DimensionName | undefined` and are compared when running.
 */
export interface Quantity<D extends DimensionName | undefined = DimensionName | undefined> {
  readonly value: number;
  readonly dimension: Dimension;
  /** Never present; it only carries the name for the compiler. */
  readonly measures?: D;
}

/** A quantity of a named dimension from its value in SI base units. */
export function quantity<D extends DimensionName>(value: number, name: D): Quantity<D> {
  return { value, dimension: dimensions[name] };
}

/** A plain number. */
export const count = (value: number): Quantity<'count'> => quantity(value, 'count');

/** A quantity from a value and a unit symbol: `measured(2, 'pJ')`. Throws on an unknown unit: that is our own mistake. */
export function measured(value: number, symbol: string): Quantity {
  const unit = findUnit(symbol);
  if (!unit) throw new Error(`unknown unit ${symbol}`);
  return inUnit(value, unit);
}

/** A quantity from a value in a unit. */
export function inUnit(value: number, { scale, zero = 0, dimension }: Unit): Quantity {
  return { value: value * scale + zero, dimension };
}

// `NoInfer` on the second operand: otherwise the union of both dimensions would be inferred and accepted.
export function add<D extends DimensionName | undefined>(
  a: Quantity<D>,
  b: Quantity<NoInfer<D>>,
): Quantity<D> {
  return { value: a.value + b.value, dimension: a.dimension };
}

export function subtract<D extends DimensionName | undefined>(
  a: Quantity<D>,
  b: Quantity<NoInfer<D>>,
): Quantity<D> {
  return { value: a.value - b.value, dimension: a.dimension };
}

export function multiply(a: Quantity, b: Quantity): Quantity {
  return { value: a.value * b.value, dimension: multiplyDimensions(a.dimension, b.dimension) };
}

export function divide(a: Quantity, b: Quantity): Quantity {
  return { value: a.value / b.value, dimension: divideDimensions(a.dimension, b.dimension) };
}

/** A quantity to a power: the exponents of its dimension grow with it. */
export function raise(base: Quantity, exponent: number): Quantity {
  return { value: base.value ** exponent, dimension: raiseDimension(base.dimension, exponent) };
}

/** Whether the quantity measures the named dimension; narrows its type when it does. */
export function measures<D extends DimensionName>(q: Quantity, name: D): q is Quantity<D> {
  return sameDimension(q.dimension, dimensions[name]);
}
