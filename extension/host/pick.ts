import * as vscode from 'vscode';

/** Questions in the quick pick, one after the other, all by keyboard. */

export interface Question<Item> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Item[];
  readonly step: number;
  readonly totalSteps: number;
}

/** `back` asks for the question before; undefined when the reader left. */
export type Answer<T> = T | 'back' | undefined;

/** One of some items. */
export function pickOne<Item extends vscode.QuickPickItem>(question: Question<Item>): Promise<Answer<Item>> {
  return ask(question, false, [], picked => picked[0]);
}

/** At least one of some items, in the order in which they were picked; `chosen` are picked from the start. */
export function pickMany<Item extends vscode.QuickPickItem>(
  question: Question<Item>,
  chosen: readonly Item[],
): Promise<Answer<readonly Item[]>> {
  return ask(question, true, chosen, picked => (picked.length > 0 ? picked : undefined));
}

function ask<Item extends vscode.QuickPickItem, T>(
  { title, placeholder, items, step, totalSteps }: Question<Item>,
  many: boolean,
  chosen: readonly Item[],
  answer: (picked: readonly Item[]) => T | undefined,
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Item>();
  Object.assign(pick, { title, placeholder, items, step, totalSteps });
  Object.assign(pick, { canSelectMany: many, matchOnDescription: true, matchOnDetail: true });
  // A glance at another window must not lose what was picked.
  pick.ignoreFocusOut = true;
  if (step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
  let picked: readonly Item[] = chosen;
  if (many) pick.selectedItems = chosen;
  return new Promise(resolve => {
    const finish = (result: Answer<T>) => {
      resolve(result);
      pick.dispose();
    };
    // The list itself keeps no order but its own.
    pick.onDidChangeSelection(selected => {
      picked = [
        ...picked.filter(item => selected.includes(item)),
        ...selected.filter(item => !picked.includes(item)),
      ];
    });
    pick.onDidAccept(() => {
      const result = answer(many ? picked : pick.selectedItems);
      if (result !== undefined) finish(result);
    });
    pick.onDidTriggerButton(() => finish('back'));
    pick.onDidHide(() => finish(undefined));
    pick.show();
  });
}
