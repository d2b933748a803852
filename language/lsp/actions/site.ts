import { CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { CodeActionParams } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import type { Site } from './action.ts';

/** The place a request is about. */
export function siteOf(
  document: LangiumDocument,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  services: LangiumServices,
): Site {
  const { textDocument } = document;
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
    diagnostics: context.diagnostics,
    ofFile: document.diagnostics ?? context.diagnostics,
    only: context.only,
    services,
  };
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
