import { type AstNode, AstUtils, UriUtils } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { importPath } from '../scope/imports.ts';
import { meaningAt } from './actions/names.ts';
import type { Mention } from './navigation/mentions.ts';
import { type Named, nameOf } from './navigation/named.ts';

/** What a name stands for already where something is mentioned that is to have it: it would be defined twice, or mean the other. */
export function takenAt(
  { node, role }: Pick<Mention, 'node' | 'role'>,
  name: string,
  services: LangiumServices,
): AstNode | undefined {
  switch (role) {
    case 'given':
      // Which parameter is meant is looked for in one list only, that of its declaration.
      return undefined;
    case 'import':
      // Under a name of its own, what is imported is known by that one.
      return ast.isImportedName(node) && node.name ? undefined : meaningOnTop(node, name, services);
    case 'declaration':
    case 'override':
      return besides(node).find(each => each !== node && nameOf(each)?.text === name) ?? around(node);
    case 'read':
      return ast.isEvaluation(node) ? workloadAt(node, name, services) : meaningAt(node, name, services);
  }

  function around(declared: AstNode): AstNode | undefined {
    if (ast.isLayer(declared) || ast.isNameReference(declared) || !declared.$container) return undefined;
    return ast.isWorkload(declared)
      ? workloadAt(declared.$container, name, services)
      : meaningAt(declared.$container, name, services);
  }
}

/** What a name stands for in a file outside all braces. */
export function meaningOnTop(node: AstNode, name: string, services: LangiumServices): AstNode | undefined {
  const root = AstUtils.getDocument(node).parseResult.value;
  return meaningAt(root, name, services) ?? workloadAt(root, name, services);
}

/** A thing in the words of a message: `a component of parts.pim`. */
export function thingText(node: AstNode, from: AstNode): string {
  const [there, here] = [AstUtils.getDocument(node).uri, AstUtils.getDocument(from).uri];
  const file = isLibrary(there) ? importPath(here, there) : UriUtils.basename(there);
  return `a ${wordFor(node)} of ${file}`;
}

/** What is defined in the same list or braces, and so must have another name. */
function besides({ $container: around }: AstNode): readonly Named[] {
  if (ast.isDocument(around)) return around.declarations.filter(each => !ast.isEvaluation(each));
  if (ast.isBody(around))
    return [...around.blocks, ...around.constants, ...around.entries.filter(ast.isPart)];
  if (ast.isWorkload(around)) return around.items.filter(ast.isLayer);
  if (ast.isList(around)) return around.items.filter(ast.isNameReference);
  return ast.isBlock(around) || ast.isComponent(around) ? around.parameters : [];
}

function workloadAt(node: AstNode, name: string, { references }: LangiumServices): AstNode | undefined {
  const scope = references.ScopeProvider.getScope({
    container: { $type: ast.Evaluation.$type, $container: node },
    property: 'workloads',
    reference: { $refText: name, ref: undefined },
  });
  return scope.getElement(name)?.node;
}

function wordFor(node: AstNode): string {
  if (ast.isBlock(node)) return node.level;
  if (ast.isPart(node)) return node.inline?.level ?? 'part';
  return ast.isNameReference(node) ? 'word' : node.$type.toLowerCase();
}
