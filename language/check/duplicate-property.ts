import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import type { Check, Report } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const duplicateProperty: Check = {
  code: 'duplicate-property',
  severity: 'error',
  doc: 'A property is stated once in a block.',
  ...fromElaboration('duplicate-property'),
  nodes: {
    Body: (node, report) => once(node.entries.filter(ast.isProperty), report),
    Evaluation: (node, report) => once(node.statements.filter(ast.isProperty), report),
  },
};

function once(nodes: readonly (AstNode & { readonly name: string })[], report: Report): void {
  const seen = new Map<string, AstNode>();
  for (const node of nodes) {
    const first = seen.get(node.name);
    if (first)
      report({
        message: `\`${node.name}\` is already stated in this block; only one of the two can hold`,
        at: node,
        property: 'name',
        related: [{ message: 'first stated here', at: first }],
      });
    else seen.set(node.name, node);
  }
}
