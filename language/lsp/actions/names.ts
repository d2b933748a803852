import type { AstNode, LangiumDocuments } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import * as ast from '../../generated/ast.ts';
import { visit } from '../../syntax/visit.ts';
import { isWithin } from '../../syntax/within.ts';

/** A name like `wanted` that no file uses for anything, so that giving it to something changes the meaning of no other word. */
export function freshName(wanted: string, documents: LangiumDocuments): string {
  const used = new Set(
    documents.all
      .toArray()
      .flatMap(document => document.textDocument.getText().replaceAll(comment, '').match(identifier) ?? []),
  );
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!used.has(name)) return name;
  }
}

const comment = /\/\*[\s\S]*?\*\/|\/\/.*/g;
const identifier =
  /[A-Za-z_\u00B5\u00C0-\u024F\u0370-\u03FF][\w\u00B5\u00C0-\u024F\u0370-\u03FF]*(?:-[A-Za-z]\w*)*/g;

/** `bits-energy` as `bitsEnergy`. */
export const camelCased = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `ADC` as `adc`, `RowDriver` as `rowDriver`. */
export const uncapitalised = (name: string): string =>
  name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, letters => letters.toLowerCase());

export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A name used in an expression or as a part, and what it stands for; nothing for a word such as `differential`. */
export interface UsedName {
  readonly name: string;
  readonly node: AstNode;
  readonly target: AstNode | undefined;
}

/** All names that a node uses and does not declare itself. */
export function namesUsedIn(node: AstNode): UsedName[] {
  const used: UsedName[] = [];
  visit(node, each => {
    if (ast.isNameReference(each)) {
      used.push({ name: each.target.$refText, node: each, target: each.target.ref });
      if (each.workload) used.push({ name: each.workload.$refText, node: each, target: each.workload.ref });
    }
    if (ast.isPart(each) && each.what)
      used.push({ name: each.what.$refText, node: each, target: each.what.ref });
    if ((ast.isBlock(each) || ast.isComponent(each)) && each.base)
      used.push({ name: each.base.$refText, node: each, target: each.base.ref });
  });
  return used.filter(({ target }) => !target || !isWithin(target, node));
}

/** What a name would stand for in an expression at a node. */
export function meaningAt(node: AstNode, name: string, services: LangiumServices): AstNode | undefined {
  const scope = services.references.ScopeProvider.getScope({
    container: { $type: ast.NameReference.$type, $container: node },
    property: 'target',
    reference: { $refText: name, ref: undefined },
  });
  return scope.getElement(name)?.node;
}

/** Whether something is known only inside the braces or parentheses it stands in. */
export const isLocal = (node: AstNode): boolean => ast.isParameter(node) || !ast.isDocument(node.$container);
