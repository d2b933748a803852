import * as vscode from 'vscode';
import { commands } from '../commands.ts';

/** The address scheme of the pages about rules; the manifest says that they open as a Markdown preview. */
const scheme = 'pim-rule';

/** Opens the pages about rules, which are files of the extension, and shows the list of all rules on command. */
export function registerRulePages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => pageText(extensionUri, path),
    }),
    vscode.commands.registerCommand(commands.explainRules, () =>
      vscode.commands.executeCommand('markdown.showPreview', pageAddress('README')),
    ),
  );
}

/**
 * The code of a diagnostic leads to the page about its rule. The server gives the address of a file, which suits every editor; this
 * one opens as a preview, and also where the extension runs on another machine than the window. A command would not do: behind
 * codes, newer versions of the editor run none.
 */
export function withRulePage(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object') diagnostic.code = { value: code.value, target: pageAddress(code.value) };
  return diagnostic;
}

const pageAddress = (code: string | number): vscode.Uri => vscode.Uri.from({ scheme, path: `/${code}.md` });

async function pageText(extension: vscode.Uri, path: string): Promise<string> {
  const [name = ''] = /[\w-]+\.md$/.exec(path) ?? [];
  const page = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'docs', 'checks', name));
  return new TextDecoder().decode(page);
}
