import { type AstNode, UriUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import type { Action, Offer } from './action.ts';

/** A definition that no other file uses is kept to its file. */
export const makePrivate: Action = {
  name: 'make-private',
  kind: `${CodeActionKind.RefactorRewrite}.private`,
  offer: ({ node, leaf, document, services }): Offer[] => {
    if (!isNamed(node) || !ast.isDocument(node.$container)) return [];
    if (node.private || !node.name || leaf?.text !== node.name) return [];
    const isUsedElsewhere = services.references.References.findReferences(node, {}).some(
      ({ sourceUri }) => !UriUtils.equals(sourceUri, document.uri),
    );
    if (isUsedElsewhere) return [];
    return [
      {
        title: `Keep \`${node.name}\` to this file`,
        changes: () => [{ offset: node.$cstNode!.offset, length: 0, text: 'private ' }],
      },
    ];
  },
};

type Named = Exclude<ast.Declaration, ast.Evaluation>;

const isNamed = (node: AstNode): node is Named =>
  ast.isComponent(node) || ast.isBlock(node) || ast.isWorkload(node) || ast.isConstant(node);
