import * as vscode from 'vscode';
import { isTarget, type Shown } from '../../messages.ts';
import type { Server } from '../client.ts';
import { commands } from '../commands.ts';
import type { Panel } from '../panel.ts';
import { pimEditor, uriGiven } from '../text-column.ts';
import { createHeadline } from './headline.ts';
import { createRun, type Result } from './run.ts';
import { followFile } from './shown-file.ts';

/** The evaluation the panel shows, for whoever wants its report. */
export interface Evaluation extends vscode.Disposable {
  /** The last good report of what is shown. */
  readonly latest: Result | undefined;
}

/** `PIM: Evaluate`: on command, from a code lens, and again while the text changes. */
export function registerEvaluate(server: Server, panel: Panel, log: vscode.LogOutputChannel): Evaluation {
  const headline = createHeadline(panel);
  const run = createRun(server, panel, headline, log);
  const later = createTimer();
  /** What is shown has to be evaluated again, and nobody looks. */
  let waiting = false;
  const start = (next: Shown | undefined) => {
    waiting = false;
    later.clear();
    return run.start(next);
  };
  const again = () => {
    if (panel.visible) return void start(undefined);
    waiting = true;
    headline.hide();
  };
  const subscriptions = vscode.Disposable.from(
    vscode.commands.registerCommand(
      commands.evaluate,
      (uri?: unknown, target?: unknown, depends?: unknown) => {
        const shown = whatToShow(uri, target, run.shown);
        const sensitivity = depends === true ? { sensitivity: true } : {};
        if (shown) return explicitly(() => start({ ...shown, ...sensitivity }));
        void vscode.window.setStatusBarMessage(vscode.l10n.t('Open a .pim file to evaluate it.'), 4000);
        return undefined;
      },
    ),
    vscode.commands.registerCommand(commands.showResults, () => {
      // A panel that was closed has forgotten what it showed.
      if (run.shown && !panel.isOpen) return explicitly(() => start(run.shown));
      return panel.show();
    }),
    vscode.commands.registerCommand(commands.cancel, () => run.cancel()),
    server.onChanged(({ uris, edition }) => {
      if (!run.shown || !uris.includes(run.shown.uri)) return;
      const follows = onChange();
      run.outdate(edition, follows);
      if (!follows) return;
      // An evaluation that is over by then may have known of the change.
      later.set(delay(run.shown.uri), () => {
        if (run.isOutdated) again();
      });
    }),
    followFile(run, again),
    panel.onVisible(visible => {
      if (!panel.isOpen) run.abandon();
      else if (visible && waiting) void start(undefined);
    }),
    panel.onRestore(shown => {
      if (shown) void start(shown);
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
      later.clear();
      run.cancel();
      subscriptions.dispose();
    },
  };
}

/** The arguments of a code lens, the file of a menu, the editor in front, or what is shown already. */
function whatToShow(uri: unknown, target: unknown, shown: Shown | undefined): Shown | undefined {
  const given = uriGiven(uri);
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

const settings = (scope?: vscode.ConfigurationScope) =>
  vscode.workspace.getConfiguration('pim.evaluate', scope);
const onChange = (): boolean => settings().get('onChange', true);
const delay = (uri: string): number => settings(vscode.Uri.parse(uri)).get('delay', 250);

/** Runs the last thing asked for, once nothing has been asked for a while. */
function createTimer() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => clearTimeout(timer);
  return {
    set(milliseconds: number, action: () => void) {
      clear();
      timer = setTimeout(action, milliseconds);
    },
    clear,
  };
}
