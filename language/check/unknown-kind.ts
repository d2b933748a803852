import { description } from '../../simulator/index.ts';
import { dimensions } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check, Report } from './check.ts';
import { didYouMean, oneOf, replaceFix } from './nearest.ts';

export const unknownKind: Check = {
  code: 'unknown-kind',
  severity: 'error',
  doc: 'Components, layers and parameters are of the kinds the simulator knows.',
  nodes: {
    Component: (node, report) => {
      if (node.kind)
        known(node, 'kind', node.kind, 'component kind', [...description.components.keys()], report);
      else if (!node.base)
        report({
          message: `${node.name} needs a kind, for example \`component ${node.name} : adc\``,
          at: node,
          property: 'name',
        });
    },
    Layer: (node, report) => known(node, 'kind', node.kind, 'layer', [...description.layers.keys()], report),
    Step: (node, report) => known(node, 'kind', node.kind, 'layer', [...description.layers.keys()], report),
    Parameter: (node, report) => {
      if (node.type) known(node, 'type', node.type, 'type', parameterTypes, report);
    },
  },
};

/** What a parameter may be: a quantity of some dimension, or a component of some kind. */
const parameterTypes = [...Object.keys(dimensions), ...description.components.keys()];

function known(
  node: ast.Component | ast.Layer | ast.Step | ast.Parameter,
  property: string,
  word: string | undefined,
  what: string,
  words: readonly string[],
  report: Report,
): void {
  // A syntax error may have taken the word away.
  if (word === undefined || words.includes(word)) return;
  const suggestion = nearest(word, words);
  report({
    message: `unknown ${what} \`${word}\`${didYouMean(suggestion) || `; expected ${oneOf(words)}`}`,
    at: node,
    property,
    ...replaceFix(node, property, suggestion),
  });
}
