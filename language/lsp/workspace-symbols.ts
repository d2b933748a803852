import { type AstNode, Cancellation, GrammarUtils, interruptAndCheck, type LangiumDocument } from 'langium';
import type { LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import type { WorkspaceSymbolParams } from 'vscode-languageserver';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { importPath } from '../scope/imports.ts';
import { headOf } from './symbols.ts';

/**
 * Finds what has a name in all files: declarations, blocks inside chips, layers of one's own workloads.
 *
 * Of one's own files everything that holds the typed letters in their order is listed. The library is large and known by its
 * names, so of it only what is meant for sure: the query must be the name, its beginning, a part of it, or the beginnings of
 * its words (`npim`). Without a query there are only one's own.
 */
export class PimWorkspaceSymbolProvider implements WorkspaceSymbolProvider {
  private readonly shared: LangiumSharedServices;

  constructor(shared: LangiumSharedServices) {
    this.shared = shared;
  }

  async getSymbols(
    { query }: WorkspaceSymbolParams,
    token = Cancellation.CancellationToken.None,
  ): Promise<WorkspaceSymbol[]> {
    const words = query.split(/[\s./›]+/).filter(word => word !== '');
    const found: Found[] = [];
    for (const document of this.shared.workspace.LangiumDocuments.all) {
      await interruptAndCheck(token);
      found.push(...symbolsIn(document, words));
    }
    return found.sort((a, b) => b.rank - a.rank || a.name.localeCompare(b.name)).map(({ symbol }) => symbol);
  }
}

interface Found {
  readonly rank: number;
  readonly name: string;
  readonly symbol: WorkspaceSymbol;
}

function symbolsIn(document: LangiumDocument, words: readonly string[]): Found[] {
  const own = !isLibrary(document.uri);
  const least = own ? quality.subsequence : quality.part;
  if (!own && words.join('').length < 2) return [];
  const uri = document.uri.toString();
  return entriesOf(document, own).flatMap(({ node, within }) => {
    const { name, kind, at } = headOf(node) ?? {};
    if (!name || !node.$cstNode || kind === undefined || at === undefined) return [];
    const found = match(words, name, within);
    if (found < least) return [];
    const containers = own || within.length > 0 ? within : [importPath(document.uri, document.uri)];
    const { range } = GrammarUtils.findNodeForProperty(node.$cstNode, at) ?? node.$cstNode;
    const symbol: WorkspaceSymbol = {
      name,
      kind,
      location: { uri, range },
      ...(containers.length > 0 ? { containerName: containers.join('.') } : {}),
    };
    return [{ rank: 2 * found + (own ? 1 : 0), name, symbol }];
  });
}

interface Entry {
  readonly node: AstNode;
  /** Names of what it is in, outermost first. */
  readonly within: readonly string[];
}

function entriesOf(document: LangiumDocument, withLayers: boolean): Entry[] {
  const visit = (nodes: readonly AstNode[], within: readonly string[]): Entry[] =>
    nodes.flatMap(node => {
      if (!isListed(node)) return [];
      const inside = ast.isBlock(node)
        ? (node.body?.blocks ?? [])
        : ast.isWorkload(node) && withLayers
          ? node.items.filter(ast.isLayer)
          : [];
      return [{ node, within }, ...visit(inside, [...within, node.name])];
    });
  return visit((document.parseResult.value as ast.Document).declarations, []);
}

const isListed = (
  node: AstNode,
): node is ast.Block | ast.Component | ast.Workload | ast.Constant | ast.Layer =>
  ast.isBlock(node) ||
  ast.isComponent(node) ||
  ast.isWorkload(node) ||
  ast.isConstant(node) ||
  ast.isLayer(node);

/** How well a query fits a name, the better the larger. */
const quality = { none: 0, subsequence: 1, part: 2, wordStarts: 3, beginning: 4, same: 5 };

/** The last word is about the name, those before it about what it is in: `neural tile`. */
function match(words: readonly string[], name: string, within: readonly string[]): number {
  const about = words.at(-1);
  if (about === undefined) return quality.subsequence;
  const around = within.join(' ');
  const inPlace = words.slice(0, -1).every(word => fit(word, around) > quality.none);
  return inPlace ? fit(about, name) : quality.none;
}

function fit(query: string, name: string): number {
  const [wanted, given] = [query.toLowerCase(), name.toLowerCase()];
  if (given === wanted) return quality.same;
  if (given.startsWith(wanted)) return quality.beginning;
  if (fitsWordStarts(wanted, wordsOf(name).slice(0, mostWords))) return quality.wordStarts;
  if (given.includes(wanted)) return quality.part;
  return isSubsequence(wanted, given) ? quality.subsequence : quality.none;
}

/** `NeuralPIM` → `neural`, `pim`; `max-pool4` → `max`, `pool`, `4`. */
const wordsOf = (name: string): string[] =>
  (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+/gu) ?? []).map(word => word.toLowerCase());

/** Longer names are looked at no further, so that no name takes long. */
const mostWords = 8;

/** Whether a query is made of beginnings of some of the words, in their order. */
function fitsWordStarts(query: string, words: readonly string[]): boolean {
  if (query === '') return true;
  const [word, ...others] = words;
  if (word === undefined) return false;
  let length = 0;
  while (length < word.length && word[length] === query[length]) length++;
  for (; length > 0; length--) if (fitsWordStarts(query.slice(length), others)) return true;
  return fitsWordStarts(query, others);
}

function isSubsequence(query: string, name: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === query[at]) at++;
  return at >= query.length;
}
