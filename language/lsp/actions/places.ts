import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../../generated/ast.ts';
import { leavesOf } from '../../check/items.ts';

/** The definition at the top of a file that a node is or stands in. */
export function definitionAround(node: AstNode): ast.Declaration | undefined {
  let current: AstNode | undefined = node;
  while (current && !ast.isDocument(current.$container)) current = current.$container;
  return current?.$containerProperty === 'declarations' ? (current as ast.Declaration) : undefined;
}

/** Where a node begins with the comments directly above it. */
export function startWithComments(node: AstNode): number {
  const document = AstUtils.getDocument(node);
  const leaves = leavesOf(document);
  const first = node.$cstNode!.offset;
  let start = first;
  let line = node.$cstNode!.range.start.line;
  const index = leaves.findIndex(({ offset }) => offset === first);
  for (let at = index - 1; at >= 0 && leaves[at]!.hidden; at--) {
    const { offset, range } = leaves[at]!;
    const before = leaves[at - 1];
    const isOwnLine = !before || before.range.end.line < range.start.line;
    if (!isOwnLine || range.end.line < line - 1) break;
    start = offset;
    line = range.start.line;
  }
  return start;
}

/** A node as it would be gone: with its comments, its line, and one of the blank lines around it. */
export function removalOf(node: AstNode, document: LangiumDocument): { offset: number; length: number } {
  const text = document.textDocument.getText();
  const { end } = node.$cstNode!;
  const first = startWithComments(node);
  const lineStart = text.lastIndexOf('\n', first - 1) + 1;
  const trailing = /^[ \t]*,?[ \t]*(?:\/\/[^\n\r]*)?/.exec(text.slice(end))![0].length;
  const rest = text.slice(end + trailing);
  const isAlone = text.slice(lineStart, first).trim() === '' && /^(?:\r?\n|$)/.test(rest);
  if (!isAlone) {
    const comma = /^[ \t]*,?[ \t]*/.exec(text.slice(end))![0].length;
    return { offset: first, length: end + comma - first };
  }
  const lineBreak = /^\r?\n/.exec(rest)?.[0].length ?? 0;
  // Between two blank lines one of them goes, too.
  const isBetween = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, lineStart)) || lineStart === 0;
  const blank = isBetween ? (/^(?:[ \t]*\r?\n)*/.exec(rest.slice(lineBreak))?.[0].length ?? 0) : 0;
  return { offset: lineStart, length: end + trailing + lineBreak + blank - lineStart };
}

/** How a text ends its lines. */
export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Blanks before the first word of the line at an offset. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))![0];
}

/** A piece of text moved to another indentation. The first line is taken to begin in its middle. */
export function reindented(piece: string, from: string, to: string): string {
  return piece
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
    .join('\n');
}
