import { type AstNode, AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import type { Check, Report } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const cyclicDefinition: Check = {
  code: 'cyclic-definition',
  severity: 'error',
  doc: 'Nothing is defined by way of itself: constants, parameters, `extends`, or blocks that contain themselves.',
  ...fromElaboration('cyclic-definition'),
  nodes: {
    Constant: (node, report) => definition(node, node.name, report),
    Parameter: (node, report) => definition(node, node.name, report),
    Property: (node, report) => definition(node, node.name, report),
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

type Definition = ast.Constant | ast.Parameter | ast.Property;

function definition(node: Definition, name: string, report: Report): void {
  const open: Definition[] = [node];
  for (const each of open) {
    const used = usedBy(each);
    if (used.includes(node))
      return report({ message: `${name} is defined by way of itself`, at: node, property: 'name' });
    open.push(...used.filter(next => !open.includes(next)));
  }
}

/** What the value of a definition takes its own value from. */
function usedBy({ value }: Definition): Definition[] {
  if (!value) return [];
  return AstUtils.streamAst(value)
    .filter(ast.isNameReference)
    .map(({ target: { ref }, member }) => (ast.isComponent(ref) ? propertyOf(ref, member) : ref))
    .filter(
      (target): target is Definition =>
        ast.isConstant(target) || ast.isParameter(target) || ast.isProperty(target),
    )
    .toArray();
}

const propertyOf = (component: ast.Component, name: string | undefined): ast.Property | undefined =>
  component.body?.entries.find(
    (entry): entry is ast.Property => ast.isProperty(entry) && entry.name === name,
  );
