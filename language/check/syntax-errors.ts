import { type AstNode, CstUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import type { LexingError } from '../syntax/lexer.ts';
import { isWithin } from '../syntax/within.ts';
import type { Fix } from './check.ts';

/** Something that is no text of the language, at a place of it. */
export interface SyntaxError {
  /** As Langium calls them: of a character or word, or of what the parser expected. */
  readonly code: 'lexing-error' | 'parsing-error';
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly fix?: Fix;
}

/**
 * What a file's text breaks, once for each mistake: where the parser tells several things of one line, the first is the mistake
 * and the others follow from it; so does not knowing how to go on at the end. What is missing at the end of a line is told there and
 * not where the next one begins.
 */
export function syntaxErrorsIn(document: LangiumDocument): SyntaxError[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  const text = document.textDocument.getText();
  const lines = new Set<number>();
  const parsed = parserErrors.flatMap((error, index) => {
    if (index > 0 && error.name === 'NotAllInputParsedException') return [];
    const place = placeOf(error, text);
    const line = document.textDocument.positionAt(place.offset).line;
    if (lines.has(line)) return [];
    lines.add(line);
    return [{ code: 'parsing-error' as const, message: error.message, ...place }];
  });
  return [...lexerErrors.map(lexed), ...parsed];
}

/**
 * Tells whether a node of a file stands in an entry that breaks off or could not be read to its end: what is wrong with its value
 * follows from that.
 */
export function cutShortIn(document: LangiumDocument): (node: AstNode) => boolean {
  const entries = cutsIn(document).flatMap(offset => {
    const leaf = leafBefore(document, offset);
    return (leaf && entryAround(leaf)) ?? [];
  });
  return node => entries.some(entry => isWithin(node, entry));
}

function lexed({ message, offset, length, fix }: LexingError): SyntaxError {
  if (!fix) return { code: 'lexing-error', message, offset, length };
  const { title, ...edit } = fix;
  return { code: 'lexing-error', message, offset, length, fix: { title, edits: [edit] } };
}

type ParserError = LangiumDocument['parseResult']['parserErrors'][number];

function placeOf(error: ParserError, text: string): { offset: number; length: number } {
  const { token } = error;
  const before =
    'previousToken' in error ? (error.previousToken as ParserError['token'] | undefined) : undefined;
  const isNextLine = before !== undefined && (token.startLine ?? 0) > (before.endLine ?? 0);
  if (Number.isNaN(token.startOffset) || token.startOffset < 0 || token.image === '')
    return { offset: before ? endOf(before, text) : text.trimEnd().length, length: 0 };
  if (isNextLine) return { offset: endOf(before, text), length: 0 };
  return { offset: token.startOffset, length: token.image.length };
}

const endOf = ({ startOffset, endOffset = startOffset }: ParserError['token'], text: string): number =>
  startOffset >= 0 ? endOffset + 1 : text.trimEnd().length;

function cutsIn(document: LangiumDocument): readonly number[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  const text = document.textDocument.getText();
  return [
    ...lexerErrors.flatMap((error: LexingError) => (error.cuts ? [error.offset] : [])),
    ...parserErrors.map(error => placeOf(error, text).offset),
  ];
}

function leafBefore(document: LangiumDocument, offset: number) {
  const root = document.parseResult.value.$cstNode;
  return root && CstUtils.findLeafNodeBeforeOffset(root, offset);
}

function entryAround({ astNode }: { readonly astNode: AstNode }): AstNode | undefined {
  for (let node: AstNode | undefined = astNode; node; node = node.$container)
    if (entries.some(is => is(node))) return node;
  return undefined;
}

/** What stands on a line of its own and has no lines inside. */
const entries = [
  ast.isProperty,
  ast.isPart,
  ast.isConstant,
  ast.isExpectation,
  ast.isClaim,
  ast.isNormalise,
  ast.isInput,
  ast.isImport,
];
