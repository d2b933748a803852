import * as vscode from 'vscode';
import {
  type Choice,
  type ChoicesParams,
  type ChoicesResult,
  choicesRequest,
} from '../../../language/protocol.ts';
import type { Server } from '../client.ts';
import { commands } from '../commands.ts';
import type { Panel } from '../panel.ts';
import { pickMany } from '../pick.ts';
import { pimEditor, uriGiven } from '../text-column.ts';

/**
 * `PIM: Compare Chips…`: some chips and some networks, of the file in front, its imports and the library, evaluated in the
 * panel. No text is changed. The last choice is where the next one starts.
 */
export function registerCompareChips(
  context: vscode.ExtensionContext,
  server: Server,
  panel: Panel,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.compareChips, (uri?: unknown, chip?: unknown) =>
      compare(context.workspaceState, server, uri, typeof chip === 'string' ? chip : undefined),
    ),
    panel.onMessage(message => {
      if (message.type === 'compare') void vscode.commands.executeCommand(commands.compareChips);
    }),
  );
}

interface Chosen {
  readonly chips: readonly string[];
  readonly workloads: readonly string[];
}

async function compare(
  memory: vscode.Memento,
  server: Server,
  given: unknown,
  chip: string | undefined,
): Promise<void> {
  const uri = uriGiven(given) ?? pimEditor()?.document.uri.toString();
  const params: ChoicesParams = uri === undefined ? {} : { uri };
  const choices = await server.request<ChoicesResult>(choicesRequest, params);
  const last = memory.get<Chosen>(memoryKey);
  const own = choices.chips.find(({ from }) => from === 'file')?.name;
  const first = chip ?? own;
  // The chip one stands at comes first, as it is the one that is compared with the others.
  const preset = [...(first === undefined ? [] : [first]), ...(last?.chips ?? [])];
  const chosen = await choose(choices, { chips: [...new Set(preset)], workloads: last?.workloads ?? [] });
  if (!chosen) return;
  await memory.update(memoryKey, chosen);
  const home = uri ?? choices.chips.find(({ name }) => name === chosen.chips[0])!.uri;
  await vscode.commands.executeCommand(commands.evaluate, home, chosen);
}

const memoryKey = 'pim.compare';

/** Chips, then networks; back and forth until both are chosen. */
async function choose(choices: ChoicesResult, preset: Chosen): Promise<Chosen | undefined> {
  let { chips, workloads } = preset;
  for (;;) {
    const first = await ask(
      1,
      vscode.l10n.t('Chips to compare; the one picked first is compared with the others'),
      choices.chips,
      chips,
    );
    if (first === undefined || first === 'back') return undefined;
    chips = first;
    const second = await ask(2, vscode.l10n.t('Networks to run'), choices.workloads, workloads);
    if (second === undefined) return undefined;
    if (second !== 'back') return { chips, workloads: second };
    workloads = preset.workloads;
  }
}

async function ask(
  step: number,
  placeholder: string,
  choices: readonly Choice[],
  preset: readonly string[],
): Promise<readonly string[] | 'back' | undefined> {
  const items = choiceItems(choices);
  const chosen = preset.flatMap(
    name => items.find(({ label, kind }) => kind === undefined && label === name) ?? [],
  );
  const title = vscode.l10n.t('Compare Chips');
  const picked = await pickMany({ title, placeholder, items, step, totalSteps: 2 }, chosen);
  return picked === 'back' || picked === undefined ? picked : picked.map(({ label }) => label);
}

/** Items with what they are and where they come from, below a heading for each distance. */
export function choiceItems(choices: readonly Choice[]): vscode.QuickPickItem[] {
  const headings = {
    file: vscode.l10n.t('this file'),
    import: vscode.l10n.t('imported'),
    library: vscode.l10n.t('library'),
  };
  return choices.flatMap(({ name, summary, from, path }, index) => [
    ...(choices[index - 1]?.from === from
      ? []
      : [{ label: headings[from], kind: vscode.QuickPickItemKind.Separator }]),
    { label: name, description: from === 'file' ? '' : path, ...(summary === '' ? {} : { detail: summary }) },
  ]);
}
