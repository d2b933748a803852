import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  DefaultScopeProvider,
  DocumentState,
  EMPTY_SCOPE,
  type LangiumCoreServices,
  type LangiumDocuments,
  MapScope,
  MultiMapScope,
  type ReferenceInfo,
  type Scope,
  type URI,
  WorkspaceCache,
} from 'langium';
import * as ast from '../generated/ast.ts';
import { calledBy } from '../syntax/arguments.ts';
import { importedDocuments, importedUris } from './imports.ts';

/**
 * What a name may refer to: first the blocks, parameters and layers around it, then those inherited through
 * `extends`, then the file, then what the file imports.
 *
 * Every scope is a map built once and kept until any document changes, so linking takes time linear in the size of the
 * file. The cache is one for the workspace because an inner scope holds on to its outer one, which lists other files.
 *
 * Requests of an editor do not wait until a change is worked in. What they see meanwhile lacks names, so everything kept is
 * dropped once more when all names are known, just before files are linked.
 */
export class PimScopeProvider extends DefaultScopeProvider {
  private readonly scopes: WorkspaceCache<string, WeakMap<AstNode, Scope>>;
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.scopes = new WorkspaceCache(services.shared, DocumentState.ComputedScopes);
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  override getScope(context: ReferenceInfo): Scope {
    const type = this.reflection.getReferenceType(context);
    if (ast.isArgument(context.container))
      return this.createScopeForNodes(calledBy(context.container.$container)?.parameters ?? []);
    if (ast.isImportedName(context.container)) return this.exportedTo(context.container, type);
    // What a block extends is looked up around the block: inside it, the answer would depend on itself.
    const start = context.property === 'base' ? context.container.$container : context.container;
    return this.scopeAt(start, type);
  }

  private scopeAt(start: AstNode | undefined, type: string): Scope {
    let node = start;
    while (node && !this.declares(node)) node = node.$container;
    if (!node) return EMPTY_SCOPE;
    const known = this.scopes.get(type, () => new WeakMap());
    let scope = known.get(node);
    if (!scope) known.set(node, (scope = this.build(node, type)));
    return scope;
  }

  private declares(node: AstNode): boolean {
    if (ast.isDocument(node) || ast.isBody(node)) return true;
    const inherits = (ast.isBlock(node) || ast.isComponent(node)) && node.base !== undefined;
    return inherits || !!AstUtils.getDocument(node).localSymbols?.has(node);
  }

  private build(node: AstNode, type: string): Scope {
    const outer = ast.isDocument(node) ? this.importedScope(node, type) : this.scopeAt(node.$container, type);
    const inherited = bases(node).reduceRight(
      (scope, base) => new MultiMapScope(this.own(base, type), scope),
      outer,
    );
    return new MultiMapScope(this.own(node, type), inherited);
  }

  private own(node: AstNode, type: string) {
    const symbols = AstUtils.getDocument(node).localSymbols;
    return (symbols?.getStream(node) ?? []).filter(symbol => this.reflection.isSubtype(symbol.type, type));
  }

  /** Everything of the files imported as a whole, and what other imports name, under the names they give it. */
  private importedScope(root: ast.Document, type: string): Scope {
    const { uri } = AstUtils.getDocument(root);
    const named = root.imports.flatMap(({ path, names }) =>
      names.flatMap(({ target, name = target.$refText }) => {
        const exported = path ? this.exportedBy(uri, path, type) : [];
        const found = exported.find(each => each.name === target.$refText);
        return found ? [{ ...found, name }] : [];
      }),
    );
    const uris = importedUris(this.documents, uri, root);
    return new MapScope([...named, ...this.indexManager.allElements(type, new Set(uris))]);
  }

  private exportedTo(node: ast.ImportedName, type: string): Scope {
    const { path } = node.$container;
    return path ? new MapScope(this.exportedBy(AstUtils.getDocument(node).uri, path, type)) : EMPTY_SCOPE;
  }

  private exportedBy(from: URI, path: string, type: string): AstNodeDescription[] {
    const uris = importedDocuments(this.documents, from, path).map(({ uri }) => uri.toString());
    return this.indexManager.allElements(type, new Set(uris)).toArray();
  }
}

/** Bodies and heads inherited at this node: for the body of `chip A extends B`, that of B, then that of its base. */
function bases(node: AstNode): AstNode[] {
  const owner = ast.isBody(node) ? node.$container : node;
  if (!ast.isBlock(owner) && !ast.isComponent(owner)) return [];
  const chain: AstNode[] = [];
  const seen = new Set<AstNode>([owner]);
  let base: ast.Block | ast.Component | undefined = owner.base?.ref;
  while (base && !seen.has(base)) {
    seen.add(base);
    const part = ast.isBody(node) ? base.body : base;
    if (part) chain.push(part);
    base = base.base?.ref;
  }
  return chain;
}
