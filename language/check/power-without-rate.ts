import { description } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { kindOf } from '../types/schema.ts';
import type { Check } from './check.ts';

/**
 * A component that states its power but not how often it acts gives no energy of an action: the power would count
 * towards the peak and nothing towards any inference.
 */
export const powerWithoutRate: Check = {
  code: 'power-without-rate',
  severity: 'warning',
  doc: 'Energy of an action is stated, or follows from power and rate.',
  nodes: {
    Component: (node, report) => {
      const kind = description.components.get(kindOf(node) ?? '');
      // Arrays are read once in every input cycle unless a rate is stated.
      if (!kind || kind.kind === 'array' || kind.performs('tile').length === 0) return;
      const stated = new Set(
        chainOf(node)
          .flatMap(({ body }) => body?.entries.filter(ast.isProperty) ?? [])
          .map(({ name }) => name),
      );
      if (!stated.has('power') || ['rate', 'energy', 'energy-per-bit'].some(name => stated.has(name))) return;
      report({
        message: `${node.name} states a power but neither \`rate\` nor \`energy\`, so what it does costs nothing; state one of them`,
        at: node,
        property: 'name',
      });
    },
  },
};

function chainOf(component: ast.Component): ast.Component[] {
  const chain: ast.Component[] = [];
  for (let each: ast.Component | undefined = component; each && !chain.includes(each); each = each.base?.ref)
    chain.push(each);
  return chain;
}
