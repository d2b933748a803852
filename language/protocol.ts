import type { MetricName, Report } from '../simulator/index.ts';

/** Names and types of our own requests between an editor and the language server. Positions count from 0, as in LSP. */

/** Evaluates what a file asks for. Reports work-done progress; cancelling answers with the LSP error RequestCancelled. */
export const evaluateRequest = 'pim/evaluate';

export interface EvaluateParams {
  readonly uri: string;
  /** What of the file to evaluate; everything it asks for when absent. */
  readonly target?: EvaluateTarget;
  /** Metrics whose dependence on every number of the text is asked for as well. */
  readonly sensitivity?: readonly MetricName[];
  readonly workDoneToken?: string | number;
}

/**
 * One `evaluate` by its position among those of the file, one chip on the default workloads, or chips on workloads by names
 * as the file sees them: its own, its imports, the library.
 */
export type EvaluateTarget =
  | { readonly evaluate: number }
  | { readonly chip: string }
  | { readonly chips: readonly string[]; readonly workloads: readonly string[] };

/** Exactly one of the two: a report, or why there is none. */
export interface EvaluateResult {
  readonly report?: Report;
  readonly problems?: readonly Problem[];
  /** What the problems are about; only beside problems. */
  readonly cause?: ProblemCause;
  /** Of all files, as they were when they were evaluated; see `changed`. */
  readonly edition: number;
}

/** Mistakes in a text, something asked for that is not there, or a file that nobody knows. */
export type ProblemCause = 'text' | 'question' | 'file';

/**
 * Tells that what is said about some files, and what comes out of them, may be another now: their text has changed, or something
 * they import, or a setting. Editions are counted; a result of this edition or a later one knows of the change.
 */
export const changedNotification = 'pim/changed';

export interface ChangedParams {
  readonly uris: readonly string[];
  readonly edition: number;
}

export interface Problem {
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
}

export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What can be evaluated by name as seen from a file, nearest first; without a file, what the library has. */
export const choicesRequest = 'pim/choices';

export interface ChoicesParams {
  readonly uri?: string;
}

export interface ChoicesResult {
  readonly chips: readonly Choice[];
  readonly workloads: readonly Choice[];
}

export interface Choice {
  readonly name: string;
  /** The first sentence of its documentation; empty when there is none. */
  readonly summary: string;
  readonly from: 'file' | 'import' | 'library';
  /** The file it is in, as an import would name it. */
  readonly path: string;
  readonly uri: string;
}

/** Chips on workloads by name as text: edits that add an `evaluate` and its imports to a file, or a file of its own. */
export const questionRequest = 'pim/question';

export interface QuestionParams {
  /** The file to add to; none for a file of its own. */
  readonly uri?: string;
  readonly chips: readonly string[];
  readonly workloads: readonly string[];
}

export interface QuestionResult {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  readonly text: string;
  /** Position of the new `evaluate` among those of the file. */
  readonly position: number;
}

/** A file to start from a chip of the library, as a snippet; null when the library has no such chip. */
export const newChipRequest = 'pim/newChip';

export interface NewChipParams {
  readonly chip: string;
  readonly how: 'extend' | 'copy';
}

/** Turns an `origin` of a report into a place in the text; null when the text has changed beyond recognition. */
export const locateRequest = 'pim/locate';

export interface LocateParams {
  readonly origin: string;
}

export interface LocateResult {
  readonly uri: string;
  readonly range: Range;
}

/** The text of a library file under its read-only `pim:` address; null when there is no such file. */
export const libraryTextRequest = 'pim/libraryText';

export interface LibraryTextParams {
  readonly uri: string;
}

/** The address scheme of the built-in library. */
export const libraryScheme = 'pim';
