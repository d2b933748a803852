import {
  type AstNode,
  AstUtils,
  CstUtils,
  GrammarUtils,
  type LangiumDocument,
  type LangiumDocuments,
  type LeafCstNode,
  type Reference,
} from 'langium';
import type { HoverProvider, LangiumServices } from 'langium/lsp';
import type { HoverParams } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver-types';
import { articles, type DimensionName, findUnit } from '../../simulator/units/index.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import * as ast from '../generated/ast.ts';
import { parameterOfArgument } from '../syntax/arguments.ts';
import { functions } from '../types/functions.ts';
import { parameterOf } from '../types/schema.ts';
import { metricText, paragraphs, signatureText, unitText, wordText } from './describe.ts';
import { allowedAt, checkText } from './hover/check.ts';
import { chipText } from './hover/chip.ts';
import { componentText, kindText, partText } from './hover/component.ts';
import { conditionText } from './hover/condition.ts';
import { countText } from './hover/count.ts';
import { expressionText } from './hover/expression.ts';
import { importText } from './hover/import.ts';
import { layerText } from './hover/layer.ts';
import { occurrenceText } from './hover/occurrence.ts';
import { declaredText, memberText, propertyText } from './hover/value.ts';
import { workloadText } from './hover/workload.ts';
import { occurrencesOf } from './occurrences.ts';
import { keywordDocs } from './words.ts';

/** Says of the word under the pointer what it is, what it comes to, and where that comes from. */
export class PimHoverProvider implements HoverProvider {
  private readonly elaborations: Elaborations;
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices, elaborations: Elaborations) {
    this.elaborations = elaborations;
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
    if (leaf?.hidden) return commentHover(document, leaf, offset);
    if (!leaf) return undefined;
    const value = this.textFor(leaf);
    return value ? { contents: { kind: 'markdown', value }, range: leaf.range } : undefined;
  }

  private textFor(leaf: LeafCstNode): string {
    const feature = GrammarUtils.findAssignment(leaf)?.feature ?? '';
    const text = this.nodeText(leaf.astNode, feature, leaf);
    return text || (keywordDocs.get(leaf.text) ?? '');
  }

  /** What there is to say about one word of a node: the one that `feature` of it came from. */
  private nodeText(node: AstNode, feature: string, leaf: LeafCstNode): string {
    switch (node.$type) {
      case 'Property':
        return feature === 'name' ? propertyText(node as ast.Property, this.elaborations) : '';
      case 'NumberLiteral':
        return this.numberText(node as ast.NumberLiteral, feature);
      case 'NameReference':
        return this.referenceText(node as ast.NameReference, leaf.text === '.' ? 'member' : feature);
      case 'Binary':
      case 'Negation':
      case 'List':
      case 'Range':
        return expressionText(node as ast.Expression);
      case 'Conditional':
      case 'Comparison':
      case 'Junction':
      case 'Inversion':
        return conditionText(conditionOf(node as ast.Conditional | ast.Condition), leaf.text);
      case 'Component':
      case 'Block':
        return this.declarationWord(node as ast.Component | ast.Block, feature);
      case 'InlineBlock':
        return occurrenceText(occurrencesOf(node as ast.InlineBlock, this.elaborations));
      case 'Part':
        return feature === 'what'
          ? this.partTarget(node as ast.Part)
          : countText(node as ast.Part, this.elaborations);
      case 'Count':
        return countText((node as ast.Count).$container, this.elaborations);
      case 'ChipUse':
        return this.targetText((node as ast.ChipUse).chip?.ref, node);
      case 'Normalise':
        return feature === 'chip'
          ? this.targetText((node as ast.Normalise).chip?.ref, node)
          : metricText((node as ast.Normalise).measure);
      case 'Evaluation':
        return this.listedText((node as ast.Evaluation).workloads, node, leaf);
      case 'Workload':
        return feature === 'name' ? this.targetText(node, node) : '';
      case 'Layer':
        return feature === 'inputs'
          ? this.listedText((node as ast.Layer).inputs, node, leaf)
          : this.targetText(node, node);
      case 'Step':
      case 'Size':
        return layerText(stepAround(node), this.elaborations, AstUtils.getDocument(node));
      case 'Parameter':
        return feature === 'type'
          ? typeText((node as ast.Parameter).type ?? '')
          : feature === 'name'
            ? declaredText(node as ast.Parameter)
            : '';
      case 'Constant':
        return feature === 'name' ? declaredText(node as ast.Constant) : '';
      case 'Argument':
        return argumentText(node as ast.Argument);
      case 'Call':
        return feature === 'function' ? functionText(node as ast.Call) : '';
      case 'Import':
        if (feature === 'path') return importText(node as ast.Import, this.documents);
        // The same word introduces the inputs of a layer.
        return leaf.text === 'from' ? (keywordDocs.get('import') ?? '') : '';
      case 'ImportedName':
        return feature ? this.targetText((node as ast.ImportedName).target.ref, node) : '';
      default:
        return '';
    }
  }

  /** The one of several names in a row that the pointer is on. */
  private listedText(references: readonly Reference[], from: AstNode, { offset }: LeafCstNode): string {
    const reference = references.find(({ $refNode }) => $refNode?.offset === offset);
    return reference ? this.targetText(reference.ref, from) : '';
  }

  private numberText(node: ast.NumberLiteral, feature: string): string {
    if (feature === 'unit') {
      const unit = findUnit(node.unit ?? '');
      return unit ? unitText(unit, node.value) : '';
    }
    const owner = outermost(node).$container;
    if (ast.isProperty(owner)) return propertyText(owner, this.elaborations);
    if (ast.isParameter(owner) || ast.isConstant(owner)) return declaredText(owner);
    if (ast.isArgument(owner)) return argumentText(owner);
    if (ast.isInput(owner)) return keywordDocs.get('input') ?? '';
    return ast.isCount(owner) ? countText(owner.$container, this.elaborations) : '';
  }

  private referenceText(node: ast.NameReference, feature: string): string {
    const { target, member, workload } = node;
    if (feature === 'workload') return this.targetText(workload?.ref, node);
    if (feature === 'member' && member)
      return ast.isComponent(target.ref) ? memberText(target.ref, member, node) : metricText(member);
    if (target.ref) return this.targetText(target.ref, node);
    const owner = outermost(node).$container;
    if (ast.isProperty(owner)) return this.wordOf(owner, target.$refText);
    const about = ast.isComparison(owner) ? otherSide(owner, node) : owner;
    if (ast.isArgument(about)) return argumentText(about);
    return ast.isParameter(about) ? declaredText(about) : '';
  }

  /** A word such as `differential`, with the property it is said about. */
  private wordOf(property: ast.Property, word: string): string {
    const parameter = parameterOf(property);
    const about = parameter ? wordText(word, parameter) : '';
    return paragraphs(about && `\`${word}\`: ${about}`, propertyText(property, this.elaborations));
  }

  private declarationWord(node: ast.Component | ast.Block, feature: string): string {
    if (feature === 'kind' && ast.isComponent(node)) return kindText(node.kind ?? '');
    if (feature === 'base') return this.targetText(node.base?.ref, node);
    return feature === 'name' ? this.targetText(node, node) : '';
  }

  private partTarget(part: ast.Part): string {
    const target = part.what?.ref;
    if (ast.isComponent(target)) return partText(part, target, this.elaborations);
    return this.targetText(target, part);
  }

  /** A declaration, wherever it is named. */
  private targetText(node: AstNode | undefined, from: AstNode): string {
    const document = AstUtils.getDocument(from);
    if (ast.isComponent(node)) return componentText(node);
    if (ast.isBlock(node)) return chipText(node, this.elaborations);
    if (ast.isWorkload(node)) return workloadText(node, this.elaborations, document);
    if (ast.isLayer(node)) return layerText(node, this.elaborations, document);
    return ast.isParameter(node) || ast.isConstant(node) ? declaredText(node) : '';
  }
}

