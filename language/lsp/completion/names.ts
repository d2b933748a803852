import { type AstNode, AstUtils, type LangiumDocument, UriUtils } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import { description } from '../../../simulator/index.ts';
import * as ast from '../../generated/ast.ts';
import { canImport, importPath } from '../../scope/imports.ts';
import { kindOf } from '../../types/schema.ts';
import { code, documentationText, headText, paragraphs } from '../describe.ts';
import { comesTo } from '../derivation.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { declaredText, roleText } from '../hover/value.ts';
import type { Draft } from './draft.ts';
import { importNameEdit } from './import-edit.ts';

/** A name with what it stands for. */
export interface Named {
  readonly name: string;
  readonly node: AstNode;
  /** Of a file that would have to be imported. */
  readonly path?: string;
}

/** Names that may stand somewhere: those in scope, and those that an import would bring. */
export class Names {
  private readonly services: LangiumServices;

  constructor(services: LangiumServices) {
    this.services = services;
  }

  /** What a reference of a node of this type, standing at `container`, may name. */
  inScope(container: AstNode, type: string, property: string): Named[] {
    return this.inReference({ $type: type, $container: container, $containerProperty: 'entries' }, property);
  }

  /** What a reference of a node may name. */
  inReference(container: AstNode, property: string): Named[] {
    const scope = this.services.references.ScopeProvider.getScope({
      container,
      property,
      reference: { $refText: '', ref: undefined },
    });
    const seen = new Set<string>();
    return scope
      .getAllElements()
      .toArray()
      .flatMap(({ name, node }) => {
        if (seen.has(name) || !node) return [];
        seen.add(name);
        return [{ name, node }];
      });
  }

  /** What a name stands for, as seen from a place. */
  find(name: string, at: AstNode): AstNode | undefined {
    const scope = this.services.references.ScopeProvider.getScope({
      container: { $type: ast.NameReference.$type, $container: at },
      property: 'target',
      reference: { $refText: '', ref: undefined },
    });
    return scope.getElement(name)?.node;
  }

  /** What other files define, less the names that are known. */
  importable(document: LangiumDocument, types: readonly string[], known: readonly Named[]): Named[] {
    const names = new Set(known.map(({ name }) => name));
    return types.flatMap(type =>
      this.services.shared.workspace.IndexManager.allElements(type)
        .filter(
          ({ name, documentUri }) =>
            !names.has(name) &&
            !UriUtils.equals(documentUri, document.uri) &&
            canImport(document.uri, documentUri),
        )
        .toArray()
        .flatMap(({ name, node, documentUri }) =>
          node ? [{ name, node, path: importPath(document.uri, documentUri) }] : [],
        ),
    );
  }

  /** A name as an item, with the import that makes it known. */
  draft({ name, node, path }: Named, document: LangiumDocument): Draft {
    return {
      label: name,
      kind: this.services.shared.lsp.NodeKindProvider.getCompletionItemKind(node),
      detail: path === undefined ? detailOf(node) : `${detailOf(node)} · import "${path}"`,
      doc: () => documentationOf(node),
      rank: path === undefined ? 3 : 4,
      ...(path === undefined ? {} : { additionalTextEdits: [importNameEdit(document, name, path)] }),
    };
  }
}

/** In a few words what a declaration is: the kind of a component, the value of a constant, the default of a parameter. */
function detailOf(node: AstNode | undefined): string {
  if (ast.isComponent(node)) return kindOf(node) ?? 'component';
  if (ast.isBlock(node)) return node.level;
  if (ast.isParameter(node)) return roleText(node);
  if (ast.isConstant(node)) return `constant ${valueOf(node)}`.trim();
  return node?.$type.toLowerCase() ?? '';
}

function valueOf({ value }: ast.Constant): string {
  return (value && (comesTo(value, defaultsAround(value)) ?? value.$cstNode?.text)) ?? '';
}

function documentationOf(node: AstNode): string {
  if (ast.isParameter(node) || ast.isConstant(node)) return declaredText(node);
  if (ast.isLayer(node)) return paragraphs(headText(node), description.layers.get(node.kind)?.doc ?? '');
  const head = ast.isWorkload(node) ? code(`workload ${node.name}`) : headText(node);
  return paragraphs(head, documentationText(node));
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
