import * as vscode from 'vscode';
import type { Server } from '../client.ts';
import { commands } from '../commands.ts';
import type { Panel } from '../panel.ts';

/** Restart the language server, and look at what it says; both also from a panel that waits for an answer in vain. */
export function registerServerCommands(
  server: Server,
  panel: Panel,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.restartServer, () => server.restart()),
    vscode.commands.registerCommand(commands.showOutput, () => log.show()),
    panel.onMessage(async message => {
      if (message.type === 'output') log.show();
      if (message.type !== 'restart') return;
      await server.restart();
      await vscode.commands.executeCommand(commands.evaluate);
    }),
  );
}
