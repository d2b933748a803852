import { type AstNode, type CstNode, CstUtils, type LangiumDocument, type Lexer } from 'langium';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { leafAt } from './navigation/named.ts';

/**
 * What a selection grows to, step by step: the word, each expression around it, the property, what stands between braces,
 * the block, the definition, that with its comment, the file. In a comment: the word, its line, the comment.
 */
export function selectionRanges(
  document: LangiumDocument,
  positions: readonly Position[],
  lexer: Lexer,
): SelectionRange[] {
  const { textDocument } = document;
  const comments = lexer.tokenize(textDocument.getText()).hidden.filter(({ image }) => image.startsWith('/'));
  return positions.map(position => {
    const offset = textDocument.offsetAt(position);
    const comment = comments.find(({ startOffset, image }) => contains(spanOf(startOffset, image), offset));
    const inner = comment
      ? spansInComment(spanOf(comment.startOffset, comment.image), textDocument.getText(), offset)
      : spansOfWord(document, position);
    const here = { start: offset, end: offset };
    const spans = [...inner, ...spansAround(document, inner.at(-1) ?? here)];
    return growing(inner[0] ?? here, spans).reduceRight<SelectionRange | undefined>(
      (parent, { start, end }) => {
        const range = { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
        return parent ? { range, parent } : { range };
      },
      undefined,
    )!;
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const spanOf = (start: number, image: string): Span => ({ start, end: start + image.length });

const contains = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function spansOfWord(document: LangiumDocument, position: Position): Span[] {
  const leaf = leafAt(document, position);
  if (!leaf) return [];
  const span = spanOf(leaf.offset, leaf.text);
  if (leaf.tokenType.name !== 'STRING') return [span];
  const offset = document.textDocument.offsetAt(position);
  const text = { start: span.start + 1, end: span.end - 1 };
  return [...wordIn(document.textDocument.getText(), text, offset), text, span];
}

function spansInComment(comment: Span, text: string, offset: number): Span[] {
  const start = Math.max(comment.start, text.lastIndexOf('\n', offset - 1) + 1);
  const line = /^.*/.exec(text.slice(start, comment.end))![0];
  const [, before = '', words = ''] =
    /^(\s*(?:\/\*\*?|\/\/|\*(?!\/))?\s*)(.*?)\s*(?:\*\/)?$/.exec(line) ?? [];
  const said = { start: start + before.length, end: start + before.length + words.length };
  return [...wordIn(text, said, offset), ...(contains(said, offset) ? [said] : []), comment];
}

/** The word at a place, as far as it lies in a span. */
function wordIn(text: string, { start, end }: Span, offset: number): Span[] {
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}_-]+/gu)];
  return words
    .map(({ index, 0: word }) => spanOf(start + index, word))
    .filter(word => contains(word, offset))
    .slice(0, 1);
}

/** Everything in the tree that holds a span, and the file itself. */
function spansAround({ parseResult, textDocument }: LangiumDocument, { start, end }: Span): Span[] {
  const spans: Span[] = [{ start: 0, end: textDocument.getText().length }];
  let cst: CstNode | undefined = parseResult.value.$cstNode;
  let node: AstNode | undefined;
  while (cst) {
    spans.push({ start: cst.offset, end: cst.end });
    if (cst.astNode !== node) spans.push(...spansOfNode((node = cst.astNode)));
    const inside: readonly CstNode[] = 'content' in cst ? (cst.content as CstNode[]) : [];
    cst = inside.find(each => !each.hidden && each.offset <= start && end <= each.end);
  }
  return spans;
}

/** What the tree of words does not show of a node: with its comment, without its braces, each part of a calculation. */
function spansOfNode(node: AstNode): Span[] {
  const cst = node.$cstNode;
  if (!cst) return [];
  const comment = CstUtils.findCommentNode(cst, ['DOC_COMMENT']);
  const spans = comment ? [{ start: comment.offset, end: cst.end }] : [];
  if (ast.isBody(node) || ast.isWorkload(node) || ast.isEvaluation(node)) spans.push(...betweenBraces(cst));
  return ast.isBinary(node) || ast.isJunction(node) ? [...spans, ...operations(node)] : spans;
}

function betweenBraces(cst: CstNode): Span[] {
  const { text } = cst;
  const [open, close] = [text.indexOf('{'), text.lastIndexOf('}')];
  const inside = open < 0 || close < open ? '' : text.slice(open + 1, close);
  if (inside.trim() === '') return [];
  const start = cst.offset + open + 1 + inside.search(/\S/);
  return [spanOf(start, inside.trim())];
}

/** A calculation and those in it: the words of `1 + 2 * 3` are one list, that `2 * 3` belongs together is known to the tree. */
function operations(node: ast.Expression | ast.Condition | undefined): Span[] {
  if (!ast.isBinary(node) && !ast.isJunction(node)) return [];
  const [left, right] = [operations(node.left), operations(node.right)];
  const start = left[0]?.start ?? node.left?.$cstNode?.offset;
  const end = right[0]?.end ?? node.right?.$cstNode?.end;
  return [...(start === undefined || end === undefined ? [] : [{ start, end }]), ...left, ...right];
}

/** Of several spans those that hold a first one, each larger than the one before. */
function growing(first: Span, spans: readonly Span[]): Span[] {
  const chain: Span[] = [];
  for (const span of spans.toSorted((a, b) => lengthOf(a) - lengthOf(b))) {
    const { start, end } = chain.at(-1) ?? first;
    const isLarger = chain.length === 0 || lengthOf(span) > end - start;
    if (isLarger && span.start <= start && end <= span.end) chain.push(span);
  }
  return chain;
}

const lengthOf = ({ start, end }: Span): number => end - start;
