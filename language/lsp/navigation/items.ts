import { AstUtils, type LangiumDocument, type LangiumDocuments, URI } from 'langium';
import { type Range, SymbolKind } from 'vscode-languageserver-types';
import { description } from '../../../simulator/index.ts';
import * as ast from '../../generated/ast.ts';
import { kindOf } from '../../types/schema.ts';
import { leafAt, type Named, namedAt, nameOf } from './named.ts';

/** What stands in a tree of a hierarchy, as both hierarchies of the protocol have it. */
export interface Item {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly uri: string;
  readonly range: Range;
  readonly selectionRange: Range;
}

/** What a tree can hold: definitions, blocks written on the spot, and parameters that stand for components. */
export type Instance = ast.Component | ast.Block | ast.Part | ast.Parameter;

/** The item of a node; undefined for what the parser made up after a syntax error. */
export function itemOf(node: Instance, detail = kindText(node)): Item | undefined {
  const name = nameOf(node);
  if (!name || !node.$cstNode) return undefined;
  return {
    name: name.text,
    detail,
    kind: symbolKind(node),
    uri: AstUtils.getDocument(node).uri.toString(),
    range: node.$cstNode.range,
    selectionRange: name.range,
  };
}

/** The node an item was made of, if the text still has it there. */
export function nodeOf(
  { uri, selectionRange }: Pick<Item, 'uri' | 'selectionRange'>,
  documents: LangiumDocuments,
): Named | undefined {
  const document = documents.getDocument(URI.parse(uri));
  const leaf = document && leafAt(document, selectionRange.start);
  return leaf && namedAt(leaf)[0];
}

/** What a word stands for that a tree can begin with. */
export function instanceAt(document: LangiumDocument, position: Range['start']): Instance | undefined {
  const leaf = leafAt(document, position);
  return leaf && namedAt(leaf).find(isInstance);
}

export function isInstance(node: Named | undefined): node is Instance {
  return (
    ast.isComponent(node) ||
    ast.isBlock(node) ||
    ast.isPart(node) ||
    (ast.isParameter(node) && standsForComponent(node))
  );
}

/** In one word what an instance is: `adc`, `tile`. */
export function kindText(node: Instance): string {
  if (ast.isComponent(node)) return kindOf(node) ?? 'component';
  if (ast.isPart(node)) return node.inline?.level ?? '';
  return ast.isBlock(node) ? node.level : `${node.type ?? ''} parameter`.trim();
}

function standsForComponent({ type, value }: ast.Parameter): boolean {
  const isNamed = ast.isNameReference(value) && ast.isComponent(value.target.ref);
  return isNamed || description.components.has(type ?? '');
}

function symbolKind(node: Instance): SymbolKind {
  if (ast.isComponent(node)) return SymbolKind.Class;
  if (ast.isParameter(node)) return SymbolKind.TypeParameter;
  return ast.isBlock(node) && node.level === 'chip' ? SymbolKind.Module : SymbolKind.Struct;
}
