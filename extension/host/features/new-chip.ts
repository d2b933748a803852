import * as vscode from 'vscode';
import {
  type ChoicesResult,
  choicesRequest,
  type NewChipParams,
  newChipRequest,
} from '../../../language/protocol.ts';
import type { Server } from '../client.ts';
import { commands } from '../commands.ts';
import { type Answer, pickOne } from '../pick.ts';
import { textColumn } from '../text-column.ts';
import { choiceItems } from './compare-chips.ts';

/** `PIM: New Chip from the Library…`: an unsaved file that extends or copies a chip, with its name selected. */
export function registerNewChip(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(commands.newChip, () => newChip(server));
}

async function newChip(server: Server): Promise<void> {
  const { chips } = await server.request<ChoicesResult>(choicesRequest, {});
  for (;;) {
    const chip = await pickChip(chips);
    if (chip === undefined || chip === 'back') return;
    const how = await pickHow(chip);
    if (how === undefined) return;
    if (how !== 'back') return open(server, { chip, how });
  }
}

const title = (): string => vscode.l10n.t('New Chip from the Library');

async function pickChip(chips: ChoicesResult['chips']): Promise<Answer<string>> {
  const placeholder = vscode.l10n.t('Chip to start from');
  const items = choiceItems(chips).filter(({ kind }) => kind === undefined);
  const picked = await pickOne({ title: title(), placeholder, items, step: 1, totalSteps: 2 });
  return picked === 'back' ? picked : picked?.label;
}

async function pickHow(chip: string): Promise<Answer<NewChipParams['how']>> {
  const items = [
    {
      how: 'extend' as const,
      label: vscode.l10n.t('Extend {0}', chip),
      detail: vscode.l10n.t('A small file that says only what is different; the rest stays the library’s.'),
    },
    {
      how: 'copy' as const,
      label: vscode.l10n.t('Copy {0}', chip),
      detail: vscode.l10n.t(
        'The whole description as a file of your own, in which everything can be changed.',
      ),
    },
  ];
  const placeholder = vscode.l10n.t('How to start from it');
  const picked = await pickOne({ title: title(), placeholder, items, step: 2, totalSteps: 2 });
  return picked === 'back' ? picked : picked?.how;
}

async function open(server: Server, params: NewChipParams): Promise<void> {
  const text = await server.request<string | null>(newChipRequest, params);
  if (text === null) return;
  const document = await vscode.workspace.openTextDocument({ language: 'pim' });
  const editor = await vscode.window.showTextDocument(document, { viewColumn: textColumn() });
  await editor.insertSnippet(new vscode.SnippetString(text), new vscode.Position(0, 0));
}
