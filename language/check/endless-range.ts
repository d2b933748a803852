import { describeDimension, formatNumber } from '../../simulator/units/index.ts';
import { defaultsAround } from '../elaborate/defaults-around.ts';
import { evaluateQuantity, goesByOne, rangeLimit, rangeSteps } from '../elaborate/expression.ts';
import * as ast from '../generated/ast.ts';
import type { Check } from './check.ts';

export const endlessRange: Check = {
  code: 'endless-range',
  severity: 'error',
  doc: 'A range gets from its first value to its last one in a reasonable number of steps.',
  nodes: {
    Range: (node, report) => {
      const environment = defaultsAround(node);
      const [from, to] = [node.from, node.to].map(each => evaluateQuantity(each, environment));
      if (!from || !to) return;
      const text = (each: ast.Expression) => each.$cstNode?.text ?? '';
      if (!node.step) {
        // As bounds of a parameter a range stands for everything in between.
        if (ast.isParameter(node.$container) && node.$container.domain === node) {
          if (to.value < from.value)
            report({ message: `no value lies between ${text(node.from)} and ${text(node.to)}`, at: node });
          return;
        }
        if (!goesByOne(from.dimension))
          return report({
            message: `a range of values that are each ${describeDimension(from.dimension)} needs a step, for example \`${text(node.from)} .. ${text(node.to)} step ${text(node.from)}\``,
            at: node,
          });
      }
      const step = node.step ? evaluateQuantity(node.step, environment)?.value : 1;
      if (step === undefined || rangeSteps(from.value, to.value, step) !== undefined) return;
      const steps = (to.value - from.value) / step;
      report({
        message:
          step !== 0 && steps > rangeLimit
            ? `this range has more than ${formatNumber(rangeLimit)} values`
            : `steps of ${node.step ? text(node.step) : '1'} never lead from ${text(node.from)} to ${text(node.to)}`,
        at: node,
      });
    },
  },
};
