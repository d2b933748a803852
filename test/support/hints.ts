import assert from 'node:assert/strict';
import type { InlayHint, MarkupContent, Range } from 'vscode-languageserver-types';
import { inlayHintKinds } from '../../language/lsp/inlay-hints/kinds.ts';
import { inEditor } from './editor.ts';
import { filesIn } from './pim.ts';

/** With hints of this kind and of no other, the first file shows exactly those marked `⟨…⟩` in it. */
export async function expectHints(kind: string, marked: string): Promise<void> {
  const [first] = filesIn(marked).values();
  assert.equal((await hintsIn(withoutHints(marked), { [kind]: true })).text, first);
}

/** What the hints of a kind say when pointed at. */
export async function tooltips(kind: string, text: string): Promise<string[]> {
  const { hints } = await hintsIn(text, { [kind]: true });
  return hints.map(({ tooltip }) => (tooltip as MarkupContent).value);
}

/** The first file with its hints in it. Of all kinds only those named are on; without names, those that are on by default. */
export function hintsIn(
  text: string,
  on?: Readonly<Record<string, boolean>>,
  range?: Range,
): Promise<{ readonly text: string; readonly hints: readonly InlayHint[] }> {
  return inEditor(text, async ({ document, pim }) => {
    const { ConfigurationProvider } = pim.shared.workspace;
    const { textDocument } = document;
    const inlayHints = on && { ...allOff, ...on };
    ConfigurationProvider.updateConfiguration({ settings: { pim: { inlayHints } } });
    const end = textDocument.positionAt(textDocument.getText().length);
    const hints = await pim.language.lsp.InlayHintProvider!.getInlayHints(document, {
      textDocument: { uri: textDocument.uri },
      range: range ?? { start: { line: 0, character: 0 }, end },
    });
    ConfigurationProvider.updateConfiguration({ settings: { pim: null } });
    const marks = hints!.map(hint => ({
      at: textDocument.offsetAt(hint.position),
      text: `⟨${labelOf(hint)}⟩`,
    }));
    return { text: withMarks(textDocument.getText(), marks), hints: hints! };
  });
}

export const withoutHints = (marked: string): string => marked.replaceAll(/⟨[^⟩]*⟩/g, '');

const allOff = Object.fromEntries(inlayHintKinds.map(({ name }) => [name, false]));

const labelOf = ({ label }: InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');

/** Marks set into a text; those at one place in the order given. */
function withMarks(text: string, marks: readonly { readonly at: number; readonly text: string }[]): string {
  const sorted = marks.toSorted((a, b) => a.at - b.at);
  let end = 0;
  const pieces = sorted.map(({ at, text: mark }) => {
    const piece = text.slice(end, at) + mark;
    end = at;
    return piece;
  });
  return pieces.join('') + text.slice(end);
}
