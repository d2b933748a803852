import { type AstNode, type CstNode, GrammarUtils, type LangiumDocument } from 'langium';
import * as ast from '../../generated/ast.ts';
import { visit, visitReferences } from '../../syntax/visit.ts';
import { isOverridable, originsOf } from './overrides.ts';
import { membersOf, type Named, nameOf, wordOf } from './named.ts';

/** A place where something is named. */
export interface Mention {
  readonly document: LangiumDocument;
  readonly name: CstNode;
  readonly role: Role;
  /** The node whose name or reference it is. */
  readonly node: AstNode;
}

/**
 * `declaration` where it is defined or first spoken of, `override` where it is said anew, `given` where a parameter gets its
 * value, `import` where a file lets it in or gives it another name, `read` everywhere else.
 */
export type Role = 'declaration' | 'override' | 'given' | 'import' | 'read';

/**
 * Every place in some documents that names the same as a node does. What overrides each other is the same: a property of a
 * component, of what extends it, and of the braces of a part made of it.
 */
export function mentionsOf(node: Named, documents: Iterable<LangiumDocument>): Mention[] {
  const isSame = sameAs(node);
  return [...documents].flatMap(document => mentionsIn(document, isSame));
}

type IsSame = (other: AstNode | undefined) => boolean;

function mentionsIn(document: LangiumDocument, isSame: IsSame): Mention[] {
  const root = document.parseResult.value;
  const found: Mention[] = [];
  const add = (node: AstNode, name: CstNode | undefined, role: Role) => {
    if (name) found.push({ document, name, role, node });
  };
  visit(root, node => {
    if (isSame(node)) add(node, nameOf(node as Named), isAnew(node) ? 'override' : 'declaration');
    if (ast.isImportedName(node) && isSame(node.target.ref))
      add(node, GrammarUtils.findNodeForProperty(node.$cstNode, 'name'), 'import');
    if (ast.isNameReference(node)) {
      const word = wordOf(node);
      if (word && word !== node && isSame(word)) add(node, node.$cstNode, 'read');
      if (membersOf(node).some(isSame))
        add(node, GrammarUtils.findNodeForProperty(node.$cstNode, 'member'), 'read');
    }
  });
  visitReferences(root, ({ container, reference }) => {
    if ('ref' in reference && isSame(reference.ref)) add(container, reference.$refNode, roleOf(container));
  });
  return found.sort((a, b) => a.name.offset - b.name.offset);
}

function sameAs(node: Named): IsSame {
  if (!isOverridable(node)) return other => other === node;
  const origins = originsOf(node);
  const name = nameOf(node)?.text;
  const known = new Map<AstNode, boolean>();
  return other => {
    if (other === node) return true;
    if (other?.$type !== node.$type || !isOverridable(other) || nameOf(other)?.text !== name) return false;
    let same = known.get(other);
    if (same === undefined) known.set(other, (same = [...originsOf(other)].some(each => origins.has(each))));
    return same;
  };
}

const isAnew = (node: AstNode): boolean => isOverridable(node) && !originsOf(node).has(node);

function roleOf(container: AstNode): Role {
  if (ast.isImportedName(container)) return 'import';
  return ast.isArgument(container) ? 'given' : 'read';
}
