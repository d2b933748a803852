import { type AstNode, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';

/** Everything a file is written with, comments included, in the order of the text. */
export function leavesOf(document: LangiumDocument): readonly LeafCstNode[] {
  const root = document.parseResult.value.$cstNode;
  return root ? CstUtils.flattenCst(root).toArray() : [];
}

/** The definition or entry that begins with a token, else the one the token is in; none begins where braces end. */
export const itemFrom = (leaf: LeafCstNode): AstNode | undefined =>
  leaf.text === '}'
    ? undefined
    : (outermost(leaf, item => item.$cstNode?.offset === leaf.offset) ?? itemAround(leaf.astNode));

/** The definition or entry that ends with a token, else the one the token is in. */
export const itemUpTo = (leaf: LeafCstNode): AstNode | undefined =>
  outermost(leaf, item => item.$cstNode?.end === leaf.end) ?? itemAround(leaf.astNode);

/** The definition or entry a node belongs to: what has a line of its own. */
export function itemAround(node: AstNode | undefined): AstNode | undefined {
  for (let each = node; each; each = each.$container) if (isItem(each)) return each;
  return undefined;
}

function outermost(leaf: LeafCstNode, fits: (item: AstNode) => boolean): AstNode | undefined {
  let found: AstNode | undefined;
  for (let each: AstNode | undefined = leaf.astNode; each; each = each.$container)
    if (isItem(each) && fits(each)) found = each;
  return found;
}

const isItem = ({ $containerProperty }: AstNode): boolean => lists.has($containerProperty ?? '');

/** The lists that the grammar separates by lines. */
const lists: ReadonlySet<string> = new Set([
  ...['imports', 'declarations', 'entries', 'blocks', 'constants', 'conditionals', 'items', 'statements'],
]);
