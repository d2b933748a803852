import type { AstNode, LangiumDocument } from 'langium';
import * as ast from '../../generated/ast.ts';
import { visit } from '../../syntax/visit.ts';
import type { Named } from './named.ts';
import { isOverridable, overridden } from './overrides.ts';

/** What a node extends or overrides, without anything in between. */
export function parentsOf(node: AstNode): readonly Named[] {
  const base = ast.isComponent(node) || ast.isBlock(node) ? node.base?.ref : undefined;
  return [...new Set([...(base ? [base] : []), ...(isOverridable(node) ? overridden(node) : [])])];
}

/** What extends or overrides a node, without anything in between. */
export function childrenOf(node: Named, documents: Iterable<LangiumDocument>): readonly Named[] {
  return kindredOf(node, documents).filter(each => parentsOf(each).includes(node));
}

/** Everything that extends or overrides a node, by whichever way. */
export function descendantsOf(node: Named, documents: Iterable<LangiumDocument>): readonly Named[] {
  const children = new Map<Named, Named[]>();
  for (const each of kindredOf(node, documents))
    for (const parent of parentsOf(each)) children.set(parent, [...(children.get(parent) ?? []), each]);
  // Grows while it is walked; what extends itself is met once.
  const found = new Set([node]);
  for (const each of found) children.get(each)?.forEach(child => found.add(child));
  found.delete(node);
  return [...found];
}

/** Whatever could extend or override a node. */
function kindredOf(node: Named, documents: Iterable<LangiumDocument>): readonly Named[] {
  const isKindred = (each: AstNode): each is Named =>
    each.$type === node.$type && (!ast.isProperty(node) || (each as ast.Property).name === node.name);
  const found: Named[] = [];
  for (const { parseResult } of documents)
    visit(parseResult.value, each => {
      if (isKindred(each)) found.push(each);
    });
  return found;
}
