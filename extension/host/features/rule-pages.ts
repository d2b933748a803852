import * as vscode from 'vscode';
import { commands } from '../commands.ts';

/** Shows the page about a rule, or the list of all rules, as a Markdown preview out of the extension's own files. */
export function registerRulePages(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand(commands.explainRule, (code?: unknown) => {
    const page = typeof code === 'string' && /^[\w-]+$/.test(code) ? code : 'README';
    const uri = vscode.Uri.joinPath(context.extensionUri, 'docs', 'checks', `${page}.md`);
    return vscode.commands.executeCommand('markdown.showPreview', uri);
  });
}

/**
 * The code of a diagnostic leads to the page about its rule. The server gives the address of a file, which suits every editor; here
 * the page opens as a preview, and also where the extension runs on another machine than the window.
 */
export function withRulePage(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object') return diagnostic;
  const argument = encodeURIComponent(JSON.stringify([code.value]));
  diagnostic.code = {
    value: code.value,
    target: vscode.Uri.parse(`command:${commands.explainRule}?${argument}`),
  };
  return diagnostic;
}
