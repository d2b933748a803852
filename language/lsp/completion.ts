import {
  type AstNode,
  AstUtils,
  CstUtils,
  type Lexer,
  type LangiumDocument,
  type LangiumDocuments,
} from 'langium';
import { DefaultCompletionProvider, type CompletionProviderOptions, type LangiumServices } from 'langium/lsp';
import type { CompletionParams } from 'vscode-languageserver';
import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { levels } from '../../simulator/index.ts';
import { kindOf, ownerOf, parametersOf, schemaOf } from '../types/schema.ts';
import { allowDrafts } from './completion/allow.ts';
import { type Draft, itemOf, propertyDrafts } from './completion/draft.ts';
import { importDrafts } from './completion/imports.ts';
import { levelAround, Names } from './completion/names.ts';
import { type Place, placeAfter } from './completion/place.ts';
import { snippetDrafts } from './completion/snippets.ts';
import {
  exampleDraft,
  expectedBy,
  expectedByMetric,
  functionDrafts,
  unitDrafts,
  wordDrafts,
} from './completion/values.ts';
import {
  bodyDrafts,
  componentKindDrafts,
  declarationDrafts,
  keywordDrafts,
  layerDrafts,
  measureDrafts,
  memberDrafts,
  parameterTypeDrafts,
  settingDrafts,
  statementDrafts,
  stepDrafts,
  inlineBlockDrafts,
} from './completion/words.ts';

/**
 * Offers what may stand at the cursor, best first. Where that is follows from the tokens before it, what it may be from
 * the catalogue and the names in scope; the tree is only asked which block one is in, so half-written text will do.
 */
export class PimCompletionProvider extends DefaultCompletionProvider {
  override readonly completionOptions: CompletionProviderOptions = {
    triggerCharacters: ['.', ':', '"', '/', '(', '×', ' '],
  };
  private readonly names: Names;
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    super(services);
    this.names = new Names(services);
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  override getCompletion(
    document: LangiumDocument,
    { position, context }: CompletionParams,
  ): Promise<CompletionList> {
    const text = document.textDocument.getText();
    const offset = document.textDocument.offsetAt(position);
    const before = text.slice(0, offset);
    const path = openImport.exec(before)?.[1];
    const typed = path ?? wordBefore.exec(before)?.[0] ?? '';
    const site: Site = {
      document,
      offset,
      before: before.slice(0, offset - typed.length),
      after: text.slice(offset),
    };
    const isAsked = context?.triggerCharacter !== ' ';
    const drafts = path === undefined ? this.draftsAt(site, isAsked) : importDrafts(this.documents, document);
    // What is left of a path behind the cursor is replaced with it.
    const behind = path === undefined ? 0 : (/^[^\s"]*(?=")/.exec(site.after)?.[0].length ?? 0);
    const range = {
      start: document.textDocument.positionAt(offset - typed.length),
      end: document.textDocument.positionAt(offset + behind),
    };
    const items = drafts
      .filter(({ label }) => this.fuzzyMatcher.match(typed, label))
      .map(draft => itemOf(ranked(draft, typed), range));
    return Promise.resolve({ isIncomplete: false, items });
  }

  private draftsAt(site: Site, isAsked: boolean): readonly Draft[] {
    if (isInComment(this.lexer, site.before))
      return allowDrafts(site.document, site.before, site.after) ?? [];
    const { tokens } = this.lexer.tokenize(site.before, asWritten);
    const last = tokens.at(-1);
    const isNewLine =
      last !== undefined && site.before.includes('\n', (last.endOffset ?? last.startOffset) + 1);
    const place = placeAfter(tokens, isNewLine);
    return isAsked || !quietAfterBlank.has(place.kind) ? this.draftsFor(place, site) : [];
  }

  private draftsFor(place: Place, site: Site): readonly Draft[] {
    switch (place.kind) {
      case 'declaration':
        return [...declarationDrafts(), ...snippetDrafts(this.documents, site.document, site.before)];
      case 'import':
        return importDrafts(this.documents, site.document, '"');
      case 'importedName':
        return this.importedNames(site);
      case 'componentKind':
        return componentKindDrafts();
      case 'parameterType':
        return parameterTypeDrafts();
      case 'base':
        return this.withImports(
          site,
          -1,
          place.of === 'component' ? ast.Component.$type : ast.Block.$type,
          place.of === 'component' ? 'Component' : 'Block',
          'base',
        );
      case 'entry':
        return this.entries(place.owner, site);
      case 'part':
        return this.parts(place.owner, site);
      case 'value':
        return this.values(place.owner, place.property, site);
      case 'unit':
        return unitDrafts(
          expectedBy(this.bodyAt(place.owner, site), place.property) ?? expectedByMetric(site.before),
        );
      case 'argument':
        return this.arguments(place.target, place.owner, place.isNamed, site);
      case 'expression':
        return [...this.named(place.owner, site), ...functionDrafts()];
      case 'member':
        return this.members(place.target, place.owner, site);
      case 'layer':
        return layerDrafts();
      case 'step':
        return stepDrafts();
      case 'layerInput':
        return this.names.inScope(nodeAt(place.owner, site), 'Layer', 'inputs');
      case 'statement':
        return statementDrafts();
      case 'measure':
        return measureDrafts();
      case 'setting':
        return settingDrafts(place.name);
      case 'chip':
        return this.chips(place.owner, site);
      case 'workload':
        return this.withImports(site, place.owner, ast.Workload.$type, 'Evaluation', 'workloads');
      case 'keywords':
        return keywordDrafts(place.words);
      case 'nothing':
        return [];
    }
  }

