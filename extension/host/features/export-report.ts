import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Report } from '../../../simulator/index.ts';
import { pictureStart } from '../../messages.ts';
import { commands } from '../commands.ts';
import type { Panel } from '../panel.ts';
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
      if (message.type === 'picture') void savePicture(message.name, message.data);
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
  const target = await askWhere(`${posix.parse(latest.file).name}.report.json`, filters);
  if (!target) return;
  const page = target.path.endsWith('.html');
  const text = page
    ? await webPage(context, latest.report, latest.file)
    : `${JSON.stringify(latest.report, null, 2)}\n`;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}

async function savePicture(name: string, data: string): Promise<void> {
  const target = await askWhere(name.replace(/[/\\:*?"<>|]/g, ' '), { PNG: ['png'] });
  if (target)
    await vscode.workspace.fs.writeFile(target, Buffer.from(data.slice(pictureStart.length), 'base64'));
}

function askWhere(name: string, filters: Record<string, string[]>): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder ? vscode.Uri.joinPath(folder, name) : undefined;
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
