import * as vscode from 'vscode';

/** Says what did not work for somebody who asked for it, and why. */
export function sayWhy(what: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  // Not awaited: whoever leaves the message alone must not keep anything waiting.
  void vscode.window.showErrorMessage(`${what} ${why}`);
}
