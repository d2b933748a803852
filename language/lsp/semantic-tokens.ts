import { type AstNode, AstUtils, type LangiumDocument, type Reference } from 'langium';
import {
  AbstractSemanticTokenProvider,
  type SemanticTokenAcceptor,
  SemanticTokensBuilder,
} from 'langium/lsp';
import type { SemanticTokensOptions, SemanticTokensRangeParams } from 'vscode-languageserver';
import { type SemanticTokens, SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types';
import { description } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { wordsExpected } from '../types/expected-words.ts';

/**
 * Colours names by what they stand for, which a TextMate grammar cannot know: components as classes, chips and blocks as
 * structs, workloads as namespaces, parameters, constants and words as such. Numbers, texts and keywords are left to the grammar.
 */
export class PimSemanticTokenProvider extends AbstractSemanticTokenProvider {
  /** After an edit only what changed goes over the wire. */
  override get semanticTokensOptions(): SemanticTokensOptions {
    return { ...super.semanticTokensOptions, full: { delta: true } };
  }

  override async semanticHighlightRange(
    document: LangiumDocument,
    { range }: SemanticTokensRangeParams,
  ): Promise<SemanticTokens> {
    this.currentRange = range;
    this.currentDocument = document;
    // A builder of its own: that of the document remembers what a later difference is taken from.
    this.currentTokensBuilder = new SemanticTokensBuilder();
    await this.computeHighlighting(document, this.createAcceptor());
    return this.currentTokensBuilder.build();
  }

  /** Without a pause, as answers to two requests would otherwise end up in one another. */
  protected override computeHighlighting(
    document: LangiumDocument,
    accept: SemanticTokenAcceptor,
  ): Promise<void> {
    const range = this.currentRange;
    for (const node of AstUtils.streamAst(document.parseResult.value, range ? { range } : {}))
      this.highlightElement(node, accept);
    return Promise.resolve();
  }

  protected override highlightElement(node: AstNode, accept: SemanticTokenAcceptor): void {
    for (const token of tokensOf(node)) accept({ ...token, node });
  }
}

interface Token {
  readonly property: string;
  readonly index?: number;
  readonly type: string;
  readonly modifier: string[];
}

const declared = [SemanticTokenModifiers.declaration];
const defined = [...declared, SemanticTokenModifiers.definition];
const builtIn = [SemanticTokenModifiers.defaultLibrary];

function tokensOf(node: AstNode): Token[] {
  switch (node.$type) {
    case 'Component': {
      const { kind, base } = node as ast.Component;
      const known = kind !== undefined && description.components.has(kind);
      return [
        declaration(node),
        ...(known ? [word('kind', SemanticTokenTypes.type)] : []),
        ...reference('base', base),
      ];
    }
    case 'Block':
      return [declaration(node), ...reference('base', (node as ast.Block).base)];
    case 'InlineBlock':
      return [{ property: 'name', type: SemanticTokenTypes.struct, modifier: defined }];
    case 'Workload':
    case 'Constant':
    case 'Parameter':
      return [declaration(node), ...(ast.isParameter(node) ? [word('type', SemanticTokenTypes.type)] : [])];
    case 'Layer':
      return [
        word('kind', SemanticTokenTypes.function),
        declaration(node),
        ...(node as ast.Layer).inputs.flatMap((each, index) => reference('inputs', each, index)),
      ];
    case 'Step':
      return [word('kind', SemanticTokenTypes.function)];
    case 'Property':
      return [{ property: 'name', type: SemanticTokenTypes.property, modifier: [] }];
    case 'Normalise':
      return [
        word('measure', SemanticTokenTypes.property),
        ...reference('chip', (node as ast.Normalise).chip),
      ];
    case 'Part':
      return reference('what', (node as ast.Part).what);
    case 'ChipUse':
      return reference('chip', (node as ast.ChipUse).chip);
    case 'Evaluation':
      return (node as ast.Evaluation).workloads.flatMap((each, index) => reference('workloads', each, index));
    case 'ImportedName': {
      const { target } = node as ast.ImportedName;
      return [
        ...reference('target', target),
        ...(target.ref
          ? [
              {
                property: 'name',
                type: typeOf(target.ref),
                modifier: [...declared, ...readonlyModifier(target.ref)],
              },
            ]
          : []),
      ];
    }
    case 'Argument':
      return [{ property: 'parameter', type: SemanticTokenTypes.parameter, modifier: [] }];
    case 'Call':
      return [word('function', SemanticTokenTypes.function)];
    case 'NumberLiteral':
      return [word('unit', SemanticTokenTypes.type)];
    case 'NameReference':
      return nameReference(node as ast.NameReference);
    default:
      return [];
  }
}

/** A word of the language itself. */
const word = (property: string, type: string): Token => ({ property, type, modifier: builtIn });

function declaration(node: AstNode): Token {
  return {
    property: 'name',
    type: typeOf(node),
    // A parameter gets its value elsewhere.
    modifier: [
      ...(ast.isParameter(node) ? declared : defined),
      ...readonlyModifier(node),
      ...libraryModifier(node),
    ],
  };
}

function reference(property: string, { ref }: Reference | { ref?: undefined } = {}, index?: number): Token[] {
  if (!ref) return [];
  const modifier = [...readonlyModifier(ref), ...libraryModifier(ref)];
  return [{ property, type: typeOf(ref), modifier, ...(index === undefined ? {} : { index }) }];
}

/** A name in an expression; one that names nothing is a word, such as `differential`. */
function nameReference(node: ast.NameReference): Token[] {
  const member: Token[] = node.member ? [word('member', SemanticTokenTypes.property)] : [];
  if (node.target.ref)
    return [...reference('target', node.target), ...member, ...reference('workload', node.workload)];
  const words = wordsExpected(node);
  // The list of what a parameter may be gives words their meaning.
  if (words === 'any' && ast.isList(node.$container))
    return [{ property: 'target', type: SemanticTokenTypes.enumMember, modifier: declared }];
  return words !== 'any' && words?.includes(node.target.$refText) ? [wordOf(node)] : member;
}

/** Words of properties belong to the language, those of parameters to the text. */
const wordOf = ({ $container }: ast.NameReference): Token => ({
  property: 'target',
  type: SemanticTokenTypes.enumMember,
  modifier: ast.isProperty($container) ? builtIn : [],
});

function typeOf(node: AstNode): string {
  if (ast.isComponent(node)) return SemanticTokenTypes.class;
  if (ast.isBlock(node)) return SemanticTokenTypes.struct;
  if (ast.isParameter(node)) return SemanticTokenTypes.parameter;
  if (ast.isWorkload(node)) return SemanticTokenTypes.namespace;
  return SemanticTokenTypes.variable;
}

const readonlyModifier = (node: AstNode): string[] =>
  ast.isConstant(node) || ast.isParameter(node) ? [SemanticTokenModifiers.readonly] : [];

const libraryModifier = (node: AstNode): string[] =>
  isLibrary(AstUtils.getDocument(node).uri) ? builtIn : [];
