import * as vscode from 'vscode';
import { commands } from '../commands.ts';
import { pimEditor } from '../text-column.ts';
import type { Evaluation } from './evaluate.ts';

/** `PIM: Show Sensitivity`: evaluates what the panel shows, or else the file in front, and what the result depends on. */
export function registerShowSensitivity(evaluation: Evaluation): vscode.Disposable {
  return vscode.commands.registerCommand(commands.showSensitivity, () => {
    const { uri, target } = evaluation.latest?.shown ?? {};
    const inFront = pimEditor()?.document.uri.toString();
    return vscode.commands.executeCommand(commands.evaluate, uri ?? inFront, target, true);
  });
}
