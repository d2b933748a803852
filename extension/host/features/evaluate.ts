import { basename } from 'node:path';
import * as vscode from 'vscode';
import {
  type EvaluateParams,
  type EvaluateResult,
  evaluateRequest,
  type Problem,
} from '../../../language/protocol.ts';
import type { Report } from '../../../simulator/index.ts';
import { isTarget, type PanelProblem, type Shown } from '../../messages.ts';
import type { Server } from '../client.ts';
import { commands, contextKeys } from '../commands.ts';
import type { Panel } from '../panel.ts';
import { pimEditor } from '../text-column.ts';
import { type Headline, createHeadline } from './headline.ts';

/** The evaluation the panel shows, for whoever wants its report. */
export interface Evaluation extends vscode.Disposable {
  /** The last good report, the file it is of, and what of it was asked. */
  readonly latest: { readonly report: Report; readonly file: string; readonly shown: Shown } | undefined;
}

/** `PIM: Evaluate`: on command, from a code lens, and again while the text changes. */
export function registerEvaluate(server: Server, panel: Panel, log: vscode.LogOutputChannel): Evaluation {
  const headline = createHeadline(panel);
  const run = createRun(server, panel, headline, log);
  const later = createTimer();
  const again = () => {
    if (panel.visible) return void run.start(undefined);
    run.stale = true;
    headline.hide();
  };
  const subscriptions = vscode.Disposable.from(
    vscode.commands.registerCommand(
      commands.evaluate,
      (uri?: unknown, target?: unknown, depends?: unknown) => {
        const shown = whatToShow(uri, target, run.shown);
        const sensitivity = depends === true ? { sensitivity: true } : {};
        if (shown) return explicitly(() => run.start({ ...shown, ...sensitivity }));
        void vscode.window.setStatusBarMessage(vscode.l10n.t('Open a .pim file to evaluate it.'), 4000);
        return undefined;
      },
    ),
    vscode.commands.registerCommand(commands.showResults, () => {
      // A panel that was closed has forgotten what it showed.
      if (run.shown && !panel.isOpen) return explicitly(() => run.start(run.shown));
      return panel.show();
    }),
    vscode.commands.registerCommand(commands.cancel, () => run.cancel()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.languageId === 'pim' && run.shown && onChange())
        later(delay(document), again);
    }),
    panel.onVisible(visible => {
      if (visible && run.stale) void run.start(undefined);
    }),
    panel.onRestore(shown => {
      if (shown) void run.start(shown);
    }),
    panel.onMessage(message => {
      if (message.type === 'evaluate') void vscode.commands.executeCommand(commands.evaluate);
      if (message.type === 'cancel') run.cancel();
      // A page also draws, and so announces, a result that is no longer true: of a text that has errors since.
      if (message.type === 'headline' && run.shown && run.isTrue)
        headline.show(message.text, message.detail, run.shown);
      if (message.type === 'copy') void vscode.env.clipboard.writeText(message.text);
    }),
    headline,
  );
  return {
    get latest() {
      return run.latest;
    },
    dispose() {
      run.cancel();
      subscriptions.dispose();
    },
  };
}

