import { basename } from 'node:path';
import * as vscode from 'vscode';
import {
  type EvaluateParams,
  type EvaluateResult,
  evaluateRequest,
  type Problem,
} from '../../../language/protocol.ts';
import type { Report } from '../../../simulator/index.ts';
import { type PanelProblem, type Shown, sameShown } from '../../messages.ts';
import type { Server } from '../client.ts';
import { contextKeys } from '../commands.ts';
import type { Panel } from '../panel.ts';
import type { Headline } from './headline.ts';

/** One evaluation at a time, and what came out of the last; a new one cancels the one under way. */
export interface Run {
  readonly shown: Shown | undefined;
  readonly latest: Result | undefined;
  /** The last answer, a result or not, is not of the text as it is. */
  readonly isOutdated: boolean;
  /** The last answer is a result, and of the text as it is. */
  readonly isTrue: boolean;
  /** Evaluates something new, or what is shown once more. */
  start(next: Shown | undefined): Promise<void>;
  /** Stops the evaluation under way; the last result stands. */
  cancel(): void;
  /** Nobody waits for the evaluation under way any more. */
  abandon(): void;
  /** What is shown has changed, as results from this edition on know; `follows` when it will be evaluated again by itself. */
  outdate(edition: number, follows: boolean): void;
  /** The file that is shown has another address. */
  move(uri: string): void;
  /** The file that is shown is not there any more. */
  forget(): void;
}

/** A good report, the file it is of, and what of it was asked. */
export interface Result {
  readonly report: Report;
  readonly file: string;
  readonly shown: Shown;
}

export function createRun(
  server: Server,
  panel: Panel,
  headline: Headline,
  log: vscode.LogOutputChannel,
): Run {
  let running: vscode.CancellationTokenSource | undefined;
  let count = 0;
  let shown: Shown | undefined;
  let latest: Result | undefined;
  let answer: 'none' | 'result' | 'problems' = 'none';
  let outdated = false;
  /** Edition of the last change since the evaluation under way was asked for, and whether another one follows. */
  let change: { readonly edition: number; readonly follows: boolean } | undefined;

  const isTrue = () => answer === 'result' && !outdated;
  const show = (next: Shown | undefined) => {
    const isSame = next !== undefined && sameShown(next, shown);
    shown = next;
    if (isSame) return;
    latest = undefined;
    answer = 'none';
    outdated = false;
    headline.hide();
    setContext(contextKeys.hasReport, false);
    setContext(contextKeys.hasQuestion, false);
  };
  const end = () => {
    running = undefined;
    change = undefined;
    setContext(contextKeys.evaluating, false);
  };
  const forget = () => {
    if (!shown) return;
    const gone = fileName(shown.uri);
    running?.cancel();
    end();
    show(undefined);
    panel.name(undefined);
    panel.send({ type: 'empty', gone });
  };
  const tell = ({ report, problems = [], cause, edition }: EvaluateResult, asked: Shown) => {
    const file = fileName(asked.uri);
    if (cause === 'file') return forget();
    answer = report ? 'result' : 'problems';
    outdated = change !== undefined && edition < change.edition;
    if (report) {
      latest = { report, file, shown: asked };
      setContext(contextKeys.hasReport, true);
      setContext(contextKeys.hasQuestion, report.studies.length === 1 && report.studies[0]?.origin === '');
      panel.send({ type: 'report', report, file, shown: asked });
    } else {
      const places = problems.map(panelProblem);
      panel.send({ type: 'failed', cause: cause ?? 'text', file, problems: places, shown: asked });
    }
    if (!report || outdated) headline.hide();
    if (outdated) panel.send({ type: 'outdated', follows: change!.follows });
  };
  const tellWhy = (error: unknown, token: vscode.CancellationToken, asked: Shown) => {
    if (change) outdated = true;
    // What was stopped before its first answer has nothing to fall back on.
    if (token.isCancellationRequested)
      return panel.send(answer === 'none' ? { type: 'empty' } : { type: 'idle', stale: !isTrue() });
    answer = 'problems';
    headline.hide();
    log.error(error instanceof Error ? error : String(error));
    const message = error instanceof Error ? error.message : String(error);
    const file = fileName(asked.uri);
    const problems = [{ message, place: file, uri: asked.uri, line: 0 }];
    panel.send({ type: 'failed', cause: 'server', file, problems, shown: asked });
  };
  const start = async (next: Shown | undefined) => {
    const asked = next ?? shown;
    if (!asked) return;
    running?.cancel();
    const own = new vscode.CancellationTokenSource();
    running = own;
    change = undefined;
    if (next) panel.show();
    show(asked);
    setContext(contextKeys.evaluating, true);
    const token = `pim-evaluate-${++count}`;
    const file = fileName(asked.uri);
    panel.name(titleOf(asked, file));
    const begun = vscode.l10n.t('Evaluating {0}…', file);
    panel.send({ type: 'busy', message: begun });
    const progress = server.onProgress(token, ({ message = begun, percentage }) => {
      const fraction = percentage === undefined ? {} : { fraction: percentage / 100 };
      if (running === own) panel.send({ type: 'busy', message, ...fraction });
    });
    try {
      const { sensitivity, ...what } = asked;
      const params: EvaluateParams = {
        ...what,
        ...(sensitivity ? { sensitivity: metricsVaried } : {}),
        workDoneToken: token,
      };
      const result = await server.request<EvaluateResult>(evaluateRequest, params, own.token);
      if (running === own) tell(result, asked);
    } catch (error) {
      if (running === own) tellWhy(error, own.token, asked);
    } finally {
      progress.dispose();
      own.dispose();
      if (running === own) end();
    }
  };
  return {
    get shown() {
      return shown;
    },
    get latest() {
      return latest;
    },
    get isOutdated() {
      return outdated || change !== undefined;
    },
    get isTrue() {
      return isTrue();
    },
    start,
    cancel: () => running?.cancel(),
    abandon() {
      running?.cancel();
      end();
    },
    outdate(edition, follows) {
      // The page is greyed already while an evaluation is under way, which may know of the change.
      if (running) return void (change = { edition, follows });
      outdated = true;
      headline.hide();
      if (answer !== 'none') panel.send({ type: 'outdated', follows });
    },
    move(uri) {
      if (!shown) return;
      shown = { ...shown, uri };
      const file = fileName(uri);
      latest = latest && { ...latest, file, shown };
      panel.name(titleOf(shown, file));
    },
    forget,
  };
}

/** What is looked at in a tornado; each metric makes the report larger, but takes no time. */
const metricsVaried: NonNullable<EvaluateParams['sensitivity']> = [
  'energyEfficiency',
  'throughput',
  'peakPower',
  'area',
];

const panelProblem = ({ message, uri, range: { start } }: Problem): PanelProblem => ({
  message,
  place: `${fileName(uri)}:${start.line + 1}:${start.character + 1}`,
  uri,
  line: start.line,
});

/** The file, or where no text asks, the chips that were named. */
const titleOf = ({ target }: Shown, file: string): string =>
  target && 'chips' in target ? target.chips.join(', ') : file;

const fileName = (uri: string): string => basename(vscode.Uri.parse(uri).path) || uri;

const setContext = (key: string, value: boolean): void =>
  void vscode.commands.executeCommand('setContext', key, value);
