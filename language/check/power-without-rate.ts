import { description, rulingOf } from '../../simulator/index.ts';
import { elaborateAlone } from '../elaborate/component.ts';
import type { Check } from './check.ts';

/**
 * A component that states its power but not how often it acts gives no energy of an action: the power would count
 * towards the peak and nothing towards any inference.
 */
export const powerWithoutRate: Check = {
  code: 'power-without-rate',
  severity: 'warning',
  doc: 'Energy of an action is stated, or follows from power and rate, or from a law.',
  silence: 'Where the power is only meant to count towards the peak.',
  nodes: {
    Component: (node, report) => {
      const elaborated = elaborateAlone(node);
      const kind = elaborated && description.components.get(elaborated.component.kind);
      if (!kind || kind.performs('tile').length === 0) return;
      const { given } = elaborated.described;
      const lawful = new Set(
        rulingOf(kind, elaborated.component.parameters).inForce.map(({ gives }) => gives),
      );
      const settled = (['rate', 'energy'] as const).some(name => given.has(name) || lawful.has(name));
      if (!given.has('power') || settled) return;
      report({
        message: `${node.name} states a power but neither \`rate\` nor \`energy\`, so what it does costs nothing; state one of them`,
        at: node,
        property: 'name',
      });
    },
  },
};
