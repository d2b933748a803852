import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { at, inEditor } from './editor.ts';

/** What is said about the word at `<|>`, in Markdown; empty where nothing is. */
export function hover(marked: string): Promise<string> {
  return inEditor(marked, async cursor => {
    const found = await cursor.pim.language.lsp.HoverProvider!.getHoverContent(cursor.document, at(cursor));
    return (found?.contents as MarkupContent | undefined)?.value ?? '';
  });
}

/** At `<|>` exactly this is said, paragraph by paragraph; the first is the line of code. */
export async function expectHover(marked: string, ...paragraphs: string[]): Promise<void> {
  const [code, ...others] = paragraphs;
  assert.equal(await hover(marked), [`\`\`\`pim\n${code}\n\`\`\``, ...others].join('\n\n'));
}

/** Among what is said at `<|>` are these. */
export async function expectInHover(marked: string, ...expected: RegExp[]): Promise<void> {
  const text = await hover(marked);
  for (const each of expected) assert.match(text, each);
}
