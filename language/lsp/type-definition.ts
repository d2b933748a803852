import type { AstNode, LangiumDocument } from 'langium';
import type { TypeDefinitionProvider } from 'langium/lsp';
import type { TypeDefinitionParams } from 'vscode-languageserver';
import type { LocationLink } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { linksTo } from './navigation/links.ts';
import { leafAt, type Named, namedAt, nameOf } from './navigation/named.ts';
import { componentOf } from './navigation/overrides.ts';

/**
 * From a part, a property or a parameter to the component or block it is made of; for a parameter that is its default. From a
 * definition to what it extends. Kinds, such as `adc`, stand in no text.
 */
export class PimTypeDefinitionProvider implements TypeDefinitionProvider {
  getTypeDefinition(
    document: LangiumDocument,
    { position }: TypeDefinitionParams,
  ): LocationLink[] | undefined {
    const leaf = leafAt(document, position);
    if (!leaf) return undefined;
    const types = namedAt(leaf).flatMap(node => typeOf(node, nameOf(node)?.offset === leaf.offset) ?? []);
    return linksTo(types, leaf);
  }
}

function typeOf(node: AstNode, isItsName: boolean): Named | undefined {
  if (ast.isComponent(node) || ast.isBlock(node)) return isItsName ? node.base?.ref : node;
  return ast.isParameter(node) || ast.isProperty(node) ? componentOf(node.value) : undefined;
}
