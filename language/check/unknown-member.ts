import { metrics } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { parametersOf } from '../types/schema.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check } from './check.ts';
import { didYouMean, oneOf, replaceFix } from './nearest.ts';

export const unknownMember: Check = {
  code: 'unknown-member',
  severity: 'error',
  doc: 'After a chip and a dot stands a metric, after a component and a dot one of its quantities.',
  typeError: ({ message: member, node, property }, report) => {
    const target = ast.isNameReference(node) ? node.target.ref : undefined;
    const known = ast.isComponent(target) ? Object.keys(parametersOf(target) ?? {}) : Object.keys(metrics);
    const suggestion = nearest(member, known);
    const kind = ast.isComponent(target) ? 'property' : 'metric';
    report({
      message: `unknown ${kind} \`${member}\`${didYouMean(suggestion) || `; expected ${oneOf(known)}`}`,
      at: node,
      property: property!,
      ...replaceFix(node, property, suggestion),
    });
  },
};
