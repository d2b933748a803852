import * as ast from '../generated/ast.ts';
import { kindOf, ownerOf } from '../types/schema.ts';
import type { Check } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const levelOrder: Check = {
  code: 'level-order',
  severity: 'error',
  doc: 'A chip holds tiles, a tile PEs, a PE crossbars; levels may be left out but not swapped.',
  ...fromElaboration('level-order'),
  nodes: {
    Part: (node, report) => {
      const target = node.what?.ref;
      if (ast.isComponent(target) && kindOf(target) === 'cell')
        report({
          message: `${target.name} is a cell, not a part; name it in a crossbar: \`cell ${target.name}\``,
          at: node,
          property: 'what',
        });
      const owner = ownerOf(node.$container);
      // What the parser made up after a syntax error has no name to speak of.
      if (ast.isComponent(owner) && owner.name)
        report({
          message: `a component has no parts, and ${owner.name} is one; parts stand in a chip, tile, pe or crossbar`,
          at: node,
        });
    },
    Block: (node, report) => {
      if (node.level === 'chip' && ast.isBody(node.$container))
        report({
          message: 'a chip stands at the top of a file, not inside a block',
          at: node,
          property: 'level',
        });
      const base = node.base?.ref;
      if (base && base.level !== node.level)
        report({
          message: `a ${node.level} cannot extend the ${base.level} ${base.name}, only another ${node.level}`,
          at: node,
          property: 'base',
        });
    },
  },
};
