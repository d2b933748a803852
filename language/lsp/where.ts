import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import type { Location } from 'vscode-languageserver-types';
import { isLibrary } from '../library/address.ts';
import { importPath } from '../scope/imports.ts';

/** Where a node is named, or begins where it has no name; undefined for one that stands in no text. */
export function locationOf(node: AstNode): Location | undefined {
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? node.$cstNode;
  return cst && { uri: AstUtils.getDocument(node).uri.toString(), range: cst.range };
}

/**
 * A place in Markdown, as seen from a node: `[line 12](…)`, or with the path an import would name where it lies in another
 * file. Places in the library carry no link, as editors open none of its address from a text.
 */
export function whereText(node: AstNode, from: AstNode): string {
  const location = locationOf(node);
  if (!location) return '';
  const line = location.range.start.line + 1;
  const [there, here] = [AstUtils.getDocument(node).uri, AstUtils.getDocument(from).uri];
  const label =
    there.toString() === here.toString() ? `line ${line}` : `${importPath(here, there)}, line ${line}`;
  return isLibrary(there) || there.scheme !== 'file' ? label : `[${label}](${location.uri}#L${line})`;
}
