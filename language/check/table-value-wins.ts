import { description, rulingOf } from '../../simulator/index.ts';
import type { Check } from './check.ts';
import { allOf } from './nearest.ts';

/**
 * A component may state values of a table and what a law needs for the same. Both cannot hold; the table wins, and who changes a
 * coefficient should not wonder why nothing happens.
 */
export const tableValueWins: Check = {
  code: 'table-value-wins',
  severity: 'info',
  doc: 'Where a value of the table stands beside what a law needs for the same value, the table wins.',
  silence: 'Where the value of the table is meant and the law only stands beside it.',
  described: ({ subject, component, given }, report) => {
    const kind = component && description.components.get(component.kind);
    if (!kind) return;
    for (const { winner, over } of rulingOf(kind, component.parameters).overruled) {
      const [change, them] = over.length === 1 ? ['changes', 'it'] : ['change', 'them'];
      report({
        message: `${subject} takes \`${winner}\` from the table, so ${allOf(over)} ${change} nothing; leave \`${winner}\` out to use ${them}`,
        at: [winner, ...over].flatMap(name => given.get(name)?.property ?? []),
      });
    }
  },
};