/** In a comment only the rules that it silences have a meaning. */
function commentHover(
  { textDocument }: LangiumDocument,
  comment: LeafCstNode,
  offset: number,
): Hover | undefined {
  const allowed = allowedAt(comment, offset);
  if (!allowed) return undefined;
  const range = {
    start: textDocument.positionAt(allowed.offset),
    end: textDocument.positionAt(allowed.offset + allowed.length),
  };
  return { contents: { kind: 'markdown', value: checkText(allowed.check) }, range };
}

/** A step, or the one that a size belongs to. */
const stepAround = (node: AstNode): ast.Step => (ast.isSize(node) ? node.$container : (node as ast.Step));

function conditionOf(node: ast.Conditional | ast.Condition): ast.Condition {
  return ast.isConditional(node) ? node.condition : node;
}

/** The parameter that a word is compared with. */
function otherSide({ left, right }: ast.Comparison, word: ast.NameReference): AstNode | undefined {
  const other = word === left ? right : left;
  return ast.isNameReference(other) ? other.target.ref : undefined;
}

/** The whole calculation that something is part of. */
function outermost(node: ast.Expression): ast.Expression {
  let outer = node;
  while (ast.isExpression(outer.$container)) outer = outer.$container;
  return outer;
}

function argumentText(argument: ast.Argument): string {
  const parameter = parameterOfArgument(argument);
  return parameter ? declaredText(parameter) : '';
}

function functionText(call: ast.Call): string {
  const called = functions.get(call.function);
  return called ? paragraphs(expressionText(call), `\`${signatureText(called)}\``, called.doc) : '';
}

/** What a parameter may be of: a kind of component, or whatever a number measures. */
function typeText(type: string): string {
  if (Object.hasOwn(articles, type)) return `\`${type}\`: ${articles[type as DimensionName]}`;
  return kindText(type);
}
