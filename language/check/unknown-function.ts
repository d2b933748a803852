import { functions } from '../types/functions.ts';
import type { Check } from './check.ts';
import { didYouMean, nearest, oneOf, replaceFix } from './nearest.ts';

export const unknownFunction: Check = {
  code: 'unknown-function',
  severity: 'error',
  doc: 'Only the functions of the language can be called.',
  typeError: ({ message: name, node, property }, report) => {
    const suggestion = nearest(name, functions.keys());
    report({
      message: `unknown function \`${name}\`${didYouMean(suggestion) || `; expected ${oneOf([...functions.keys()])}`}`,
      at: node,
      property: property!,
      ...replaceFix(node, property, suggestion),
    });
  },
};
