import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { LangiumServices, TypeHierarchyProvider } from 'langium/lsp';
import type {
  TypeHierarchyItem,
  TypeHierarchyPrepareParams,
  TypeHierarchySubtypesParams,
  TypeHierarchySupertypesParams,
} from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import { childrenOf, parentsOf } from './navigation/descendants.ts';
import { ownFirst } from './navigation/files.ts';
import { instanceAt, itemOf, nodeOf } from './navigation/items.ts';
import type { Named } from './navigation/named.ts';

/** What components and blocks extend and are extended by; an inner block also goes on from the one it is said anew of. */
export class PimTypeHierarchyProvider implements TypeHierarchyProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  prepareTypeHierarchy(
    document: LangiumDocument,
    { position }: TypeHierarchyPrepareParams,
  ): TypeHierarchyItem[] | undefined {
    const node = instanceAt(document, position);
    const items = node ? itemsOf([node]) : [];
    return items.length > 0 ? items : undefined;
  }

  supertypes({ item }: TypeHierarchySupertypesParams): TypeHierarchyItem[] {
    const node = nodeOf(item, this.documents);
    return node ? itemsOf(parentsOf(node)) : [];
  }

  subtypes({ item }: TypeHierarchySubtypesParams): TypeHierarchyItem[] {
    const node = nodeOf(item, this.documents);
    return node ? itemsOf(childrenOf(node, ownFirst(this.documents))) : [];
  }
}

function itemsOf(nodes: readonly Named[]): TypeHierarchyItem[] {
  return nodes.filter(isExtendable).flatMap(node => itemOf(node) ?? []);
}

const isExtendable = (node: Named): node is ast.Component | ast.Block =>
  ast.isComponent(node) || ast.isBlock(node);
