import { CodeActionKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { documentationOf } from '../../syntax/documentation.ts';
import type { Action, Offer } from './action.ts';
import { indentAt, newlineOf } from './places.ts';

/** A component without a doc comment gets one that asks for the source of its numbers. */
export const documentSource: Action = {
  name: 'document-source',
  kind: `${CodeActionKind.RefactorRewrite}.documentation`,
  offer: ({ node, leaf, text }): Offer[] => {
    if (!ast.isComponent(node) || !node.name || leaf?.text !== node.name || documentationOf(node)) return [];
    const { offset } = node.$cstNode!;
    const newline = newlineOf(text);
    return [
      {
        title: `Document the source of \`${node.name}\``,
        changes: () => [
          {
            offset,
            length: 0,
            text: `/** Source: … */${newline}${indentAt(text, offset)}`,
            snippet: `/** Source: \${1:authors, venue, year, table}. */${newline}`,
          },
        ],
      },
    ];
  },
};
