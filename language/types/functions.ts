import { count, type Quantity, raiseDimension, sameDimension } from '../../simulator/units/index.ts';

/** A function of the language on quantities. */
export interface LanguageFunction {
  readonly name: string;
  readonly doc: string;
  readonly parameters: readonly string[];
  /** Whether it takes any number of values, lists among them. */
  readonly variadic?: boolean;
  /**
   * Dimension rule: `same` takes and gives any one dimension, `count` takes and gives plain numbers, `root` halves
   * the dimension, `length` takes any one dimension and gives a plain number.
   */
  readonly rule: 'same' | 'count' | 'root' | 'length';
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
      {
        name: 'sum',
        doc: 'The sum of its arguments, or of a list.',
        parameters: ['a', 'b'],
        variadic: true,
        rule: 'same',
        apply: (...values) => values.reduce((total, value) => total + value, 0),
      },
      {
        name: 'mean',
        doc: 'The arithmetic mean of its arguments, or of a list.',
        parameters: ['a', 'b'],
        variadic: true,
        rule: 'same',
        apply: (...values) => values.reduce((total, value) => total + value, 0) / values.length,
      },
      {
        name: 'length',
        doc: 'How many values a list has.',
        parameters: ['list'],
        variadic: true,
        rule: 'length',
        apply: (...values) => values.length,
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
        name: 'log10',
        doc: 'The logarithm to base 10 of a plain number.',
        parameters: ['value'],
        rule: 'count',
        apply: Math.log10,
      },
      {
        name: 'exp',
        doc: 'The exponential of a plain number.',
        parameters: ['value'],
        rule: 'count',
        apply: Math.exp,
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
  if (!first || called.rule === 'count' || called.rule === 'length') return count(value);
  return {
    value,
    dimension: called.rule === 'root' ? raiseDimension(first.dimension, 1 / 2) : first.dimension,
  };
}

/** Whether arguments of these dimensions suit the function's rule. */
export function suits(called: LanguageFunction, dimensions: readonly Quantity['dimension'][]): boolean {
  const [first] = dimensions;
  const plain = count(0).dimension;
  return called.rule === 'count'
    ? dimensions.every(each => sameDimension(each, plain))
    : dimensions.every(each => sameDimension(each, first!));
}
