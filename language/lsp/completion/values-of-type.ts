import type { AstNode } from 'langium';
import * as ast from '../../generated/ast.ts';
import { accepts } from '../../types/accepts.ts';
import { infer, typeOfDeclaration } from '../../types/infer.ts';
import { kindOf, parametersOf } from '../../types/schema.ts';
import type { Type } from '../../types/type.ts';
import type { Draft } from './draft.ts';
import type { Named } from './names.ts';
import { nodeAt, type Site } from './site.ts';
import { functionDrafts } from './values.ts';

/** Names of a type, and functions that give it. */
export function valuesOfType(
  site: Site,
  owner: number,
  expected: Type | undefined,
  without?: string,
): Draft[] {
  return [...fitting(site, namesOf(site, owner, without), expected), ...functionDrafts(expected)];
}

/** Constants, parameters and components that can be seen, less the one that is being defined. */
export function namesOf(site: Site, owner: number, without: string | undefined): Named[] {
  const at = nodeAt(owner, site);
  return site.names
    .inScope(at, ast.NameReference.$type, 'target')
    .filter(({ name, node }) => name !== without && !isAround(node, at));
}

const isAround = (node: AstNode, at: AstNode): boolean => ast.isConstant(node) && at.$container === node;

/**
 * Names of the expected type. Another one may still begin a calculation or lead to a member; it is offered once it has been
 * begun, after all that fits.
 */
function fitting(site: Site, names: readonly Named[], expected: Type | undefined): Draft[] {
  const known = names.flatMap(named => {
    const fits = isOfType(named.node, expected);
    const mayBegin = !fits && site.typed !== '' && mayStartCalculation(named.node);
    return fits || mayBegin ? [{ ...site.names.draft(named, site.document), rank: fits ? 3 : 8 }] : [];
  });
  const types =
    expected?.kind === 'componentOf' ? [ast.Component.$type] : site.typed ? [ast.Constant.$type] : [];
  const others = site.names
    .importable(site.document, types, names)
    .filter(({ node }) => isOfType(node, expected))
    .map(named => ({ ...site.names.draft(named, site.document), rank: 9 }));
  return [...known, ...others];
}

function isOfType(node: AstNode, expected: Type | undefined): boolean {
  if (ast.isComponent(node))
    return expected?.kind === 'componentOf' && kindOf(node) === expected.componentKind;
  if (!isValued(node)) return false;
  const found = typeOfDeclaration(node);
  if (!expected) return found.kind === 'quantity' || found.kind === 'list';
  if (expected.kind === 'choice')
    return found.kind === 'choice' && found.words.every(word => expected.words.includes(word));
  return found.kind !== 'error' && found.kind !== 'word' && accepts(expected, found);
}

const mayStartCalculation = (node: AstNode): boolean =>
  ast.isComponent(node)
    ? parametersOf(node) !== undefined
    : (ast.isConstant(node) && infer(node.value).kind === 'quantity') ||
      (ast.isParameter(node) && typeOfDeclaration(node).kind === 'quantity');

export const isValued = (node: AstNode): node is ast.Parameter | ast.Constant =>
  ast.isParameter(node) || ast.isConstant(node);
