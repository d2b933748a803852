import * as vscode from 'vscode';

/** Asks VS Code with one of its own commands. */
export function ask<T>(command: string, ...args: unknown[]): Promise<T> {
  return Promise.resolve(vscode.commands.executeCommand<T>(command, ...args));
}

/** Asks until the answer is a list with something in it. */
export async function until<T>(question: () => T[] | Promise<T[]>, milliseconds = 10_000): Promise<T[]> {
  for (const end = Date.now() + milliseconds; ; ) {
    const answer = await question();
    if (answer.length > 0) return answer;
    if (Date.now() > end) throw new Error('nothing came in time');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
