import type { Parameters } from '../../units/index.ts';
import type { DigitalLayer, MatrixLayer, Shape } from '../workload.ts';

/** A kind of layer: what may be said about it and what follows from its inputs. */
export interface LayerKind {
  /** The word of the language, and the key of the table. */
  readonly kind: string;
  readonly doc: string;
  readonly parameters: Parameters;
  /** The parameter a bare size after the word stands for: `maxpool 2` is `maxpool { kernel 2 }`. */
  readonly shorthand?: string;
  /** How many inputs it takes: 1, or at least two for `many`. */
  readonly inputs: 'one' | 'many';
  /** Output and work from the shapes of its inputs; a sentence when they do not go together. */
  readonly infer: (inputs: readonly Shape[], values: LayerValues) => Inferred | string;
}

/** Values in SI base units; sizes as lists. */
export type LayerValues = Readonly<Record<string, number | readonly number[] | string>>;

/** What a layer becomes, without the name and place the text gives it. */
export type Inferred =
  | Pick<MatrixLayer, 'kind' | 'output' | 'matrix' | 'kernel' | 'recurrent'>
  | Pick<DigitalLayer, 'kind' | 'output' | 'operations' | 'kernel'>;

/** A size of one number means a square. */
export function square(value: LayerValues[string] | undefined, otherwise: number): readonly [number, number] {
  if (!Array.isArray(value)) return [otherwise, otherwise];
  const [height = otherwise, width = height] = value as readonly number[];
  return [height, width];
}
