import { AstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { LocationLink, Range } from 'vscode-languageserver-types';
import { type Named, nameOf } from './named.ts';

/** The way from a word to where something is named; undefined for what the parser made up after a syntax error. */
export function linkTo(node: Named, from: LeafCstNode): LocationLink | undefined {
  const name = nameOf(node);
  if (!name || !node.$cstNode) return undefined;
  return {
    originSelectionRange: from.range,
    targetUri: AstUtils.getDocument(node).uri.toString(),
    targetRange: node.$cstNode.range,
    targetSelectionRange: name.range,
  };
}

export function linksTo(nodes: readonly Named[], from: LeafCstNode): LocationLink[] {
  return nodes.flatMap(node => linkTo(node, from) ?? []);
}

/** The way from an import to the beginning of a file. */
export function linkToFile({ uri }: LangiumDocument, from: LeafCstNode): LocationLink {
  return {
    originSelectionRange: from.range,
    targetUri: uri.toString(),
    targetRange: beginning,
    targetSelectionRange: beginning,
  };
}

const beginning: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
