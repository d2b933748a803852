import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { bodiesOf } from '../syntax/bodies.ts';

/** The outline of a file: chips with their blocks, parts and properties, components, workloads with their layers. */
export class PimDocumentSymbolProvider implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return symbolsOf((document.parseResult.value as ast.Document).declarations);
  }
}

function symbolsOf(nodes: readonly AstNode[]): DocumentSymbol[] {
  return nodes.flatMap(node => {
    const head = headOf(node);
    if (!head?.name || !node.$cstNode) return [];
    const { name, detail, kind, at, inside } = head;
    const selected = GrammarUtils.findNodeForProperty(node.$cstNode, at) ?? node.$cstNode;
    return [
      {
        name,
        kind,
        range: node.$cstNode.range,
        selectionRange: selected.range,
        ...(detail ? { detail } : {}),
        ...(inside && inside.length > 0 ? { children: symbolsOf(inside) } : {}),
      },
    ];
  });
}

interface Head {
  readonly name: string | undefined;
  readonly detail?: string | undefined;
  readonly kind: SymbolKind;
  /** The property whose text is selected when the symbol is chosen. */
  readonly at: string;
  readonly inside?: readonly AstNode[];
}

/** What a node is called and looks like in lists of symbols; undefined for what is never listed. */
export function headOf(node: AstNode): Head | undefined {
  switch (node.$type) {
    case 'Component': {
      const { name, kind, base, body } = node as ast.Component;
      return {
        name,
        detail: kind ?? extending(base?.$refText),
        kind: SymbolKind.Class,
        at: 'name',
        inside: contentsOf(body),
      };
    }
    case 'Block': {
      const { name, level, base, body } = node as ast.Block;
      const detail = [level, extending(base?.$refText)].filter(Boolean).join(' ');
      return {
        name,
        detail,
        kind: level === 'chip' ? SymbolKind.Module : SymbolKind.Struct,
        at: 'name',
        inside: contentsOf(body),
      };
    }
    case 'Part':
      return partHead(node as ast.Part);
    case 'Property': {
      const { name, value, body } = node as ast.Property;
      return {
        name,
        detail: oneLine(value),
        kind: SymbolKind.Property,
        at: 'name',
        inside: contentsOf(body),
      };
    }
    case 'Workload': {
      const { name, items } = node as ast.Workload;
      return { name, detail: 'workload', kind: SymbolKind.Namespace, at: 'name', inside: items };
    }
    case 'Layer': {
      const { name, kind, steps } = node as ast.Layer;
      return {
        name,
        detail: [kind, ...steps.map(step => step.kind)].join(' → '),
        kind: SymbolKind.Function,
        at: 'name',
      };
    }
    case 'Constant': {
      const { name, value } = node as ast.Constant;
      return { name, detail: oneLine(value), kind: SymbolKind.Constant, at: 'name' };
    }
    case 'Evaluation': {
      const { chips, workloads } = node as ast.Evaluation;
      const on = workloads.map(each => each.$refText).join(', ');
      return {
        name: `evaluate ${chips.map(each => oneLine(each)).join(', ')}`,
        detail: on && `on ${on}`,
        kind: SymbolKind.Event,
        at: 'chips',
      };
    }
    default:
      return undefined;
  }
}

/** `8 × ADC`: what a part is counted as, with the kind of what it is made of beside it. */
function partHead({ count, what, inline, body }: ast.Part): Head {
  const made = what?.$refText ?? inline?.name ?? inline?.level;
  const target = what?.ref;
  return {
    name: made && `${oneLine(count)} × ${made}`,
    detail: ast.isComponent(target) ? target.kind : ast.isBlock(target) ? target.level : inline?.level,
    kind: SymbolKind.Field,
    at: what ? 'what' : 'inline',
    inside: contentsOf(body ?? inline?.body),
  };
}

const contentsOf = (body: ast.Body | undefined): AstNode[] =>
  bodiesOf(body)
    .flatMap(({ constants, entries, blocks }) => [...constants, ...entries, ...blocks])
    .sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0));

const extending = (base: string | undefined): string | undefined => base && `extends ${base}`;

const oneLine = (node: AstNode | undefined): string | undefined => node?.$cstNode?.text.replace(/\s+/g, ' ');
