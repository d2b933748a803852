import type { MarkupContent } from 'vscode-languageserver-types';
import { at, inEditor } from './editor.ts';

/** What is said about the arguments at `<|>`: the one being written stands between `<|` and `|>`. Empty where nothing is. */
export function signature(marked: string): Promise<string> {
  return inEditor(marked, async cursor => {
    const help = await cursor.pim.language.lsp.SignatureHelp!.provideSignatureHelp(
      cursor.document,
      at(cursor),
    );
    if (!help) return '';
    const { label, parameters = [] } = help.signatures[0]!;
    const range = parameters[help.activeParameter!]?.label as [number, number] | undefined;
    if (!range) return label;
    const [start, end] = range;
    return `${label.slice(0, start)}<|${label.slice(start, end)}|>${label.slice(end)}`;
  });
}

/** What is said about the argument being written at `<|>`. */
export function argumentDocumentation(marked: string): Promise<string> {
  return inEditor(marked, async cursor => {
    const help = await cursor.pim.language.lsp.SignatureHelp!.provideSignatureHelp(
      cursor.document,
      at(cursor),
    );
    const active = help?.signatures[0]?.parameters?.[help.activeParameter!];
    return (active?.documentation as MarkupContent | undefined)?.value ?? '';
  });
}
