import { type AstNode, type AstNodeDescription, AstUtils, type LangiumDocument, UriUtils } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import * as ast from '../../generated/ast.ts';
import { canImport, importPath } from '../../scope/imports.ts';
import { kindOf } from '../../types/schema.ts';
import { documentationText } from '../describe.ts';
import type { Draft } from './draft.ts';
import { importEdit } from './import-edit.ts';

/** Names that may stand somewhere: those in scope first, then those that an import would bring. */
export class Names {
  private readonly services: LangiumServices;

  constructor(services: LangiumServices) {
    this.services = services;
  }

  /** What a reference of a node of this type, standing at `container`, may name. */
  inScope(
    container: AstNode,
    type: string,
    property: string,
    accepts: (node: AstNode) => boolean = () => true,
  ): Draft[] {
    const node = { $type: type, $container: container, $containerProperty: 'entries' } as AstNode;
    return this.inReference(node, property, accepts);
  }

  /** What a reference of a node may name. */
  inReference(
    container: AstNode,
    property: string,
    accepts: (node: AstNode) => boolean = () => true,
  ): Draft[] {
    const scope = this.services.references.ScopeProvider.getScope({
      container,
      property,
      reference: { $refText: '', ref: undefined },
    });
    const seen = new Set<string>();
    return scope
      .getAllElements()
      .filter(
        found =>
          !seen.has(found.name) && seen.add(found.name) && found.node !== undefined && accepts(found.node),
      )
      .map(found => this.draft(found, 3))
      .toArray();
  }

  /** What other files define, with the import that makes it known. */
  importable(
    document: LangiumDocument,
    type: string,
    accepts: (node: AstNode) => boolean,
    known: readonly Draft[],
  ): Draft[] {
    const names = new Set(known.map(({ label }) => label));
    return this.services.shared.workspace.IndexManager.allElements(type)
      .filter(
        ({ name, node, documentUri }) =>
          !names.has(name) &&
          !UriUtils.equals(documentUri, document.uri) &&
          canImport(document.uri, documentUri) &&
          node !== undefined &&
          accepts(node),
      )
      .map((found): Draft => {
        const path = importPath(document.uri, found.documentUri);
        return {
          ...this.draft(found, 4),
          detail: `${detailOf(found.node)} · import "${path}"`,
          additionalTextEdits: [importEdit(document, [path])],
        };
      })
      .toArray();
  }

  private draft(found: AstNodeDescription, rank: number): Draft {
    return {
      label: found.name,
      kind: this.services.shared.lsp.NodeKindProvider.getCompletionItemKind(found),
      detail: detailOf(found.node),
      doc: found.node ? documentationText(found.node) : '',
      rank,
    };
  }
}

/** In a few words what a declaration is. */
function detailOf(node: AstNode | undefined): string {
  if (ast.isComponent(node)) return kindOf(node) ?? 'component';
  if (ast.isBlock(node)) return node.level;
  if (ast.isParameter(node)) return node.type ?? 'parameter';
  return node?.$type.toLowerCase() ?? '';
}

/** The block a place belongs to, for what may stand inside it. */
export function levelAround(body: ast.Body): ast.Level | undefined {
  const owner = AstUtils.getContainerOfType(
    body,
    (node): node is ast.Block | ast.InlineBlock | ast.Part =>
      ast.isBlock(node) || ast.isInlineBlock(node) || ast.isPart(node),
  );
  if (ast.isPart(owner)) return ast.isBlock(owner.what?.ref) ? owner.what.ref.level : undefined;
  return owner?.level;
}
