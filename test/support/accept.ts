import { TextDocument } from 'langium';
import {
  type CompletionItem,
  type Diagnostic,
  InsertTextFormat,
  type TextEdit,
} from 'vscode-languageserver-types';
import { codeOf, diagnosticsOf, isError, messageOf } from './check.ts';
import { at, inEditor } from './editor.ts';
import { withFiles } from './pim.ts';
import { expand } from './snippet.ts';

/** What is offered at `<|>`, best first. */
export function offered(marked: string): Promise<CompletionItem[]> {
  return inEditor(marked, async cursor => {
    const list = await cursor.pim.language.lsp.CompletionProvider!.getCompletion(cursor.document, at(cursor));
    return list!.items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  });
}

/**
 * What is wrong after accepting an item at `<|>` and was not before: at the text that came in, or in any name or bracket of
 * the file. What a placeholder of a snippet stands for is still to be written, so nothing there counts.
 */
export async function errorsOfAccepting(marked: string, item: CompletionItem): Promise<string[]> {
  const offset = marked.indexOf('<|>');
  const before = marked.replace('<|>', '');
  const accepted = accept(before, item);
  const grown = accepted.text.length - before.length;
  /** Where a place of the old text is in the new one. */
  const moved = (place: number) =>
    place > offset ? place + grown : place + (accepted.start - offset + typedLength(item));
  const old = await errorsIn(before);
  const isOld = ({ code, start, end }: Found) =>
    old.some(each => each.code === code && (moved(each.start) === start || moved(each.end) === end));
  const isOpen = ({ start, end }: Found) =>
    accepted.open.some(place => start <= place.end && place.start <= end);
  const counts = ({ code, start, end }: Found) =>
    (start <= accepted.end && accepted.start <= end) || misread.test(code);
  const found = await errorsIn(accepted.text);
  return found
    .filter(error => counts(error) && !isOld(error) && !isOpen(error))
    .map(({ code, message }) => `${code}: ${message}`);
}

/** Codes that say that a text is not understood, wherever the reason lies. */
const misread = /^(parsing-error|lexing-error|duplicate-.*|unknown-(name|property|kind|unit|word|function))$/;

interface Found {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

function errorsIn(text: string): Promise<Found[]> {
  return withFiles(text, ([document]) =>
    diagnosticsOf(document!)
      .filter(isError)
      .map((diagnostic: Diagnostic) => ({
        code: codeOf(diagnostic),
        message: messageOf(diagnostic),
        start: document!.textDocument.offsetAt(diagnostic.range.start),
        end: document!.textDocument.offsetAt(diagnostic.range.end),
      })),
  );
}

/** A text after a completion was accepted. */
interface Accepted {
  readonly text: string;
  /** What came in, by its offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the places that a snippet leaves to be filled in. */
  readonly open: readonly { readonly start: number; readonly end: number }[];
}

/** Accepts a completion: every placeholder of a snippet keeps what it suggests. */
function accept(before: string, item: CompletionItem): Accepted {
  const document = TextDocument.create('file:///accept.pim', 'pim', 0, before);
  const edit = item.textEdit as TextEdit;
  const others = item.additionalTextEdits ?? [];
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const { text, open } = isSnippet ? expand(edit.newText) : { text: edit.newText, open: [] };
  const at = document.offsetAt(edit.range.start);
  const start = others
    .filter(({ range }) => document.offsetAt(range.start) <= at)
    .reduce((sum, { newText }) => sum + newText.length, at);
  return {
    text: TextDocument.applyEdits(document, [...others, { ...edit, newText: text }]),
    start,
    end: start + text.length,
    open: open.map(place => ({ start: start + place.start, end: start + place.end })),
  };
}

const typedLength = ({ textEdit }: CompletionItem): number => {
  const { start, end } = (textEdit as TextEdit).range;
  return end.character - start.character;
};
