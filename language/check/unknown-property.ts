import { GrammarUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { schemaOf } from '../types/schema.ts';
import type { Check } from './check.ts';
import { didYouMean, nearest, oneOf, replaceFix } from './nearest.ts';

export const unknownProperty: Check = {
  code: 'unknown-property',
  severity: 'error',
  doc: 'A block, component or layer only has the properties of its kind.',
  nodes: {
    Property: (node, report) => {
      const schema = schemaOf(node.$container);
      if (!schema || Object.hasOwn(schema, node.name)) return;
      const known = Object.keys(schema);
      const suggestion = nearest(node.name, known);
      report({
        message: `unknown property \`${node.name}\`${didYouMean(suggestion) || expected(known)}`,
        at: node,
        property: 'name',
        ...(suggestion ? replaceFix(node, 'name', suggestion) : removeFix(node)),
      });
    },
    Setting: (node, report) => {
      if (settings.includes(node.name)) return;
      const suggestion = nearest(node.name, settings);
      report({
        message: `unknown setting \`${node.name}\`${didYouMean(suggestion) || expected(settings)}`,
        at: node,
        property: 'name',
        ...replaceFix(node, 'name', suggestion),
      });
    },
  },
};

/** What may be set in an `evaluate`. */
export const settings: readonly string[] = ['chips', 'average'];

const expected = (known: readonly string[]): string =>
  known.length > 0 ? `; expected ${oneOf(known)}` : '; nothing can be set here';

function removeFix(node: ast.Property) {
  const cst = node.$cstNode;
  const name = GrammarUtils.findNodeForProperty(cst, 'name');
  return cst && name
    ? {
        fix: {
          title: `Remove \`${node.name}\``,
          edits: [{ offset: cst.offset, length: cst.length, text: '' }],
        },
      }
    : {};
}
