import { wordsExpected } from '../types/expected-words.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check } from './check.ts';
import { didYouMean, oneOf, replaceFix } from './nearest.ts';

export const unknownWord: Check = {
  code: 'unknown-word',
  severity: 'error',
  doc: 'Where a property, parameter or comparison takes one of a few words, it must be one of them.',
  nodes: {
    NameReference: (node, report) => {
      const words = node.target.error ? wordsExpected(node) : undefined;
      const word = node.target.$refText;
      if (words === undefined || words === 'any' || words.includes(word)) return;
      const suggestion = nearest(word, words);
      const expected = words.length > 0 ? `; expected ${oneOf(words)}` : '; expected a number';
      report({
        message: `\`${word}\` cannot stand here${didYouMean(suggestion) || expected}`,
        at: node,
        ...replaceFix(node, undefined, suggestion),
      });
    },
    Normalise: (node, report) => {
      if (node.measure === 'area') return;
      report({
        message: `only \`area\` can be normalised, not \`${node.measure}\``,
        at: node,
        property: 'measure',
        ...replaceFix(node, 'measure', 'area'),
      });
    },
  },
};
