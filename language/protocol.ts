import type { Report } from '../simulator/index.ts';

/** Names and types of our own requests between an editor and the language server. Positions count from 0, as in LSP. */

/** Evaluates what a file asks for. Reports work-done progress; cancelling answers with the LSP error RequestCancelled. */
export const evaluateRequest = 'pim/evaluate';

export interface EvaluateParams {
  readonly uri: string;
  /** What of the file to evaluate; everything it asks for when absent. */
  readonly target?: EvaluateTarget;
  readonly workDoneToken?: string | number;
}

/** One `evaluate` by its position among those of the file, or one chip on the default workloads. */
export type EvaluateTarget = { readonly evaluate: number } | { readonly chip: string };

/** Exactly one of the two: a report, or why there is none. */
export interface EvaluateResult {
  readonly report?: Report;
  readonly problems?: readonly Problem[];
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
