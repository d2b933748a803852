import type { LangiumDocument, Lexer } from 'langium';
import type { FoldingRangeProvider, LangiumServices } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';

/**
 * What can be folded: the imports, comments, regions, and whatever stands between brackets over several lines. Looks at
 * tokens, so it also works where the text is half written. Each line begins one fold, the largest.
 */
export class PimFoldingRangeProvider implements FoldingRangeProvider {
  private readonly lexer: Lexer;

  constructor(services: LangiumServices) {
    this.lexer = services.parser.Lexer;
  }

  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const { tokens, hidden } = this.lexer.tokenize(document.textDocument.getText());
    const comments = hidden.filter(({ image }) => image.startsWith('/'));
    const folds = [
      ...importFolds(document),
      ...bracketFolds(tokens),
      ...commentFolds(comments, tokens),
      ...regionFolds(comments),
    ];
    const largest = new Map<number, FoldingRange>();
    for (const fold of folds)
      if (fold.endLine > Math.max(fold.startLine, largest.get(fold.startLine)?.endLine ?? 0))
        largest.set(fold.startLine, fold);
    return [...largest.values()].sort((a, b) => a.startLine - b.startLine);
  }
}

/** A token with the lines it begins and ends on, counted from 1. */
interface Token {
  readonly image: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

function importFolds(document: LangiumDocument): FoldingRange[] {
  const { imports, declarations } = document.parseResult.value as ast.Document;
  const firstDeclaration = declarations[0]?.$cstNode?.offset ?? Number.POSITIVE_INFINITY;
  const group = imports.filter(({ $cstNode }) => $cstNode && $cstNode.offset < firstDeclaration);
  const [first, last] = [group[0]?.$cstNode?.range, group.at(-1)?.$cstNode?.range];
  if (!first || !last) return [];
  return [{ startLine: first.start.line, endLine: last.end.line, kind: FoldingRangeKind.Imports }];
}

/** From a bracket to the line before the one that closes it, which stays in sight. */
function bracketFolds(tokens: readonly Token[]): FoldingRange[] {
  const open: Token[] = [];
  return tokens.flatMap(token => {
    if (closing.has(token.image)) open.push(token);
    const start = open.findLast(({ image }) => closing.get(image) === token.image);
    if (!start) return [];
    // What was left open inside is closed as well.
    open.length = open.indexOf(start);
    return [{ startLine: lineOf(start.startLine), endLine: lineOf(token.startLine) - 1 }];
  });
}

const closing: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
]);

/** Comments over several lines, and several that follow each other line by line, with nothing else on these lines. */
function commentFolds(comments: readonly Token[], tokens: readonly Token[]): FoldingRange[] {
  const taken = new Set(tokens.map(({ endLine }) => endLine));
  const groups: [first: Token, last: Token][] = [];
  for (const comment of comments.filter(({ image }) => !regionStart.test(image) && !regionEnd.test(image))) {
    const group = groups.at(-1);
    const isNext = group?.[1].endLine === lineOf(comment.startLine) && !taken.has(group[1].startLine);
    if (group && isNext && [group[1], comment].every(({ image }) => image.startsWith('//')))
      group[1] = comment;
    else groups.push([comment, comment]);
  }
  return groups.map(([first, last]) => ({
    startLine: lineOf(first.startLine),
    // The end of a block comment stays in sight.
    endLine: lineOf(last.endLine) - (last.image.startsWith('/*') ? 1 : 0),
    kind: FoldingRangeKind.Comment,
  }));
}

/** From `// #region` to `// #endregion`; they may stand inside each other. */
function regionFolds(comments: readonly Token[]): FoldingRange[] {
  const open: Token[] = [];
  return comments.flatMap(comment => {
    if (regionStart.test(comment.image)) open.push(comment);
    const start = regionEnd.test(comment.image) ? open.pop() : undefined;
    if (!start) return [];
    return [
      { startLine: lineOf(start.startLine), endLine: lineOf(comment.endLine), kind: FoldingRangeKind.Region },
    ];
  });
}

/** As `folding.markers` of the language configuration has them. */
const regionStart = /^\/\/\s*#?region\b/;
const regionEnd = /^\/\/\s*#?endregion\b/;

/** Lines of tokens count from 1, those of the protocol from 0. */
const lineOf = (line: number | undefined): number => (line ?? 1) - 1;
