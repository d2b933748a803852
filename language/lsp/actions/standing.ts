import type { AstNode } from 'langium';
import { partKey } from '../../elaborate/inherit.ts';
import * as ast from '../../generated/ast.ts';
import { bodiesOf } from '../../syntax/bodies.ts';
import type { Site } from './action.ts';

/**
 * Whether what a part is made of can get another name without changing what others say about it: parts are overridden by their
 * names, in blocks that extend the one around, where a block is used with braces, and in conditions beside it.
 */
export function standsAlone(part: ast.Part, site: Site): boolean {
  const body = part.$container;
  const others = bodiesOf(outermostOf(body)).filter(each => each !== body);
  const isOverridden = others.some(each =>
    each.entries.some(entry => ast.isPart(entry) && partKey(entry) === partKey(part)),
  );
  return !isOverridden && isOnlyHere(body, site);
}

/** Whether nothing extends a block around a node, and none of these blocks extends another. */
export function isOnlyHere(node: AstNode, site: Site): boolean {
  for (let each: AstNode | undefined = node; each; each = each.$container) {
    if (ast.isBlock(each) && (each.base || isExtended(each, site))) return false;
    // Braces behind the name of a block override what it holds.
    if (ast.isPart(each) && each.what && ast.isBody(node)) return false;
  }
  return true;
}

export function isExtended(block: ast.Block | ast.Component, { services }: Site): boolean {
  const { References } = services.references;
  const { LangiumDocuments } = services.shared.workspace;
  return References.findReferences(block, {}).some(({ sourceUri, sourcePath }) => {
    const root = LangiumDocuments.getDocument(sourceUri)?.parseResult.value;
    const source = root && services.workspace.AstNodeLocator.getAstNode(root, sourcePath);
    return (ast.isBlock(source) || ast.isComponent(source)) && source.base?.ref === block;
  });
}

/** The braces that a conditional, however deeply nested, stands in. */
function outermostOf(body: ast.Body): ast.Body {
  let outer = body;
  for (
    let each: AstNode | undefined = body.$container;
    ast.isConditional(each) || ast.isBody(each);
    each = each.$container
  )
    if (ast.isBody(each)) outer = each;
  return outer;
}
