import type { AstNode, CstNode, LangiumDocument, LangiumDocuments, Reference } from 'langium';
import { AstUtils } from 'langium';
import type { CallHierarchyProvider, LangiumServices } from 'langium/lsp';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import * as ast from '../generated/ast.ts';
import { calledBy, parameterOfArgument } from '../syntax/arguments.ts';
import { visitReferences } from '../syntax/visit.ts';
import { type Content, contentsOf } from './navigation/contents.ts';
import { ownFirst } from './navigation/files.ts';
import { type Instance, instanceAt, isInstance, itemOf, kindText, nodeOf } from './navigation/items.ts';
import { nameOf } from './navigation/named.ts';
import { bracesOf, componentOf, isOverridable, overridden } from './navigation/overrides.ts';

/**
 * The hierarchy of instances: what a component or block is a part of, with how many of it, and what it is made of. A parameter
 * that stands for a component stands between the component and the parts made of it.
 */
export class PimCallHierarchyProvider implements CallHierarchyProvider {
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  prepareCallHierarchy(
    document: LangiumDocument,
    { position }: CallHierarchyPrepareParams,
  ): CallHierarchyItem[] | undefined {
    const node = instanceAt(document, position);
    const item = node && itemOf(node);
    return item && [item];
  }

  incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] {
    const node = nodeOf(item, this.documents);
    if (!isInstance(node)) return [];
    const uses = ast.isPart(node) ? [useOfInline(node)] : usesOf(node, this.documents);
    return [...groupedBy(uses, ({ by }) => by)].flatMap(([by, all]) => {
      const how = [...new Set(all.map(use => use.how))].join(', ');
      const from = itemOf(by, `${how} in ${placeText(by)}`);
      return from ? [{ from, fromRanges: all.flatMap(({ word }) => word?.range ?? []) }] : [];
    });
  }

  outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] {
    const node = nodeOf(item, this.documents);
    if (!isInstance(node)) return [];
    if (ast.isParameter(node)) return defaultOf(node);
    return [...groupedBy(contentsOf(node), ({ what }) => what)].flatMap(([what, contents]) => {
      const to = itemOf(what, contentText(what, contents));
      return to
        ? [{ to, fromRanges: contents.flatMap(({ entry }) => wordSeenFrom(node, entry)?.range ?? []) }]
        : [];
    });
  }
}

/** One use of something: by which block, as what, and the word that says so. */
interface Use {
  readonly by: Instance;
  readonly how: string;
  readonly word: CstNode | undefined;
}

const useOfInline = (part: ast.Part): Use => ({
  by: holderOf(part) ?? part,
  how: countText(part),
  word: nameOf(part),
});

/** Uses of a node; those of a block that it says anew are its own, for they are inherited. */
function usesOf(node: Exclude<Instance, ast.Part>, documents: LangiumDocuments): Use[] {
  const meant = new Set<AstNode>([node]);
  // Grows while it is walked.
  for (const each of meant) if (isOverridable(each)) for (const before of overridden(each)) meant.add(before);
  const uses: Use[] = [];
  for (const { parseResult } of ownFirst(documents))
    visitReferences(parseResult.value, ({ container, reference }) => {
      if ('ref' in reference && reference.ref && meant.has(reference.ref))
        uses.push(...useAt(container, reference));
    });
  return uses;
}

function useAt(container: AstNode, { $refNode: word }: Reference): Use[] {
  const at = ast.isNameReference(container) ? container.$container : container;
  if (ast.isParameter(at)) return [{ by: at, how: 'default', word }];
  const how = howUsed(at, container);
  const by = holderOf(at);
  return how !== undefined && by ? [{ by, how, word }] : [];
}

/** `4 ×` of a part, the name of a property that takes a component, the name of the parameter that is given one. */
function howUsed(at: AstNode, container: AstNode): string | undefined {
  if (ast.isPart(container)) return countText(container);
  if (ast.isProperty(at)) return at.name;
  if (!ast.isArgument(at)) return undefined;
  const [parameter, called] = [parameterOfArgument(at), calledBy(at.$container)];
  return parameter && called && `${parameter.name} of ${called.name}`;
}

const countText = ({ count }: ast.Part): string => `${count?.$cstNode?.text.replace(/\s+/g, ' ') ?? ''} ×`;

/** The block or component around a node, where it is not one that only says a part anew. */
function holderOf(node: AstNode): Instance | undefined {
  return AstUtils.getContainerOfType(
    ast.isPart(node) ? node.$container : node,
    (each): each is Instance =>
      ast.isBlock(each) || ast.isComponent(each) || (ast.isPart(each) && each.inline !== undefined),
  );
}

/** `tile Tile`, `crossbar`. */
function placeText(node: Instance): string {
  if (ast.isParameter(node)) return placeText(node.$container);
  const name = nameOf(node)?.text ?? '';
  const kind = ast.isComponent(node) ? 'component' : kindText(node);
  return kind === name ? name : `${kind} ${name}`;
}

function contentText(what: Instance, contents: readonly Content[]): string {
  const counts = contents.flatMap(({ entry }) => (ast.isPart(entry) ? [countText(entry)] : []));
  const properties = contents.flatMap(({ entry }) => (ast.isProperty(entry) ? [entry.name] : []));
  const counted = counts.length > 0 ? [`${[...new Set(counts)].join(', ')} ${kindText(what)}`] : [];
  return [...counted, ...new Set(properties)].join(', ');
}

/** The word of a block that brings something in: what it says itself, else what it extends, else its own name. */
function wordSeenFrom(node: Exclude<Instance, ast.Parameter>, entry: ast.Entry): CstNode | undefined {
  const isInherited = !bracesOf(node).some(body => body === entry.$container);
  const base = ast.isPart(node) ? undefined : node.base;
  if (isInherited) return base?.$refNode ?? nameOf(node);
  return ast.isProperty(entry) ? entry.value?.$cstNode : (entry.what?.$refNode ?? nameOf(entry));
}

function defaultOf(parameter: ast.Parameter): CallHierarchyOutgoingCall[] {
  const component = componentOf(parameter.value);
  const to = component && itemOf(component, `default ${kindText(component)}`);
  return to ? [{ to, fromRanges: [parameter.value!.$cstNode!.range] }] : [];
}

function groupedBy<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}
