import { description, rulingOf, type Ruling } from '../../simulator/index.ts';
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
  silence: 'Where what does not follow is left out on purpose, for now or because it does not matter.',
  described: ({ subject, component, given, node }, report) => {
    const kind = component && description.components.get(component.kind);
    if (!kind) return;
    const incomplete = rulingOf(kind, component.parameters).incomplete.filter(
      ({ law, missing }) =>
        // What is required is asked for by name; what is stated wrongly has been said to be.
        !missing.some(name => kind.parameters[name]?.required === true || given.has(name)) &&
        // A component may leave open what each of its uses says anew, such as a capacity.
        !(ast.isComponent(node) && missing.every(name => law.needs.includes(name))),
    );
    for (const laws of sameMissing(incomplete)) {
      const values = allOf(laws.map(({ law }) => law.gives));
      const [follow, them] = laws.length === 1 ? ['does not follow', 'it'] : ['do not follow', 'them'];
      report({
        message: `${subject} leaves out ${allOf(laws[0]!.missing)}, so ${values} ${follow} from what is stated; nothing is counted for ${them}`,
        at: [...laws.flatMap(({ stated }) => stated.flatMap(name => given.get(name)?.property ?? [])), node],
      });
    }
  },
};

/** Laws that lack the same are one slip. */
function sameMissing(incomplete: Ruling['incomplete']): Ruling['incomplete'][] {
  const keyOf = ({ missing }: Ruling['incomplete'][number]) => missing.join();
  const keys = new Set(incomplete.map(keyOf));
  return [...keys].map(key => incomplete.filter(each => keyOf(each) === key));
}
