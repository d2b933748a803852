import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Check, Report } from './check.ts';
import { typeErrors } from './expressions.ts';
import { fromElaboration } from './from-elaboration.ts';

export const cyclicDefinition: Check = {
  code: 'cyclic-definition',
  severity: 'error',
  doc: 'Nothing is defined by way of itself: constants, parameters, `extends`, or blocks that contain themselves.',
  ...fromElaboration('cyclic-definition'),
  nodes: {
    ...typeErrors('cyclic-definition', ({ message, node }, report) => report({ message, at: node })),
    Component: (node, report) => inheritance(node, report),
    Block: (node, report) => inheritance(node, report),
  },
};

function inheritance(node: ast.Component | ast.Block, report: Report): void {
  const seen = new Set<AstNode>();
  let current: ast.Component | ast.Block | undefined = node.base?.ref;
  while (current && !seen.has(current)) {
    if (current === node) {
      report({ message: `${node.name} extends itself`, at: node, property: 'base' });
      return;
    }
    seen.add(current);
    current = current.base?.ref;
  }
}
