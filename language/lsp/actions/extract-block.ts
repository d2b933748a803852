import { CodeActionKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { visit } from '../../syntax/visit.ts';
import type { Action, Offer, Site } from './action.ts';
import { capitalised, freshName } from './names.ts';
import { indentAt, newlineOf, startWithComments } from './places.ts';
import { standsAlone } from './standing.ts';

/** A block written where it is used, `8 × crossbar { … }`, gets a name and stands above: `crossbar Crossbar { … }`. */
export const extractBlock: Action = {
  name: 'extract-block',
  kind: `${CodeActionKind.RefactorExtract}.block`,
  offer: (site): Offer[] => {
    const inline = inlineAt(site);
    const part = inline?.$container;
    if (!inline?.$cstNode || !part || !standsAlone(part, site) || isTaken(inline, site)) return [];
    return [
      {
        title: `Extract the ${inline.level}${inline.name ? ` \`${inline.name}\`` : ''} out of its part`,
        changes: () => {
          const { text } = site;
          const name =
            inline.name ??
            freshName(capitalised(inline.level), site.services.shared.workspace.LangiumDocuments);
          const { offset, end } = inline.$cstNode!;
          const body = text.slice(inline.body.$cstNode!.offset, end);
          const at = startWithComments(part);
          const isOwnLine = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
          const newline = newlineOf(text);
          const between = isOwnLine ? `${newline}${newline}${indentAt(text, at)}` : ' ';
          return [
            { offset: at, length: 0, text: `${inline.level} ${name} ${body}${between}` },
            { offset, length: end - offset, text: name },
          ];
        },
      },
    ];
  },
};

/** The block written on the spot whose head the cursor stands in. */
function inlineAt({ node, start }: Site): ast.InlineBlock | undefined {
  const inline = ast.isInlineBlock(node) ? node : ast.isPart(node) ? node.inline : partOf(node)?.inline;
  const body = inline?.body?.$cstNode;
  return body && start <= body.offset + 1 ? inline : undefined;
}

const partOf = (node: { $container?: unknown }): ast.Part | undefined => {
  for (let each = node as { $container?: unknown } | undefined; each; each = each.$container as typeof each) {
    if (ast.isPart(each)) return each;
    if (ast.isBody(each)) return undefined;
  }
  return undefined;
};

/** Whether the name of a block written on the spot means something else somewhere in the file. */
function isTaken({ name }: ast.InlineBlock, { root }: Site): boolean {
  let isUsed = false;
  if (name !== undefined)
    visit(root, node => {
      if ('name' in node && node.name === name && !ast.isInlineBlock(node) && !ast.isProperty(node))
        isUsed = true;
      if (ast.isPart(node) && node.what?.$refText === name) isUsed = true;
      if (ast.isNameReference(node) && node.target.$refText === name) isUsed = true;
    });
  return isUsed;
}
