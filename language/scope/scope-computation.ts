import {
  type AstNode,
  DefaultScopeComputation,
  type LangiumDocument,
  type LocalSymbols,
  MultiMap,
} from 'langium';
import * as ast from '../generated/ast.ts';
import { visit } from '../syntax/visit.ts';

/** Lists what has a name that something can refer to; the properties, by far most names of a file, are not among them. */
export class PimScopeComputation extends DefaultScopeComputation {
  override collectExportedSymbols(document: LangiumDocument) {
    const { declarations } = document.parseResult.value as ast.Document;
    return Promise.resolve(
      declarations.flatMap(node => {
        const name = this.nameProvider.getName(node);
        return name && !isPrivate(node) ? [this.descriptions.createDescription(node, name, document)] : [];
      }),
    );
  }

  override collectLocalSymbols(document: LangiumDocument): Promise<LocalSymbols> {
    const symbols = new MultiMap<AstNode, ReturnType<typeof this.descriptions.createDescription>>();
    visit(document.parseResult.value, node => {
      if (referable.has(node.$type)) this.addLocalSymbol(node, document, symbols);
    });
    return Promise.resolve(symbols);
  }
}

const isPrivate = (node: ast.Declaration): boolean => 'private' in node && node.private;

const referable: ReadonlySet<string> = new Set([
  ast.Block.$type,
  ast.Component.$type,
  ast.Constant.$type,
  ast.Layer.$type,
  ast.Parameter.$type,
  ast.Workload.$type,
]);
