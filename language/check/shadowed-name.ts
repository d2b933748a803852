import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { importPath } from '../scope/imports.ts';
import { ownerOf } from '../types/schema.ts';
import type { Check, Context, Report } from './check.ts';

/** Inside a block its own names come first, so one that the file has too means something else there. */
export const shadowedName: Check = {
  code: 'shadowed-name',
  severity: 'info',
  doc: 'A parameter, or a constant or block inside braces, has a name that means nothing else outside.',
  nodes: {
    Parameter: (node, report, context) => hides(node, node.$container.name, report, context),
    Body: (node, report, context) => {
      const owner = ownerOf(node);
      const inside = ast.isBlock(owner) || ast.isComponent(owner) ? owner.name : 'this block';
      for (const each of [...node.blocks, ...node.constants]) hides(each, inside, report, context);
    },
  },
};

function hides(
  node: ast.Parameter | ast.Block | ast.Constant,
  inside: string,
  report: Report,
  context: Context,
): void {
  const { uri, parseResult } = AstUtils.getDocument(node);
  const hidden = node.name ? context.meaningOf(node.name, parseResult.value as ast.Document) : undefined;
  if (!hidden) return;
  const elsewhere = AstUtils.getDocument(hidden).uri;
  const where = elsewhere === uri ? 'of this file' : `imported from "${importPath(uri, elsewhere)}"`;
  report({
    message: `inside ${inside}, \`${node.name}\` hides the ${wordFor(hidden)} ${where}; under another name both can be used`,
    at: node,
    property: 'name',
    related: [{ message: 'hidden there', at: hidden }],
  });
}

const wordFor = (node: { readonly $type: string }): string =>
  ast.isBlock(node) ? node.level : node.$type.toLowerCase();
