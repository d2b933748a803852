import type { Report } from '../simulator/index.ts';

/** Everything the extension host and the results panel say to each other. */

/**
 * Version of these messages; one of another version is ignored. A restored panel gets its page anew, so that only what the page left
 * behind can be older.
 */
export const messageVersion = 3;

/**
 * What a panel shows: a file, and the part of it that was evaluated, or what was asked by name as the file sees it. A panel
 * keeps it as its state across a reload.
 */
export interface Shown {
  readonly uri: string;
  readonly target?:
    | { readonly evaluate: number }
    | { readonly chip: string }
    | { readonly chips: readonly string[]; readonly workloads: readonly string[] };
  /** Whether what metrics depend on is shown as well, which takes some hundred evaluations more. */
  readonly sensitivity?: boolean;
}

export type HostMessage =
  /** A finished evaluation. */
  | {
      readonly type: 'report';
      readonly version: number;
      readonly report: Report;
      readonly file: string;
      readonly shown: Shown;
    }
  /** An evaluation is under way: keep the last result, greyed, with a thin progress line. */
  | {
      readonly type: 'busy';
      readonly version: number;
      readonly message: string;
      /** Done so far, 0 to 1; absent when nobody knows. */
      readonly fraction?: number;
    }
  /** The text has changed since: the last result is greyed. */
  | {
      readonly type: 'outdated';
      readonly version: number;
      /** Whether an evaluation follows by itself. */
      readonly follows: boolean;
    }
  /** The evaluation was stopped; the last result stands. */
  | {
      readonly type: 'idle';
      readonly version: number;
      /** Whether the text has changed since that result. */
      readonly stale: boolean;
    }
  /** No result: what is wrong and where. The last good report of the same stays on the page. */
  | {
      readonly type: 'failed';
      readonly version: number;
      readonly cause: FailureCause;
      readonly file: string;
      readonly problems: readonly PanelProblem[];
      readonly shown: Shown;
    }
  /** Nothing has been evaluated yet, or the file that was is not there any more. */
  | { readonly type: 'empty'; readonly version: number; readonly gone?: string };

/** Mistakes in the text, something asked for that is not there, or a language server that does not answer. */
export type FailureCause = (typeof failureCauses)[number];

const failureCauses = ['text', 'question', 'server'] as const;

export interface PanelProblem {
  readonly message: string;
  /** For example `neural-pim.pim:12:3`. */
  readonly place: string;
  /** What `open` takes to go there: a uri and a zero-based line. */
  readonly uri: string;
  readonly line: number;
}

export type PanelMessage =
  /** The page listens; nothing sent before this arrives. */
  | { readonly type: 'ready'; readonly version: number }
  /** Go to where a number comes from: the `origin` of a report. */
  | { readonly type: 'reveal'; readonly version: number; readonly origin: string }
  /** Go to a problem. */
  | { readonly type: 'open'; readonly version: number; readonly uri: string; readonly line: number }
  /** Run the evaluation again. */
  | { readonly type: 'evaluate'; readonly version: number }
  /** Choose chips and workloads to compare. */
  | { readonly type: 'compare'; readonly version: number }
  /** Write the question that is answered into the text. */
  | { readonly type: 'insert'; readonly version: number }
  /** Stop the evaluation under way. */
  | { readonly type: 'cancel'; readonly version: number }
  /** Restart the language server, and evaluate again. */
  | { readonly type: 'restart'; readonly version: number }
  /** Show what the language server says. */
  | { readonly type: 'output'; readonly version: number }
  /** The one number that matters, for the status bar; only views format numbers. */
  | { readonly type: 'headline'; readonly version: number; readonly text: string; readonly detail: string }
  /** Put a table on the clipboard. */
  | { readonly type: 'copy'; readonly version: number; readonly text: string }
  /** Save a picture that could not be put on the clipboard. `data` is a `data:image/png;base64,` address. */
  | { readonly type: 'picture'; readonly version: number; readonly name: string; readonly data: string }
  /** Give the focus back to the editor. */
  | { readonly type: 'leave'; readonly version: number };

/** Whether something that arrived in the panel is a message of this version. */
export function isHostMessage(value: unknown): value is HostMessage {
  if (!isRecord(value) || value['version'] !== messageVersion) return false;
  switch (value['type']) {
    case 'report':
      return isText(value['file']) && isShown(value['shown']) && isReport(value['report']);
    case 'busy':
      return isText(value['message']) && (value['fraction'] === undefined || isNumber(value['fraction']));
    case 'failed':
      return (
        isText(value['file']) &&
        isShown(value['shown']) &&
        isListOf(value['problems'], isProblem) &&
        failureCauses.some(cause => cause === value['cause'])
      );
    case 'outdated':
      return isYesOrNo(value['follows']);
    case 'idle':
      return isYesOrNo(value['stale']);
    case 'empty':
      return value['gone'] === undefined || isText(value['gone']);
    default:
      return false;
  }
}

/** Whether something that arrived from the panel is a message of this version. */
export function isPanelMessage(value: unknown): value is PanelMessage {
  if (!isRecord(value) || value['version'] !== messageVersion) return false;
  switch (value['type']) {
    case 'reveal':
      return isText(value['origin']);
    case 'open':
      return isText(value['uri']) && isNumber(value['line']);
    case 'headline':
      return isText(value['text']) && isText(value['detail']);
    case 'copy':
      return isText(value['text']);
    case 'picture':
      return isText(value['name']) && isText(value['data']) && value['data'].startsWith(pictureStart);
    case 'ready':
    case 'evaluate':
    case 'compare':
    case 'insert':
    case 'cancel':
    case 'restart':
    case 'output':
    case 'leave':
      return true;
    default:
      return false;
  }
}

/** How the address of a picture in a `picture` message begins; the rest is base64. */
export const pictureStart = 'data:image/png;base64,';

/** Whether a restored panel's state, or the arguments of a command, say what to show. */
export function isShown(value: unknown): value is Shown {
  return (
    isRecord(value) &&
    isText(value['uri']) &&
    (value['target'] === undefined || isTarget(value['target'])) &&
    [undefined, true, false].includes(value['sensitivity'] as boolean | undefined)
  );
}

/** Whether two panels show the same, so that a result of one is a result of the other. */
export const sameShown = (a: Shown, b: Shown | undefined): boolean =>
  a.uri === b?.uri && JSON.stringify(a.target) === JSON.stringify(b.target);

/** Whether a value names a part of a file to evaluate. */
export function isTarget(value: unknown): value is NonNullable<Shown['target']> {
  if (!isRecord(value)) return false;
  const { evaluate, chip, chips, workloads } = value;
  return isNumber(evaluate) || isText(chip) || (isListOf(chips, isText) && isListOf(workloads, isText));
}

// The report comes from our own server, so its outline is enough: it tells a report from anything else.
function isReport(value: unknown): value is Report {
  const lists = ['chips', 'workloads', 'evaluations', 'comparisons', 'expectations', 'claims', 'assumptions'];
  return (
    isRecord(value) &&
    isText(value['version']) &&
    [...lists, 'sources'].every(list => Array.isArray(value[list]))
  );
}

function isProblem(value: unknown): value is PanelProblem {
  return (
    isRecord(value) &&
    isText(value['message']) &&
    isText(value['place']) &&
    isText(value['uri']) &&
    isNumber(value['line'])
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isYesOrNo = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(is);
