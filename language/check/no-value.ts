import { dimensions, sameDimension } from '../../simulator/units/index.ts';
import { defaultsAround } from '../elaborate/defaults-around.ts';
import { evaluateExpression } from '../elaborate/expression.ts';
import { whyNoValue } from '../elaborate/value-text.ts';
import * as ast from '../generated/ast.ts';
import { infer } from '../types/infer.ts';
import type { Check } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

/** A calculation whose types are right and that still comes to nothing, because of the values in it. */
export const noValue: Check = {
  code: 'no-value',
  severity: 'error',
  doc: 'Every calculation comes to a value: indices lie inside their lists, ranges end.',
  ...fromElaboration('no-value'),
  nodes: {
    Constant: (node, report) => {
      const why = node.value && whyNoValue([node.value]);
      if (!why || infer(node.value).kind === 'error') return;
      if (evaluateExpression(node.value, defaultsAround(node)) === undefined)
        report({ message: `\`${node.name}\` has no value; ${why}`, at: node, property: 'value' });
    },
  },
  described: ({ parameters, given }, report) => {
    for (const [name, { property, value }] of given) {
      const type = parameters[name]?.type;
      const expression = ast.isProperty(property) ? property.value : undefined;
      if (value !== undefined || !type || !('dimension' in type) || !expression) continue;
      const why = whyNoValue([expression]);
      const found = infer(expression);
      if (!why || found.kind !== 'quantity' || !sameDimension(found.dimension, dimensions[type.dimension]))
        continue;
      report({ message: `\`${name}\` has no value; ${why}`, at: property, property: 'value' });
    }
  },
};
