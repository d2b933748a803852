import type { AstNode, CstNode } from 'langium';
import { chipName } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';
import type { Check, Report } from './check.ts';
import { removeFromList } from './remove-from-list.ts';

export const duplicateName: Check = {
  code: 'duplicate-name',
  severity: 'error',
  doc: 'A name is given once in a file, a block, a parameter list or a workload.',
  nodes: {
    Document: (node, report) =>
      once(
        node.declarations.filter(each => !ast.isEvaluation(each)),
        report,
      ),
    Body: (node, report) => once([...node.blocks, ...node.constants], report),
    Component: (node, report) => once(node.parameters, report),
    Block: (node, report) => once(node.parameters, report),
    Workload: (node, report) => once(node.items.filter(ast.isLayer), report),
    Evaluation: (node, report) => {
      listed(
        node.chips.map(use => ({ name: chipName(use), cst: use.$cstNode })),
        node,
        'chips',
        report,
      );
      listed(
        node.workloads.map(({ $refText, $refNode }) => ({ name: $refText, cst: $refNode })),
        node,
        'workloads',
        report,
      );
    },
  },
};

function listed(
  list: readonly { readonly name: string; readonly cst: CstNode | undefined }[],
  at: ast.Evaluation,
  property: 'chips' | 'workloads',
  report: Report,
): void {
  const names = list.map(({ name }) => name);
  names.forEach((name, index) => {
    if (!name || names.indexOf(name) === index) return;
    const edit = removeFromList(
      list.map(({ cst }) => cst),
      index,
    );
    report({
      message: `\`${name}\` is already listed; once is enough`,
      at,
      property,
      index,
      ...(edit ? { fix: { title: `Remove this \`${name}\``, edits: [edit] } } : {}),
    });
  });
}

function once(nodes: readonly (AstNode & { readonly name: string })[], report: Report): void {
  const seen = new Map<string, AstNode>();
  for (const node of nodes) {
    const first = seen.get(node.name);
    if (!first) seen.set(node.name, node);
    else if (node.name)
      report({
        message: `\`${node.name}\` is already defined here; give one of the two another name`,
        at: node,
        property: 'name',
        related: [{ message: 'first defined here', at: first }],
      });
  }
}
