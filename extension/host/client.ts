import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  TransportKind,
  WorkDoneProgress,
} from 'vscode-languageclient/node';
import { type ChangedParams, changedNotification } from '../../language/protocol.ts';
import { commands } from './commands.ts';
import { withRulePage } from './features/rule-pages.ts';

/** The language server, as the rest of the extension sees it. */
export interface Server extends vscode.Disposable {
  /** Starts it, or says why it does not start; never throws. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Sends one of our requests once the server runs. Throws a cancellation when the token asks for it. */
  request<Result>(method: string, params: object, token?: vscode.CancellationToken): Promise<Result>;
  /** Hears the progress of a request that carries this token. */
  onProgress(token: string, report: (progress: Progress) => void): vscode.Disposable;
  /** Hears which files a change concerns. */
  onChanged(listener: (change: ChangedParams) => void): vscode.Disposable;
}

/** How far a request is: a sentence and a percentage, each where the server knows it. */
export interface Progress {
  readonly message?: string;
  readonly percentage?: number;
}

export function createServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Server {
  const client = new LanguageClient('pim', 'PIM', serverOptions(context), clientOptions(log));
  let started: Promise<void> | undefined;
  const stop = async () => {
    if (!client.isRunning()) return;
    // One that does not stop in time is left to itself.
    await client.stop().catch(error => log.error(error instanceof Error ? error : String(error)));
  };
  const start = () => {
    started = client.start().catch(error => {
      // Failing once must not mean failing for good: the next request tries again.
      started = undefined;
      throw error;
    });
    return started;
  };
  return {
    start: () => start().catch(error => sayWhy(error, log)),
    async restart() {
      started = undefined;
      await stop();
      await start().catch(error => sayWhy(error, log));
    },
    stop,
    async request(method, params, token) {
      await (started ?? start());
      return client.sendRequest(method, params, token);
    },
    onProgress: (token, report) => client.onProgress(WorkDoneProgress.type, token, report),
    onChanged: listener => client.onNotification(changedNotification, listener),
    dispose: () => void client.dispose(),
  };
}

function serverOptions(context: vscode.ExtensionContext) {
  const module = vscode.Uri.joinPath(context.extensionUri, 'out', 'main', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc } as const;
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
}

/** Any scheme: unsaved files, virtual workspaces and the read-only library are served as well. */
function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'pim' }],
    outputChannel: log,
    traceOutputChannel: log,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withRulePage)),
    },
  };
}

async function sayWhy(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const showOutput = vscode.l10n.t('Show Output');
  const restart = vscode.l10n.t('Restart');
  const message = vscode.l10n.t('The PIM language server did not start.');
  // Not awaited: a message nobody answers would keep the extension from ever being active.
  void vscode.window.showErrorMessage(message, showOutput, restart).then(chosen => {
    if (chosen === showOutput) log.show();
    if (chosen === restart) void vscode.commands.executeCommand(commands.restartServer);
  });
}
