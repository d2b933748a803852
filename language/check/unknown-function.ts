import { functions } from '../types/functions.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check } from './check.ts';
import { didYouMean, oneOf, replaceFix } from './nearest.ts';

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