  /** What the file exports that the import ends with, less what the import names already. */
  private importedNames({ document, before, after }: Site): readonly Draft[] {
    const path = /^[^"\n]*\bfrom\s+"([^"\n]*)"/.exec(after)?.[1];
    if (path === undefined) return [];
    const container = {
      $type: ast.ImportedName.$type,
      $container: { path, $container: rootOf({ document }) },
    };
    const named = new Set(/\bimport\b([^"]*)$/.exec(before)?.[1]?.match(/[\w-]+/g));
    return this.names
      .inReference(container as unknown as AstNode, 'target')
      .filter(({ label }) => !named.has(label));
  }

  /** Properties that are not yet stated, and inside a block the levels it may define. */
  private entries(owner: number, site: Site): readonly Draft[] {
    const body = this.bodyAt(owner, site);
    const schema = body && schemaOf(body);
    if (!body) return [];
    const stated = new Set(
      body.entries
        .filter(ast.isProperty)
        .filter(each => (each.value ?? each.body) !== undefined && !isTouched(each, site))
        .map(({ name }) => name),
    );
    const level = levelAround(body);
    const around = ownerOf(body);
    const isBlock =
      ast.isBlock(around) || ast.isInlineBlock(around) || (ast.isPart(around) && level !== undefined);
    const isOneLine = !site.before.includes('\n', owner);
    const properties = propertyDrafts(schema ?? {}, stated, isOneLine ? ', ' : '\n', hasValueAfter(site));
    const inside = [...bodyDrafts(), ...(isBlock && level ? inlineBlockDrafts(level, 'block') : [])];
    return [...properties, ...(isBlock || ast.isComponent(around) ? inside : [])];
  }

  /** What a part may be made of: components, smaller blocks, or a block written on the spot. */
  private parts(owner: number, site: Site): readonly Draft[] {
    const body = this.bodyAt(owner, site);
    const level = body && levelAround(body);
    const accepts = (node: AstNode) => (ast.isBlock(node) ? isBelow(node.level, level) : isPlaceable(node));
    const inScope = this.names.inScope(body ?? rootOf(site), 'Part', 'what', accepts);
    const types = [ast.Component.$type, ast.Block.$type];
    const others = types.flatMap(type => this.names.importable(site.document, type, accepts, inScope));
    return [...inScope, ...inlineBlockDrafts(level, 'part'), ...others];
  }

  private values(owner: number, property: string, site: Site): readonly Draft[] {
    const body = this.bodyAt(owner, site);
    const parameter = body && schemaOf(body)?.[property];
    if (!parameter) return [...this.named(owner, site), ...functionDrafts()];
    const { type } = parameter;
    if ('words' in type) return wordDrafts(parameter, type.words);
    if ('component' in type) {
      const isOfKind = (node: AstNode) =>
        ast.isComponent(node) && parametersOf(node) !== undefined && isKind(node, type.component);
      return this.withImports(site, owner, ast.Component.$type, 'NameReference', 'target', isOfKind);
    }
    if ('group' in type) return [];
    const words = 'sizes' in type ? wordDrafts(parameter, type.or ?? []) : [];
    return [exampleDraft(property, parameter), ...words, ...this.named(owner, site), ...functionDrafts()];
  }

  /** Constants and parameters; in a question also its chips, whose metrics are meant. */
  private named(owner: number, site: Site): readonly Draft[] {
    const at = nodeAt(owner, site);
    const inQuestion = AstUtils.getContainerOfType(at, ast.isEvaluation);
    const chips = inQuestion?.chips.flatMap(({ chip }) => chip.ref ?? []) ?? [];
    const isValue = (node: AstNode) =>
      ast.isConstant(node) || ast.isParameter(node) || chips.includes(node as ast.Block);
    return this.names.inScope(at, 'NameReference', 'target', isValue);
  }

  private members(target: string, owner: number, site: Site): readonly Draft[] {
    const found = this.find(target, owner, site);
    if (ast.isComponent(found)) return propertyDrafts(parametersOf(found) ?? {}, new Set(), '', true);
    return ast.isBlock(found) ? memberDrafts() : [];
  }

  private arguments(target: string, owner: number, isNamed: boolean, site: Site): readonly Draft[] {
    const found = this.find(target, owner, site);
    const parameters = ast.isComponent(found) || ast.isBlock(found) ? found.parameters : [];
    const drafts = parameters.map(
      (parameter): Draft => ({
        label: parameter.name,
        kind: CompletionItemKind.Variable,
        detail: parameter.$cstNode?.text ?? '',
        text: `${parameter.name} = `,
        rank: 1,
      }),
    );
    return [...(isNamed ? [] : drafts), ...this.named(owner, site), ...functionDrafts()];
  }

  private chips(owner: number, site: Site): readonly Draft[] {
    return this.withImports(
      site,
      owner,
      ast.Block.$type,
      'ChipUse',
      'chip',
      node => ast.isBlock(node) && node.level === 'chip',
    );
  }

  private withImports(
    site: Site,
    owner: number,
    type: string,
    reference: string,
    property: string,
    accepts: (node: AstNode) => boolean = () => true,
  ): readonly Draft[] {
    const wanted = (node: AstNode) => node.$type === type && accepts(node);
    const inScope = this.names.inScope(nodeAt(owner, site), reference, property, wanted);
    return [...inScope, ...this.names.importable(site.document, type, wanted, inScope)];
  }

  /** The component or block of this name, as seen from a place. */
  private find(name: string, owner: number, site: Site): AstNode | undefined {
    const at = nodeAt(owner, site);
    const scope = this.scopeProvider.getScope({
      container: { $type: ast.NameReference.$type, $container: at },
      property: 'target',
      reference: { $refText: '', ref: undefined },
    });
    return scope.getElement(name)?.node;
  }

  private bodyAt(owner: number, site: Site): ast.Body | undefined {
    return AstUtils.getContainerOfType(nodeAt(owner, site), ast.isBody);
  }
}

/** A text that ends at the cursor has open braces, and its words are no slips yet. */
const asWritten = { mode: 'partial' } as const;

/** The cursor and the text around it, without the word being typed. */
interface Site {
  readonly document: LangiumDocument;
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Where a blank is mostly typed for its own sake, a list would only be in the way. */
const quietAfterBlank: ReadonlySet<Place['kind']> = new Set([
  'declaration',
  'entry',
  'layer',
  'statement',
  'keywords',
]);

/** What begins with the typed letters comes before what only contains them. */
function ranked(draft: Draft, typed: string): Draft {
  if (draft.label.toLowerCase().startsWith(typed.toLowerCase())) return draft;
  return { ...draft, rank: (draft.rank ?? 0) + afterPrefixes };
}

const afterPrefixes = 1000;

const openImport = /\b(?:import|from)\s+"([^"\n]*)$/;
const wordBefore =
  /[A-Za-z_%°\u00B5\u03BC\u03A9\u2126\u00C0-\u024F\u0370-\u03FF][\w²³\u00B5\u00C0-\u024F\u0370-\u03FF-]*$/;

const rootOf = ({ document }: Pick<Site, 'document'>): AstNode => document.parseResult.value;

/** The node that the bracket at this offset belongs to; the file when there is none. */
function nodeAt(owner: number, site: Site): AstNode {
  const root = rootOf(site);
  if (owner < 0 || !root.$cstNode) return root;
  const leaf = CstUtils.findLeafNodeAtOffset(root.$cstNode, owner);
  return leaf && !leaf.hidden ? leaf.astNode : root;
}

/** Whether the cursor stands in a comment: it is open, or it is one of this line. */
function isInComment(lexer: Lexer, before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const { hidden } = lexer.tokenize(`${before}\u0000`, asWritten);
  const last = hidden.findLast(({ tokenType }) => tokenType.name !== 'WS');
  const isOpen = before.lastIndexOf('/*') > before.lastIndexOf('*/') && !/^[^"]*"[^"]*\/\*[^"]*"/.test(line);
  return isOpen || (last?.tokenType.name === 'LINE_COMMENT' && (last.endOffset ?? 0) >= before.length - 1);
}

/** Whether a property is the one being typed: it is offered again. */
const isTouched = ({ $cstNode }: ast.Property, { before, offset }: Site): boolean =>
  $cstNode !== undefined && $cstNode.offset >= before.length && $cstNode.offset <= offset;

/** Whether a value follows already, so that only the name is to be replaced. */
const hasValueAfter = ({ after }: Site): boolean => /^[\w-]*[ \t]+[\w"({]/.test(after);

function isBelow(level: ast.Level, around: ast.Level | undefined): boolean {
  return level !== 'chip' && (around === undefined || levels.indexOf(level) > levels.indexOf(around));
}

/** A cell is the device inside a crossbar and no part of its own. */
const isPlaceable = (node: AstNode): boolean => ast.isComponent(node) && !isKind(node, 'cell');

function isKind(component: ast.Component, kind: string): boolean {
  return kindOf(component) === kind;
}
