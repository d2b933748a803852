import * as vscode from 'vscode';
import { commands } from '../commands.ts';

/** The one number that matters, whispered in the status bar. */
export interface Headline extends vscode.Disposable {
  show(text: string, detail: string): void;
  hide(): void;
}

export function createHeadline(): Headline {
  const item = vscode.window.createStatusBarItem('pim.headline', vscode.StatusBarAlignment.Left, 10);
  item.name = vscode.l10n.t('PIM Result');
  item.command = commands.evaluate;
  return {
    show(text, detail) {
      if (text === '') return item.hide();
      item.text = `$(circuit-board) ${text}`;
      item.tooltip = detail;
      item.accessibilityInformation = { label: detail };
      item.show();
    },
    hide: () => item.hide(),
    dispose: () => item.dispose(),
  };
}
