import { GrammarUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { schemaOf } from '../types/schema.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check } from './check.ts';
import { didYouMean, oneOf, replaceFix } from './nearest.ts';

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
      const what = ast.isEvaluation(node.$container) ? 'setting' : 'property';
      report({
        message: `unknown ${what} \`${node.name}\`${didYouMean(suggestion) || expected(known)}`,
        at: node,
        property: 'name',
        ...(suggestion ? replaceFix(node, 'name', suggestion) : removeFix(node)),
      });
    },
  },
};

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
