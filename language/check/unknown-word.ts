import type * as ast from '../generated/ast.ts';
import { infer } from '../types/infer.ts';
import { parameterOf } from '../types/schema.ts';
import type { Check, Report } from './check.ts';
import { didYouMean, nearest, oneOf, replaceFix } from './nearest.ts';

export const unknownWord: Check = {
  code: 'unknown-word',
  severity: 'error',
  doc: 'Where a property takes one of a few words, it must be one of them.',
  nodes: {
    Property: (node, report) => {
      const type = parameterOf(node)?.type;
      if (!type || !node.value) return;
      if ('words' in type) among(node.value, type.words, report);
      else if ('sizes' in type && type.or) among(node.value, type.or, report);
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

function among(value: ast.Expression, words: readonly string[], report: Report): void {
  const found = infer(value);
  if (found.kind !== 'word' || words.includes(found.word)) return;
  const suggestion = nearest(found.word, words);
  const expected = words.length > 0 ? `; expected ${oneOf(words)}` : '; expected a number';
  report({
    message: `\`${found.word}\` cannot stand here${didYouMean(suggestion) || expected}`,
    at: value,
    ...replaceFix(value, undefined, suggestion),
  });
}
