import type { AstNode } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import type { Action, Offer, Site } from './action.ts';
import { meaningAt, namesUsedIn } from './names.ts';
import { indentAt, reindented, removalOf, startWithComments } from './places.ts';
import { isExtended, isOnlyHere, standsAlone } from './standing.ts';

/** A block that only one part uses is written where it is used: `4 × PE` and its definition as `4 × pe PE { … }`. */
export const inlineBlock: Action = {
  name: 'inline-block',
  kind: `${CodeActionKind.RefactorInline}.block`,
  offer: (site): Offer[] => {
    const { node, document, text, services } = site;
    const block = blockAt(node);
    const part = block && onlyUseOf(block, site);
    if (!part || part.arguments.length > 0 || part.body || block.parameters.length > 0) return [];
    if (block.private || isExtended(block, site) || !isOnlyHere(block, site) || !standsAlone(part, site))
      return [];
    // Inside its own braces a part is no use from outside; elsewhere all names must mean the same.
    const isSame = namesUsedIn(block.body).every(
      ({ name, target }) => target === undefined || meaningAt(part, name, services) === target,
    );
    if (!isSame) return [];
    return [
      {
        title: `Write the ${block.level} \`${block.name}\` where it is used`,
        changes: () => {
          const what = part.what!.$refNode!;
          const from = indentAt(text, block.$cstNode!.offset);
          const body = reindented(block.body.$cstNode!.text, from, indentAt(text, what.offset));
          const comments = text.slice(startWithComments(block), block.$cstNode!.offset);
          const at = startWithComments(part);
          const isOwnLine = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
          return [
            ...(comments.trim() === '' || !isOwnLine ? [] : [{ offset: at, length: 0, text: comments }]),
            { offset: what.offset, length: what.length, text: `${block.level} ${block.name} ${body}` },
            { ...removalOf(block, document), text: '' },
          ];
        },
      },
    ];
  },
};

/** The block whose name the cursor stands at, in its definition or in a part. */
function blockAt(node: AstNode): ast.Block | undefined {
  if (ast.isPart(node)) return ast.isBlock(node.what?.ref) ? node.what.ref : undefined;
  return ast.isBlock(node) && node.level !== 'chip' ? node : undefined;
}

/** The part of this file that uses a block, if nothing else anywhere does. */
function onlyUseOf(block: ast.Block, { services, document, root }: Site): ast.Part | undefined {
  if (block.$cstNode?.root !== root.$cstNode) return undefined;
  const [use, ...others] = services.references.References.findReferences(block, {}).toArray();
  if (!use || others.length > 0 || use.sourceUri.toString() !== document.uri.toString()) return undefined;
  const part = services.workspace.AstNodeLocator.getAstNode(root, use.sourcePath);
  return ast.isPart(part) && part.what?.ref === block ? part : undefined;
}
