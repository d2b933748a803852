import { count, type Quantity, sameDimension } from '../../simulator/units/index.ts';

/** A function of the language on quantities. */
export interface LanguageFunction {
  readonly name: string;
  readonly doc: string;
  readonly parameters: readonly string[];
  /** Whether the last parameter repeats. */
  readonly variadic?: boolean;
  /**
   * Dimension rule: `same` takes and gives any one dimension, `count` takes and gives plain numbers, `root` halves
   * the dimension.
   */
  readonly rule: 'same' | 'count' | 'root';
  readonly apply: (...values: number[]) => number;
}

/** Every function by name: one table for evaluation, checks, completion and signature help. */
export const functions: ReadonlyMap<string, LanguageFunction> = new Map(
  (
    [
      {
        name: 'min',
        doc: 'The smallest of its arguments.',
        parameters: ['a', 'b'],
        variadic: true,
        rule: 'same',
        apply: Math.min,
      },
      {
        name: 'max',
        doc: 'The largest of its arguments.',
        parameters: ['a', 'b'],
        variadic: true,
        rule: 'same',
        apply: Math.max,
      },
      {
        name: 'abs',
        doc: 'The value without its sign.',
        parameters: ['value'],
        rule: 'same',
        apply: Math.abs,
      },
      {
        name: 'ceil',
        doc: 'The next whole number above, in the base unit for quantities.',
        parameters: ['value'],
        rule: 'same',
        apply: Math.ceil,
      },
      {
        name: 'floor',
        doc: 'The next whole number below, in the base unit for quantities.',
        parameters: ['value'],
        rule: 'same',
        apply: Math.floor,
      },
      {
        name: 'round',
        doc: 'The nearest whole number, in the base unit for quantities.',
        parameters: ['value'],
        rule: 'same',
        apply: Math.round,
      },
      { name: 'sqrt', doc: 'The square root.', parameters: ['value'], rule: 'root', apply: Math.sqrt },
      {
        name: 'log2',
        doc: 'The logarithm to base 2 of a plain number.',
        parameters: ['value'],
        rule: 'count',
        apply: Math.log2,
      },
      {
        name: 'pow',
        doc: 'A plain number raised to a plain number.',
        parameters: ['base', 'exponent'],
        rule: 'count',
        apply: Math.pow,
      },
    ] satisfies LanguageFunction[]
  ).map(each => [each.name, each]),
);

/** The result of a call on quantities whose dimensions fit, see `infer`. */
export function applyFunction(called: LanguageFunction, values: readonly Quantity[]): Quantity {
  const value = called.apply(...values.map(each => each.value));
  const [first] = values;
  if (!first || called.rule === 'count') return count(value);
  return { value, dimension: called.rule === 'root' ? halve(first.dimension) : first.dimension };
}

/** Dimension of a square root. */
export function halve(dimension: Quantity['dimension']): Quantity['dimension'] {
  return dimension.map(exponent => exponent / 2) as unknown as Quantity['dimension'];
}

/** Whether arguments of these dimensions suit the function's rule. */
export function suits(called: LanguageFunction, dimensions: readonly Quantity['dimension'][]): boolean {
  const [first] = dimensions;
  const plain = count(0).dimension;
  return called.rule === 'count'
    ? dimensions.every(each => sameDimension(each, plain))
    : dimensions.every(each => sameDimension(each, first!));
}
