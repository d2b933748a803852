import { CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { CodeActionParams } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import type { Site } from './action.ts';

/** The place a request is about. */
export function siteOf(
  document: LangiumDocument,
  params: Pick<CodeActionParams, 'range' | 'context'>,
  services: LangiumServices,
): Site {
  const { textDocument } = document;
  const { range, context } = params;
  const text = textDocument.getText();
  const [from, to] = [textDocument.offsetAt(range.start), textDocument.offsetAt(range.end)];
  const selected = text.slice(from, to);
  const start = from + (selected.length - selected.trimStart().length);
  const end = Math.max(start, from + selected.trimEnd().length);
  const root = document.parseResult.value as ast.Document;
  const leaf = leafAt(root, start, end > start);
  return {
    document,
    root,
    text,
    start,
    end,
    leaf,
    node: leaf?.astNode ?? root,
    diagnostics: stillSaid(document, params),
    ofFile: document.diagnostics ?? [],
    only: context.only,
    services,
  };
}

/**
 * What the editor asks about, as it is said about the text of now. The editor's own copy may come from before the last keystroke, and
 * its fixes would then change other characters than they were made for.
 */
function stillSaid(
  { diagnostics = [] }: LangiumDocument,
  { range: asked, context }: Pick<CodeActionParams, 'range' | 'context'>,
): Diagnostic[] {
  const isOnItsLines = ({ start, end }: Diagnostic['range']) =>
    start.line <= asked.end.line && asked.start.line <= end.line;
  return diagnostics.filter(
    ({ code, message, range }) =>
      isOnItsLines(range) && context.diagnostics.some(told => told.code === code && told.message === message),
  );
}

/** The token at a place; a cursor may also stand at its end. */
function leafAt({ $cstNode }: ast.Document, offset: number, isSelection: boolean): LeafCstNode | undefined {
  if (!$cstNode) return undefined;
  const at = (place: number) => {
    const leaf = CstUtils.findLeafNodeAtOffset($cstNode, place);
    return leaf && !leaf.hidden && leaf.length > 0 ? leaf : undefined;
  };
  const here = at(offset);
  if (isSelection || (here && /[\w"°µμΩ]/.test(here.text))) return here;
  return (offset > 0 ? at(offset - 1) : undefined) ?? here;
}
