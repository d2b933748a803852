import assert from 'node:assert/strict';
import { type LangiumDocument, TextDocument } from 'langium';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { Pim } from '../../language/module.ts';
import { filesIn, withFiles } from './pim.ts';

/** An action as an editor shows it, with the text it leads to. */
export interface OfferedAction {
  readonly title: string;
  readonly kind: string;
  readonly after: string;
}

/** The actions offered at `<|>`, or for the selection `<|…|>`, of the file that has the mark. */
export function offeredActions(marked: string, only?: string[]): Promise<OfferedAction[]> {
  const files = [...filesIn(marked)];
  const [path, text] = files.find(([, content]) => content.includes('<|')) ?? files[0]!;
  const start = Math.max(0, text.indexOf('<|'));
  const isCursor = text.startsWith('<|>', start);
  const end = isCursor || !text.includes('<|') ? start : text.indexOf('|>') - 2;
  const unmarked = marked.replaceAll(/<\|>|<\||\|>/g, '');
  return withFiles(unmarked, (documents, pim) => {
    const document = documents.find(({ uri }) => uri.path === path)!;
    const range = {
      start: document.textDocument.positionAt(start),
      end: document.textDocument.positionAt(end),
    };
    return actionsAt(document, range, pim, only);
  });
}

/** The actions an editor would show for a selection, with what is said about it, or what it was told before. */
export async function actionsAt(
  document: LangiumDocument,
  range: Range,
  pim: Pim,
  only?: string[],
  diagnostics = (document.diagnostics ?? []).filter(each => touches(each.range, range)),
): Promise<OfferedAction[]> {
  const uri = document.uri.toString();
  const found = await pim.language.lsp.CodeActionProvider!.getCodeActions(document, {
    textDocument: { uri },
    range,
    context: { diagnostics, ...(only ? { only } : {}) },
  });
  return (found as CodeAction[]).map(({ title, kind = '', edit }) => ({
    title,
    kind,
    after: TextDocument.applyEdits(document.textDocument, edit!.changes![uri]!),
  }));
}

const touches = (a: Range, b: Range): boolean => isBefore(a.start, b.end) && isBefore(b.start, a.end);

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

/** The action called `title` makes `after` of the marked text. */
export async function expectAction(marked: string, title: string, after: string): Promise<void> {
  const found = await offeredActions(marked);
  const action = found.find(each => each.title === title);
  assert.ok(action, `"${title}" is not among ${found.map(each => each.title).join(', ') || 'nothing'}`);
  assert.equal(action.after, after);
}

/** No action whose title fits is offered. */
export async function expectNoAction(marked: string, title: RegExp): Promise<void> {
  const found = (await offeredActions(marked)).map(each => each.title);
  assert.deepEqual(
    found.filter(each => title.test(each)),
    [],
  );
}
