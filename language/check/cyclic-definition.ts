import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { bodiesOf } from '../syntax/bodies.ts';
import { visit } from '../syntax/visit.ts';
import type { Check, Report } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const cyclicDefinition: Check = {
  code: 'cyclic-definition',
  severity: 'error',
  doc: 'Nothing is defined by way of itself: constants, parameters, `extends`, or blocks that contain themselves.',
  ...fromElaboration('cyclic-definition'),
  nodes: {
    Document: (root, report) => definitions(root, report),
    Component: (node, report) => inheritance(node, report),
    Block: (node, report) => inheritance(node, report),
  },
};

function inheritance(node: ast.Component | ast.Block, report: Report): void {
  const seen = new Set<AstNode>();
  let current: ast.Component | ast.Block | undefined = node.base?.ref;
  while (current && !seen.has(current)) {
    if (current === node) {
      report({
        message: `${node.name} extends itself; at the end of the chain must be one that extends nothing`,
        at: node,
        property: 'base',
      });
      return;
    }
    seen.add(current);
    current = current.base?.ref;
  }
}

type Definition = ast.Constant | ast.Parameter | ast.Property;

/** Walks from definition to definition once; whoever is met again before the walk is back is part of a circle. */
function definitions(root: ast.Document, report: Report): void {
  const done = new Set<Definition>();
  const way: Definition[] = [];
  const onWay = new Set<Definition>();
  visit(root, node => {
    if (isDefinition(node)) follow(node);
  });

  function follow(node: Definition): void {
    if (onWay.has(node)) return way.slice(way.indexOf(node)).forEach(complain);
    if (done.has(node)) return;
    way.push(node);
    onWay.add(node);
    usedBy(node).forEach(follow);
    way.pop();
    onWay.delete(node);
    done.add(node);
  }

  function complain(node: Definition): void {
    report({
      message: `${node.name} is defined by way of itself; somewhere on the way a number must stand`,
      at: node,
      property: 'name',
    });
  }
}

function isDefinition(node: AstNode | undefined): node is Definition {
  return ast.isConstant(node) || ast.isParameter(node) || ast.isProperty(node);
}

/** What the value of a definition takes its own value from. */
function usedBy({ value }: Definition): Definition[] {
  if (!value) return [];
  const used: Definition[] = [];
  visit(value, node => {
    if (!ast.isNameReference(node)) return;
    const target = node.target.ref;
    const definition = ast.isComponent(target) ? propertyOf(target, node.member) : target;
    if (isDefinition(definition)) used.push(definition);
  });
  return used;
}

const propertyOf = (component: ast.Component, name: string | undefined): ast.Property | undefined =>
  bodiesOf(component.body)
    .flatMap(({ entries }) => entries)
    .find((entry): entry is ast.Property => ast.isProperty(entry) && entry.name === name);
