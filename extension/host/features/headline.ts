import * as vscode from 'vscode';
import type { Shown } from '../../messages.ts';
import { commands } from '../commands.ts';
import type { Panel } from '../panel.ts';
import { pimEditor } from '../text-column.ts';

/**
 * The one number that matters, whispered in the status bar: while it is true, and while the text or the result it belongs to is
 * in sight.
 */
export interface Headline extends vscode.Disposable {
  show(text: string, detail: string, shown: Shown): void;
  hide(): void;
}

export function createHeadline(panel: Panel): Headline {
  const item = vscode.window.createStatusBarItem('pim.headline', vscode.StatusBarAlignment.Left, 10);
  item.name = vscode.l10n.t('PIM Result');
  let known = false;
  const update = () => (known && (panel.visible || pimEditor()) ? item.show() : item.hide());
  const sight = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(update),
    panel.onVisible(update),
  );
  return {
    show(text, detail, { uri, target }) {
      known = text !== '';
      item.text = `$(circuit-board) ${text}`;
      item.tooltip = detail;
      item.accessibilityInformation = { label: vscode.l10n.t('PIM result: {0}', detail) };
      // The same once more, not whatever file is in front.
      item.command = {
        command: commands.evaluate,
        title: vscode.l10n.t('Show the results'),
        arguments: [uri, target],
      };
      update();
    },
    hide() {
      known = false;
      update();
    },
    dispose() {
      sight.dispose();
      item.dispose();
    },
  };
}
