import * as vscode from 'vscode';
import { createServer, type Server } from './client.ts';
import { registerCompareChips } from './features/compare-chips.ts';
import { registerEvaluate } from './features/evaluate.ts';
import { registerExportReport } from './features/export-report.ts';
import { registerInsertQuestion } from './features/insert-question.ts';
import { registerLibraryDocuments } from './features/library-documents.ts';
import { registerNewChip } from './features/new-chip.ts';
import { registerReveal } from './features/reveal.ts';
import { registerRulePages } from './features/rule-pages.ts';
import { registerServerCommands } from './features/server-commands.ts';
import { registerShowSensitivity } from './features/show-sensitivity.ts';
import { createPanel } from './panel.ts';

let server: Server | undefined;

/**
 * Starts the language server and connects it with the editor and the results panel.
 *
 * Everything is registered before the server has answered, so that a command runs, or says why it cannot,
 * even while the server is slow or broken.
 */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('PIM', { log: true });
  const running = createServer(context, log);
  server = running;
  const panel = createPanel(context);
  const evaluation = registerEvaluate(running, panel, log);
  context.subscriptions.push(
    log,
    running,
    panel,
    evaluation,
    registerServerCommands(running, panel, log),
    registerReveal(running, panel),
    registerLibraryDocuments(running),
    registerExportReport(context, evaluation, panel),
    registerCompareChips(context, running, panel),
    registerInsertQuestion(running, evaluation, panel),
    registerShowSensitivity(evaluation),
    registerNewChip(running),
    registerRulePages(context),
  );
  // Not awaited: the editor restores a panel only once the extension is active, and until then it would be blank.
  void running.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
