import { type AstNode, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { type Piece, layOut } from './layout.ts';

/** The whole text in its standard form, or undefined while it has syntax errors and nothing may be touched. */
export function formatText(document: LangiumDocument): string | undefined {
  const pieces = piecesOf(document);
  return pieces && pieces.map(piece => piece.before + piece.text).join('') + ending(document, pieces);
}

/** Formats a document, a range of it, or the block or line that was just finished. */
export class PimFormatter implements Formatter {
  formatDocument(document: LangiumDocument, _params: DocumentFormattingParams): TextEdit[] {
    return formattingEdits(document);
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    return formattingEdits(document).filter(edit => within(edit.range, range));
  }

  formatDocumentOnType(
    document: LangiumDocument,
    { ch, position }: DocumentOnTypeFormattingParams,
  ): TextEdit[] {
    const range = ch === '}' ? blockBefore(document, position) : lineAbove(position);
    return range ? formattingEdits(document).filter(edit => within(edit.range, range)) : [];
  }

  get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
    return { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };
  }
}

/** The tokens as they are to be printed; undefined while there are syntax errors. */
function piecesOf(document: LangiumDocument): readonly Piece[] | undefined {
  const { lexerErrors, parserErrors, value } = document.parseResult;
  if (lexerErrors.length > 0 || parserErrors.length > 0) return undefined;
  const root = value as ast.Document;
  const leaves = root.$cstNode ? CstUtils.flattenCst(root.$cstNode).toArray() : [];
  return layOut(root, leaves, newlineOf(document));
}

/** What follows the last token: one line break, and nothing in an empty file. */
const ending = (document: LangiumDocument, pieces: readonly Piece[]): string =>
  pieces.length > 0 ? newlineOf(document) : '';

const newlineOf = ({ textDocument }: LangiumDocument): string =>
  textDocument.getText().includes('\r\n') ? '\r\n' : '\n';

/** The smallest edits that lead to the standard form: one for each gap, and each token, that differs. */
export function formattingEdits(document: LangiumDocument): TextEdit[] {
  const pieces = piecesOf(document);
  if (!pieces) return [];
  const { textDocument } = document;
  const text = textDocument.getText();
  const edits: TextEdit[] = [];
  const replace = (start: number, end: number, newText: string) => {
    if (text.slice(start, end) === newText) return;
    edits.push({
      range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
      newText,
    });
  };
  let end = 0;
  for (const { leaf, before, text: printed } of pieces) {
    replace(end, leaf.offset, before);
    replace(leaf.offset, leaf.end, printed);
    end = leaf.end;
  }
  replace(end, text.length, ending(document, pieces));
  return edits;
}

type Position = Range['start'];

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

const within = (inner: Range, outer: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

const lineAbove = ({ line }: Position): Range => ({
  start: { line: line - 1, character: 0 },
  end: { line, character: 0 },
});

/** The item whose block ends at the brace just typed, from the beginning of its first line. */
function blockBefore({ parseResult, textDocument }: LangiumDocument, position: Position): Range | undefined {
  const offset = textDocument.offsetAt(position) - 1;
  const leaf: LeafCstNode | undefined =
    parseResult.value.$cstNode && CstUtils.findLeafNodeAtOffset(parseResult.value.$cstNode, offset);
  if (leaf?.text !== '}') return undefined;
  const block = leaf.astNode;
  const owner: AstNode = block.$type === 'Body' && block.$container ? block.$container : block;
  const start = owner.$cstNode?.range.start;
  return start && { start: { line: start.line, character: 0 }, end: position };
}
