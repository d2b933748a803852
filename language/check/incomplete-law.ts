import { description, type Law, rulingOf } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import type { Check } from './check.ts';
import { allOf } from './nearest.ts';

/**
 * A law some of whose coefficients are stated and others not says nothing, and no value of the table stands in for it: the component
 * would come for free.
 */
export const incompleteLaw: Check = {
  code: 'incomplete-law',
  severity: 'warning',
  doc: 'Who states a coefficient of a law states all it takes, or the value itself.',
  described: ({ subject, component, given, node }, report) => {
    const kind = component && description.components.get(component.kind);
    if (!kind) return;
    for (const { law, stated, missing } of rulingOf(kind, component.parameters).incomplete) {
      // What is required is asked for by name; what is stated wrongly has been said to be.
      if (missing.some(name => kind.parameters[name]?.required || given.has(name))) continue;
      // A component may leave open what each of its uses says anew, such as a capacity.
      if (ast.isComponent(node) && missing.every(name => law.needs.includes(name))) continue;
      report({
        message: `${subject} states ${allOf(stated)}, but \`${law.gives}\` follows only with ${allOf(missing)} as well; without, ${consequences[law.gives]}`,
        at: [...stated.flatMap(name => given.get(name)?.property ?? []), node],
      });
    }
  },
};

const consequences: Readonly<Record<Law['gives'], string>> = {
  energy: 'what it does costs nothing',
  area: 'it takes no area',
  rate: 'nothing limits how fast it is',
  static: 'it draws nothing at rest',
};
