import { GrammarUtils } from 'langium';
import { exampleOf } from '../types/example.ts';
import { parameterOf } from '../types/schema.ts';
import type { Check } from './check.ts';

export const missingValue: Check = {
  code: 'missing-value',
  severity: 'error',
  doc: 'Behind the name of a property stands its value, on the same line.',
  nodes: {
    Property: (node, report) => {
      if (node.value || node.body) return;
      const parameter = parameterOf(node);
      const name = GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
      // An unknown property is told that it is.
      if (!parameter || !name) return;
      const example = exampleOf(node.name, parameter);
      report({
        message: `\`${node.name}\` needs a value, for example \`${node.name} ${example}\``,
        at: node,
        property: 'name',
        fix: {
          title: `Write \`${node.name} ${example}\``,
          edits: [{ offset: name.end, length: 0, text: ` ${example}` }],
        },
      });
    },
  },
};