/** One evaluation at a time; a new one cancels the one under way. */
function createRun(server: Server, panel: Panel, headline: Headline, log: vscode.LogOutputChannel) {
  let running: vscode.CancellationTokenSource | undefined;
  let count = 0;
  const state = {
    shown: undefined as Shown | undefined,
    latest: undefined as Evaluation['latest'],
    /** The text has changed while nobody looked. */
    stale: false,
    /** The last result is that of the text as it was last evaluated. */
    isTrue: false,
    cancel: () => running?.cancel(),
    /** Evaluates something new, or what is shown once more. */
    async start(next: Shown | undefined): Promise<void> {
      const shown = next ?? state.shown;
      if (!shown) return;
      running?.cancel();
      const own = new vscode.CancellationTokenSource();
      running = own;
      if (next) panel.show();
      if (next && !sameShown(next, state.shown)) untrue();
      state.shown = shown;
      state.stale = false;
      setContext(contextKeys.evaluating, true);
      const token = `pim-evaluate-${++count}`;
      const file = fileName(shown.uri);
      panel.name(titleOf(shown, file));
      panel.send({ type: 'busy', message: vscode.l10n.t('Evaluating {0}…', file) });
      const progress = server.onProgress(token, ({ message, percentage }) => {
        const fraction = percentage === undefined ? {} : { fraction: percentage / 100 };
        if (running === own)
          panel.send({
            type: 'busy',
            message: message ?? vscode.l10n.t('Evaluating {0}…', file),
            ...fraction,
          });
      });
      try {
        const { sensitivity, ...asked } = shown;
        const params: EvaluateParams = {
          ...asked,
          ...(sensitivity ? { sensitivity: metricsVaried } : {}),
          workDoneToken: token,
        };
        const result = await server.request<EvaluateResult>(evaluateRequest, params, own.token);
        if (running === own) tell(result, shown, file);
      } catch (error) {
        if (running === own) tellWhy(error, own.token, shown, file);
      } finally {
        progress.dispose();
        own.dispose();
        if (running === own) {
          running = undefined;
          setContext(contextKeys.evaluating, false);
        }
      }
    },
  };
  const untrue = () => {
    state.isTrue = false;
    headline.hide();
  };
  const tell = ({ report, problems = [] }: EvaluateResult, shown: Shown, file: string) => {
    if (!report) {
      untrue();
      return panel.send({ type: 'failed', file, problems: problems.map(panelProblem), shown });
    }
    state.isTrue = true;
    state.latest = { report, file, shown };
    setContext(contextKeys.hasReport, true);
    setContext(contextKeys.hasQuestion, report.studies.length === 1 && report.studies[0]?.origin === '');
    panel.send({ type: 'report', report, file, shown });
  };
  const tellWhy = (error: unknown, token: vscode.CancellationToken, shown: Shown, file: string) => {
    if (token.isCancellationRequested) return panel.send({ type: 'idle' });
    untrue();
    log.error(error instanceof Error ? error : String(error));
    const message = error instanceof Error ? error.message : String(error);
    panel.send({
      type: 'failed',
      file,
      problems: [{ message, place: file, uri: shown.uri, line: 0 }],
      shown,
    });
  };
  return state;
}

/** What is looked at in a tornado; each metric makes the report larger, but takes no time. */
const metricsVaried: NonNullable<EvaluateParams['sensitivity']> = [
  'energyEfficiency',
  'throughput',
  'peakPower',
  'area',
];

/** The arguments of a code lens, the file of a menu, the editor in front, or what is shown already. */
function whatToShow(uri: unknown, target: unknown, shown: Shown | undefined): Shown | undefined {
  const given = typeof uri === 'string' ? uri : uri instanceof vscode.Uri ? uri.toString() : undefined;
  if (given !== undefined) return { uri: given, ...(isTarget(target) && { target }) };
  const inFront = vscode.window.activeTextEditor?.document;
  if (inFront?.languageId === 'pim') return { uri: inFront.uri.toString() };
  const beside = pimEditor();
  return shown ?? (beside && { uri: beside.document.uri.toString() });
}

/** An evaluation somebody asked for is also announced at the window's edge, where the panel may be hidden. */
function explicitly(work: () => Promise<void>): Thenable<void> {
  const title = vscode.l10n.t('Evaluating PIM');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, work);
}

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

const sameShown = (a: Shown, b: Shown | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const settings = (scope?: vscode.ConfigurationScope) =>
  vscode.workspace.getConfiguration('pim.evaluate', scope);
const onChange = (): boolean => settings().get('onChange', true);
const delay = (document: vscode.TextDocument): number => settings(document).get('delay', 250);

const setContext = (key: string, value: boolean): void =>
  void vscode.commands.executeCommand('setContext', key, value);

/** Runs the last thing asked for, once nothing has been asked for a while. */
function createTimer(): (milliseconds: number, action: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (milliseconds, action) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
