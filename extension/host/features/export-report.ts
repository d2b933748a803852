import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Report } from '../../../simulator/index.ts';
import { pictureStart } from '../../messages.ts';
import { commands } from '../commands.ts';
import type { Panel } from '../panel.ts';
import { sayWhy } from '../say-why.ts';
import type { Evaluation } from './evaluate.ts';

/** `PIM: Export Report…`: the last report as JSON or as a page of its own; and pictures the clipboard refused. */
export function registerExportReport(
  context: vscode.ExtensionContext,
  evaluation: Evaluation,
  panel: Panel,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.exportReport, () => exportReport(context, evaluation)),
    panel.onMessage(message => {
      if (message.type !== 'picture') return;
      savePicture(message.name, message.data, evaluation).catch(error =>
        sayWhy(vscode.l10n.t('The picture could not be saved.'), error),
      );
    }),
  );
}

async function exportReport(context: vscode.ExtensionContext, { latest }: Evaluation): Promise<void> {
  if (!latest) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Evaluate a .pim file first; its report can then be exported.'),
    );
    return;
  }
  const filters = { [vscode.l10n.t('Report (JSON)')]: ['json'], [vscode.l10n.t('Web page')]: ['html'] };
  const target = await askWhere(`${posix.parse(latest.file).name}.report.json`, filters, latest);
  if (!target) return;
  const page = target.path.endsWith('.html');
  const text = page
    ? await webPage(context, latest.report, latest.file)
    : `${JSON.stringify(latest.report, null, 2)}\n`;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

async function savePicture(name: string, data: string, { latest }: Evaluation): Promise<void> {
  const target = await askWhere(name.replace(/[/\\:*?"<>|]/g, ' '), { PNG: ['png'] }, latest);
  if (target)
    await vscode.workspace.fs.writeFile(target, Buffer.from(data.slice(pictureStart.length), 'base64'));
}

/** Offers the folder of the workspace that holds the file; for a file without one, the first there is. */
function askWhere(
  name: string,
  filters: Record<string, string[]>,
  of: Evaluation['latest'],
): Thenable<vscode.Uri | undefined> {
  const { workspaceFolders: [first] = [] } = vscode.workspace;
  const folder = (of && vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(of.shown.uri))) ?? first;
  const defaultUri = folder && vscode.Uri.joinPath(folder.uri, name);
  return vscode.window.showSaveDialog({ filters, ...(defaultUri && { defaultUri }) });
}

/** The views, their style and the report in one file that needs nothing else. */
async function webPage(context: vscode.ExtensionContext, report: Report, file: string): Promise<string> {
  const read = async (name: string) => {
    const uri = vscode.Uri.joinPath(context.extensionUri, 'out', 'views', name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  };
  const [style, script] = await Promise.all([read('style.css'), read('report.js')]);
  // A `<` inside the data could end the script element early; as an escape it is the same JSON.
  const data = JSON.stringify(report).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${file.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<style>${style}</style>
</head>
<body>
<script id="report" type="application/json">${data}</script>
<script>${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}
