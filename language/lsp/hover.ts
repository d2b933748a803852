import {
  type AstNode,
  AstUtils,
  CstUtils,
  GrammarUtils,
  type LangiumDocument,
  type LangiumDocuments,
  type LeafCstNode,
} from 'langium';
import type { HoverProvider, LangiumServices } from 'langium/lsp';
import type { HoverParams } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver-types';
import { findUnit } from '../../simulator/units/index.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import * as ast from '../generated/ast.ts';
import { importedDocuments } from '../scope/imports.ts';
import { parameterOfArgument } from '../syntax/arguments.ts';
import { functions } from '../types/functions.ts';
import { parameterOf } from '../types/schema.ts';
import { documentationText, metricText, paragraphs, signatureText, unitText, wordText } from './describe.ts';
import { allowedAt, checkText } from './hover/check.ts';
import { chipText } from './hover/chip.ts';
import { componentText, kindText, partText } from './hover/component.ts';
import { declaredText, memberText, propertyText } from './hover/value.ts';
import { layerText, workloadText } from './hover/workload.ts';
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
    const named = ast.isEvaluation(leaf.astNode)
      ? leaf.astNode.workloads
      : ast.isLayer(leaf.astNode)
        ? leaf.astNode.inputs
        : [];
    const reference = named.find(({ $refNode }) => $refNode?.offset === leaf.offset);
    const text = reference ? this.targetText(reference.ref) : this.nodeText(leaf.astNode, feature);
    return text || (keywordDocs.get(leaf.text) ?? '');
  }

  /** What there is to say about one word of a node: the one that `feature` of it came from. */
  private nodeText(node: AstNode, feature: string): string {
    switch (node.$type) {
      case 'Property':
        return feature === 'name' ? propertyText(node as ast.Property, this.elaborations) : '';
      case 'NumberLiteral':
        return this.numberText(node as ast.NumberLiteral, feature);
      case 'NameReference':
        return this.referenceText(node as ast.NameReference, feature);
      case 'Component':
        return this.componentWord(node as ast.Component, feature);
      case 'Block':
        return feature === 'base'
          ? this.targetText((node as ast.Block).base?.ref)
          : feature === 'name'
            ? this.targetText(node)
            : '';
      case 'Part':
        return feature === 'what' ? this.partTarget(node as ast.Part) : '';
      case 'ChipUse':
        return this.targetText((node as ast.ChipUse).chip?.ref);
      case 'Normalise':
        return feature === 'chip'
          ? this.targetText((node as ast.Normalise).chip?.ref)
          : metricText((node as ast.Normalise).measure);
      case 'Workload':
        return feature === 'name' ? this.targetText(node) : '';
      case 'Layer':
        return feature === 'kind' || feature === 'name'
          ? layerText(node as ast.Layer, this.elaborations)
          : '';
      case 'Step':
        return layerText(node as ast.Step, this.elaborations);
      case 'Parameter':
      case 'Constant':
        return feature === 'name' ? declaredText(node as ast.Parameter | ast.Constant) : '';
      case 'Argument':
        return argumentText(node as ast.Argument);
      case 'Call':
        return feature === 'function' ? functionText((node as ast.Call).function) : '';
      case 'Import':
        return feature === 'path' ? this.importText(node as ast.Import) : '';
      default:
        return '';
    }
  }

  private numberText(node: ast.NumberLiteral, feature: string): string {
    const unit = node.unit === undefined ? undefined : findUnit(node.unit);
    if (feature === 'unit') return unit ? unitText(unit) : '';
    const owner = node.$container;
    return ast.isProperty(owner) ? propertyText(owner, this.elaborations) : '';
  }

  private referenceText(node: ast.NameReference, feature: string): string {
    const { target, member, workload, $container } = node;
    if (feature === 'workload') return this.targetText(workload?.ref);
    if (feature === 'member' && member)
      return ast.isComponent(target.ref) ? memberText(target.ref, member) : metricText(member);
    if (target.ref) return this.targetText(target.ref);
    return ast.isProperty($container) ? this.wordOf($container, target.$refText) : '';
  }

  /** A word such as `differential`, with the property it is said about. */
  private wordOf(property: ast.Property, word: string): string {
    const parameter = parameterOf(property);
    const about = parameter ? wordText(word, parameter) : '';
    return paragraphs(about && `\`${word}\`: ${about}`, propertyText(property, this.elaborations));
  }

  private componentWord(node: ast.Component, feature: string): string {
    if (feature === 'kind') return kindText(node.kind ?? '');
    if (feature === 'base') return this.targetText(node.base?.ref);
    return feature === 'name' ? componentText(node) : '';
  }

  private partTarget(part: ast.Part): string {
    const target = part.what?.ref;
    return ast.isComponent(target) ? partText(part, target, this.elaborations) : this.targetText(target);
  }

  /** A declaration, wherever it is named. */
  private targetText(node: AstNode | undefined): string {
    if (ast.isComponent(node)) return componentText(node);
    if (ast.isBlock(node)) return chipText(node, this.elaborations);
    if (ast.isWorkload(node)) return workloadText(node, this.elaborations);
    if (ast.isLayer(node)) return layerText(node, this.elaborations);
    return ast.isParameter(node) || ast.isConstant(node) ? declaredText(node) : '';
  }

  /** The definitions an import brings in. */
  private importText(node: ast.Import): string {
    const found = importedDocuments(this.documents, AstUtils.getDocument(node).uri, node.path);
    const declared = found.flatMap(document => (document.parseResult.value as ast.Document).declarations);
    return declared
      .flatMap(each =>
        'name' in each && each.name ? [`- \`${each.name}\` ${firstLine(documentationText(each))}`] : [],
      )
      .join('\n');
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

const firstLine = (text: string): string => text.split('\n')[0]!;

function argumentText(argument: ast.Argument): string {
  const parameter = parameterOfArgument(argument);
  return parameter ? declaredText(parameter) : '';
}

function functionText(name: string): string {
  const called = functions.get(name);
  return called ? paragraphs(`\`${signatureText(called)}\``, called.doc) : '';
}
