import * as vscode from 'vscode';
import type { Server } from '../client.ts';
import { commands } from '../commands.ts';

/** Restart the language server, and look at what it says. */
export function registerServerCommands(server: Server, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.restartServer, () => server.restart()),
    vscode.commands.registerCommand(commands.showOutput, () => log.show()),
  );
}
