import type { LangiumDocument } from 'langium';
import { DefaultFoldingRangeProvider, type FoldingRangeAcceptor } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';

/** Folds blocks and comments as Langium does, each line once, and the imports as one group. */
export class PimFoldingRangeProvider extends DefaultFoldingRangeProvider {
  protected override collectFolding(document: LangiumDocument, accept: FoldingRangeAcceptor): void {
    const lines = new Set<number>();
    const once = (range: FoldingRange) => {
      if (lines.has(range.startLine)) return;
      lines.add(range.startLine);
      accept(range);
    };
    foldImports(document, once);
    super.collectFolding(document, once);
  }
}

function foldImports(document: LangiumDocument, accept: FoldingRangeAcceptor): void {
  const { imports, declarations } = document.parseResult.value as ast.Document;
  const firstDeclaration = declarations[0]?.$cstNode?.offset ?? Number.POSITIVE_INFINITY;
  const group = imports.filter(({ $cstNode }) => $cstNode && $cstNode.offset < firstDeclaration);
  const [first, last] = [group[0]?.$cstNode?.range, group.at(-1)?.$cstNode?.range];
  if (!first || !last || first.start.line === last.end.line) return;
  accept({ startLine: first.start.line, endLine: last.end.line, kind: FoldingRangeKind.Imports });
}
