import { URI } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { at, type Cursor, inEditor } from './editor.ts';

interface Item {
  readonly name: string;
  readonly detail?: string;
  readonly uri: string;
}

/** What the cursor stands in, one line for each: `Tile · 4 × in tile Tile · at NNADC`. */
export function incomingOf(marked: string): Promise<string[]> {
  return inEditor(marked, async cursor => {
    const provider = cursor.pim.language.lsp.CallHierarchyProvider!;
    const [item] = (await provider.prepareCallHierarchy(cursor.document, at(cursor))) ?? [];
    const calls = item ? ((await provider.incomingCalls({ item })) ?? []) : [];
    return calls.map(({ from, fromRanges }) => lineOf(from, wordsAt(cursor, from.uri, fromRanges)));
  });
}

/** What the cursor is made of, `depth` levels down, indented. */
export function outgoingOf(marked: string, depth = 1): Promise<string[]> {
  return inEditor(marked, async cursor => {
    const provider = cursor.pim.language.lsp.CallHierarchyProvider!;
    const [start] = (await provider.prepareCallHierarchy(cursor.document, at(cursor))) ?? [];
    const below = async (item: NonNullable<typeof start>, level: number): Promise<string[]> => {
      const calls = level < depth ? ((await provider.outgoingCalls({ item })) ?? []) : [];
      const lines = await Promise.all(
        calls.map(async ({ to, fromRanges }) => [
          `${'  '.repeat(level)}${lineOf(to, wordsAt(cursor, item.uri, fromRanges))}`,
          ...(await below(to, level + 1)),
        ]),
      );
      return lines.flat();
    };
    return start ? below(start, 0) : [];
  });
}

/** What the cursor extends (`up`) or what extends it, as `B · adc`. */
export function relativesOf(marked: string, way: 'up' | 'down'): Promise<string[] | undefined> {
  return inEditor(marked, async cursor => {
    const provider = cursor.pim.language.lsp.TypeHierarchyProvider!;
    const [item] = (await provider.prepareTypeHierarchy(cursor.document, at(cursor))) ?? [];
    if (!item) return undefined;
    const found = await (way === 'up' ? provider.supertypes({ item }) : provider.subtypes({ item }));
    return found!.map(each => lineOf(each, []));
  });
}

function lineOf({ name, detail, uri }: Item, words: readonly string[]): string {
  const file =
    uri === 'file:///test.pim' || uri === 'file:///main.pim' ? '' : uri.replace(/^file:\/\/|^pim:\//, '');
  return [
    name,
    detail,
    ...(words.length > 0 ? [`at ${words.join(', ')}`] : []),
    ...(file ? [file] : []),
  ].join(' · ');
}

function wordsAt({ pim }: Cursor, uri: string, ranges: readonly Range[]): string[] {
  const { textDocument } = pim.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))!;
  return ranges.map(range => textDocument.getText(range));
}
