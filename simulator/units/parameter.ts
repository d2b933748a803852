import type { DimensionName } from './dimensions.ts';

/**
 * One thing a description may say about a block, component or layer: written once, read by the checks,
 * elaboration, completion, hover and the documentation.
 */
export interface Parameter {
  readonly doc: string;
  readonly type: ParameterType;
  /** Whether evaluation cannot do without it and nothing stands in for it. */
  readonly required?: boolean;
  /** Used when the text is silent, in SI base units; recorded as an assumption. */
  readonly default?: number | string;
}

export type ParameterType =
  /** A quantity, in range `min … max` (SI base units), bounds included unless `above` is set. */
  | {
      readonly dimension: DimensionName;
      readonly min?: number;
      readonly max?: number;
      /** The value must be larger than this. */
      readonly above?: number;
      readonly integer?: boolean;
    }
  /** One of a few words. */
  | { readonly words: readonly string[] }
  /** Whole numbers joined by ×, such as `128 × 128`; `sizes` says how many are allowed, `or` which words may stand instead. */
  | { readonly sizes: readonly number[]; readonly or?: readonly string[]; readonly zero?: boolean }
  /** A block of parameters of its own. */
  | { readonly group: Parameters }
  /** A component of the given kind, with overrides in braces: `cell RRAM { bits 2 bit }`. */
  | { readonly component: string };

export type Parameters = Readonly<Record<string, Parameter>>;

/** A positive quantity. */
export function positive(dimension: DimensionName, doc: string, more: Partial<Parameter> = {}): Parameter {
  return { doc, type: { dimension, above: 0 }, ...more };
}

/** A whole number of at least one, of things or of bits. */
export function whole(dimension: 'count' | 'bits', doc: string, more: Partial<Parameter> = {}): Parameter {
  // Wider words than any machine's are a slip of the pen, and loops over bits stay short.
  const bounds = dimension === 'bits' ? { min: 1, max: 64 } : { min: 1 };
  return { doc, type: { dimension, ...bounds, integer: true }, ...more };
}

/** One of a few words. */
export function word(words: readonly string[], doc: string, more: Partial<Parameter> = {}): Parameter {
  return { doc, type: { words }, ...more };
}
