import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { visit } from '../syntax/visit.ts';
import type { Check, Fix } from './check.ts';
import { referredTo } from './references.ts';

/**
 * A parameter that nothing in its file depends on. Constants, components and whole blocks are never too many: another file
 * may import them.
 */
export const unusedParameter: Check = {
  code: 'unused-parameter',
  severity: 'hint',
  doc: 'Something depends on each parameter.',
  unnecessary: true,
  nodes: {
    Document: (root, report) => {
      const owners = ownersOfParameters(root);
      const used = owners.length > 0 && referredTo(AstUtils.getDocument(root));
      if (!used) return;
      const filled = filledIn(root);
      for (const owner of owners)
        owner.parameters.forEach((parameter, index) => {
          // Of two of one name, what depends on the first depends on both.
          const namesakes = owner.parameters.filter(({ name }) => name === parameter.name);
          if (!parameter.name || namesakes.some(each => used.has(each))) return;
          const fix = filled.has(owner) ? undefined : removeFix(owner, index);
          report({
            message: `nothing depends on \`${parameter.name}\`; use it in ${owner.name}, or leave it out`,
            at: parameter,
            ...(fix ? { fix } : {}),
          });
        });
    },
  },
};

type Owner = ast.Component | ast.Block;

function ownersOfParameters(root: ast.Document): readonly Owner[] {
  return root.declarations.filter(
    (each): each is Owner => (ast.isComponent(each) || ast.isBlock(each)) && each.parameters.length > 0,
  );
}

/** What is given arguments somewhere in the file, which a parameter less would leave without a place to go. */
function filledIn(root: ast.Document): ReadonlySet<unknown> {
  const filled = new Set<unknown>();
  visit(root, node => {
    if (ast.isPart(node) && node.arguments.length > 0) filled.add(node.what?.ref);
    if (ast.isChipUse(node) && node.arguments.length > 0) filled.add(node.chip?.ref);
    if ((ast.isComponent(node) || ast.isBlock(node)) && node.arguments.length > 0) filled.add(node.base?.ref);
  });
  return filled;
}

/** Takes a parameter out of its list with the comma beside it; the only one takes the parentheses along. */
function removeFix({ $cstNode, parameters }: Owner, index: number): Fix | undefined {
  const [own, before, after] = [index, index - 1, index + 1].map(each => parameters[each]?.$cstNode);
  if (!$cstNode || !own) return undefined;
  const text = $cstNode.root.fullText;
  const [start, end] = after
    ? [own.offset, after.offset]
    : before
      ? [before.end, own.end]
      : [text.lastIndexOf('(', own.offset), text.indexOf(')', own.end) + 1];
  const title = `Remove \`${parameters[index]!.name}\``;
  return { title, edits: [{ offset: start, length: end - start, text: '' }] };
}
