import {
  type AstNode,
  type CstNode,
  CstUtils,
  GrammarUtils,
  type LangiumDocument,
  type LeafCstNode,
} from 'langium';
import type { Position } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { parameterOfArgument } from '../../syntax/arguments.ts';
import { wordsOf } from '../../types/infer.ts';
import { propertiesNamed } from './overrides.ts';

/**
 * Whatever a name can stand for. A part stands for the block written on the spot, `4 × pe P { … }`; a name in a list of a
 * parameter for the word it is, `style in [lean, rich]`.
 */
export type Named =
  | ast.Component
  | ast.Block
  | ast.Workload
  | ast.Constant
  | ast.Parameter
  | ast.Layer
  | ast.Property
  | ast.Part
  | ast.NameReference;

/** The word at a place, or the one that ends there. */
export function leafAt(document: LangiumDocument, position: Position): LeafCstNode | undefined {
  const offset = document.textDocument.offsetAt(position);
  const leaf = CstUtils.findDeclarationNodeAtOffset(
    document.parseResult.value.$cstNode,
    offset,
    wordCharacter,
  );
  return leaf?.hidden ? undefined : leaf;
}

const wordCharacter = /[\w\u00B5\u00C0-\u024F\u0370-\u03FF"]/;

/** What the word stands for. Several where both braces of an `if` say a property; none for keywords, kinds and units. */
export function namedAt(leaf: LeafCstNode): readonly Named[] {
  const feature = GrammarUtils.findAssignment(leaf)?.feature;
  const node = leaf.astNode;
  switch (feature) {
    case 'name':
      return declaredBy(node);
    case 'level':
      return ast.isInlineBlock(node) && !node.name ? [node.$container] : [];
    case 'member':
      return ast.isNameReference(node) ? membersOf(node) : [];
    case 'target': {
      const word = ast.isNameReference(node) && !node.target.ref ? wordOf(node) : undefined;
      return word ? [word] : referredBy(node, feature, leaf);
    }
    default:
      return feature === undefined ? [] : referredBy(node, feature, leaf);
  }
}

/** Where a name is given, as the part of the text that is the name. */
export function nameOf(node: Named): CstNode | undefined {
  if (ast.isPart(node)) {
    const inline = node.inline?.$cstNode;
    return (
      GrammarUtils.findNodeForProperty(inline, 'name') ?? GrammarUtils.findNodeForProperty(inline, 'level')
    );
  }
  return ast.isNameReference(node) ? node.$cstNode : GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
}

/** The properties that `A.rate` speaks of. */
export function membersOf({ target, member }: ast.NameReference): readonly ast.Property[] {
  return ast.isComponent(target.ref) && member !== undefined ? propertiesNamed(target.ref, member) : [];
}

/** The place in a parameter's list where a word is given its meaning. */
export function wordOf(node: ast.NameReference): ast.NameReference | undefined {
  const parameter = parameterSaidBy(node);
  const words =
    parameter && ast.isList(parameter.domain) ? parameter.domain.items.filter(ast.isNameReference) : [];
  return words.find(each => !each.target.ref && each.target.$refText === node.target.$refText);
}

function declaredBy(node: AstNode): readonly Named[] {
  if (ast.isInlineBlock(node)) return [node.$container];
  if (ast.isImportedName(node)) return namedBy(node.target.ref);
  return namedBy(node);
}

function namedBy(node: AstNode | undefined): readonly Named[] {
  const isNamed = [
    ast.isComponent,
    ast.isBlock,
    ast.isWorkload,
    ast.isConstant,
    ast.isParameter,
    ast.isLayer,
    ast.isProperty,
  ].some(is => is(node));
  return isNamed ? [node as Named] : [];
}

function referredBy(node: AstNode, feature: string, leaf: LeafCstNode): readonly Named[] {
  const value = (node as unknown as Record<string, unknown>)[feature];
  const references = (Array.isArray(value) ? value : [value]) as (
    | { $refNode?: CstNode; ref?: AstNode }
    | undefined
  )[];
  const reference = references.find(each => each?.$refNode?.offset === leaf.offset);
  return namedBy(reference?.ref);
}

/** The parameter whose words may stand where a name stands. */
function parameterSaidBy(node: ast.NameReference): ast.Parameter | undefined {
  const owner = node.$container;
  const parameter = ast.isArgument(owner)
    ? parameterOfArgument(owner)
    : ast.isComparison(owner)
      ? parameterNamed(node === owner.left ? owner.right : owner.left)
      : ast.isList(owner)
        ? owner.$container
        : owner;
  return ast.isParameter(parameter) && wordsOf(parameter) ? parameter : undefined;
}

function parameterNamed(expression: ast.Expression | undefined): AstNode | undefined {
  return ast.isNameReference(expression) ? expression.target.ref : undefined;
}
