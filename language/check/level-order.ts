import * as ast from '../generated/ast.ts';
import type { Check } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const levelOrder: Check = {
  code: 'level-order',
  severity: 'error',
  doc: 'A chip holds tiles, a tile PEs, a PE crossbars; levels may be left out but not swapped.',
  ...fromElaboration('level-order'),
  nodes: {
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
          message: `a ${node.level} cannot extend the ${base.level} ${base.name}`,
          at: node,
          property: 'base',
        });
    },
  },
};
