import type { Component } from './component.ts';

/**
 * A chip as the simulator sees it: numbers and structure, nothing left to look up.
 *
 * Templates, parameters, inheritance and units are gone; every quantity is in SI base units. Where a value
 * came from is kept in `origin`, a string the simulator passes on and never reads.
 */
export interface Chip {
  readonly name: string;
  /** Technology node in metres (32e-9). */
  readonly nodeM: number;
  readonly precision: Precision;
  /** Name of the accumulation strategy, see `dataflow/strategy.ts`. */
  readonly dataflow: string;
  /** How consecutive sliding windows overlap. */
  readonly pipeline: Pipeline;
  /** Lines of an analog buffer that are converted one by one; all when absent. The rest is summed into one carry. */
  readonly directLines?: number;
  readonly array: ArrayGeometry;
  readonly root: Block;
}

/** Widths in bits of what enters, stays in, and leaves the arrays. */
export interface Precision {
  readonly inputBits: number;
  /** Bits of an input that are driven, slice by slice; all when absent. One fewer where the sign takes no input cycle. */
  readonly streamedBits?: number;
  readonly weightBits: number;
  readonly outputBits: number;
}

/** `coarse`: copy, input cycles, then conversion as two stages (Neural-PIM 5.2); `fine`: the copy overlaps (ISAAC 6). */
export type PipelineKind = 'coarse' | 'fine';

/**
 * When the converters may work. `cycle`: all conversions of a result within one input cycle (the papers' rule);
 * `stage`: spread over the whole pipeline stage.
 */
export type ConversionRule = 'cycle' | 'stage';

export interface Pipeline {
  readonly kind: PipelineKind;
  readonly conversions: ConversionRule;
}

/** How signed weights are kept in cells that can only conduct. */
export type WeightEncoding = 'differential' | 'offset';

/** The crossbar all arrays of the chip share. */
export interface ArrayGeometry {
  readonly rows: number;
  readonly columns: number;
  readonly cellBits: number;
  /** Bits a row driver applies at once. */
  readonly dacBits: number;
  readonly weights: WeightEncoding;
  /** Columns whose worst-case sum is too large are stored inverted, which saves one converter bit (ISAAC 5). */
  readonly flipped: boolean;
  /** Time of one array read in seconds: the input cycle. */
  readonly cycleS: number;
  /** What programming takes; absent where the text does not say. */
  readonly write?: CellWrite;
}

/** What it takes to program cells, verification included. */
export interface CellWrite {
  /** Of one cell, joules. */
  readonly energyJ: number;
  /** Of one row of an array, seconds; all arrays of a chip are written at the same time. */
  readonly rowS: number;
  /** Times a cell can be written before it fails. */
  readonly endurance?: number;
}

/**
 * Whether every array has one column more, whose cells all conduct and which so counts the inputs. It takes an offset away
 * again, and turns what flipped columns deliver back into what was meant (ISAAC 5).
 */
export function hasUnitColumn({ weights, flipped }: Pick<ArrayGeometry, 'weights' | 'flipped'>): boolean {
  return weights === 'offset' || flipped;
}

/** One level of the hierarchy. */
export interface Block {
  readonly level: Level;
  readonly name: string;
  readonly origin: string;
  readonly parts: readonly Part[];
}

export const levels = ['chip', 'tile', 'pe', 'crossbar'] as const;
export type Level = (typeof levels)[number];

/** `count` instances of a block or component. Fractions stand for shared parts: a quarter of a router. */
export interface Part {
  readonly count: number;
  readonly origin: string;
  readonly what: Block | Component;
}

export function isBlock(what: Block | Component): what is Block {
  return 'parts' in what;
}
