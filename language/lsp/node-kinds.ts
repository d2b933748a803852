import type { AstNode, AstNodeDescription } from 'langium';
import type { NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver-types';

/** What declarations look like in lists of symbols and completions; by type, as lists hold descriptions of nodes. */
export class PimNodeKindProvider implements NodeKindProvider {
  getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
    return symbolKinds[typeOf(node)] ?? SymbolKind.Field;
  }

  getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
    return completionKinds[typeOf(node)] ?? CompletionItemKind.Reference;
  }
}

const typeOf = (node: AstNode | AstNodeDescription): string => ('$type' in node ? node.$type : node.type);

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  Component: SymbolKind.Class,
  Block: SymbolKind.Struct,
  Workload: SymbolKind.Namespace,
  Constant: SymbolKind.Constant,
  Parameter: SymbolKind.TypeParameter,
  Layer: SymbolKind.Function,
  Property: SymbolKind.Property,
};

const completionKinds: Readonly<Record<string, CompletionItemKind>> = {
  Component: CompletionItemKind.Class,
  Block: CompletionItemKind.Struct,
  Workload: CompletionItemKind.Module,
  Constant: CompletionItemKind.Constant,
  Parameter: CompletionItemKind.Variable,
  Layer: CompletionItemKind.Function,
};
