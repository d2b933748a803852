import {
  describeDimension,
  findUnit,
  formatNumber,
  formatQuantity,
  type Quantity,
} from '../../simulator/units/index.ts';
import { defaultsAround } from '../elaborate/defaults-around.ts';
import { evaluateQuantity, goesByOne, rangeLimit, rangeSteps } from '../elaborate/expression.ts';
import * as ast from '../generated/ast.ts';
import type { Check, Fix } from './check.ts';

export const endlessRange: Check = {
  code: 'endless-range',
  severity: 'error',
  doc: 'A range gets from its first value to its last one in a reasonable number of steps.',
  nodes: {
    Range: (node, report) => {
      const environment = defaultsAround(node);
      const [from, to] = [node.from, node.to].map(each => evaluateQuantity(each, environment));
      if (!from || !to) return;
      if (!node.step) {
        // As bounds of a parameter a range stands for everything in between.
        if (ast.isParameter(node.$container) && node.$container.domain === node) {
          if (to.value < from.value)
            report({
              message: `no value lies between ${text(node.from)} and ${text(node.to)}`,
              at: node,
              ...swapped(node),
            });
          return;
        }
        if (!goesByOne(from.dimension)) {
          const step = stepText(node, from, to);
          return report({
            message: `a range of values that are each ${describeDimension(from.dimension)} needs a step, for example \`${text(node.from)} .. ${text(node.to)} step ${step}\``,
            at: node,
            ...withStep(node, step),
          });
        }
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
        ...(node.step ? {} : swapped(node)),
      });
    },
  },
};

const text = ({ $cstNode }: ast.Expression): string => $cstNode?.text ?? '';

function swapped({ $cstNode, from, to }: ast.Range): { fix?: Fix } {
  if (!$cstNode) return {};
  const edits = [{ offset: $cstNode.offset, length: $cstNode.length, text: `${text(to)} .. ${text(from)}` }];
  return { fix: { title: 'Swap the two', edits } };
}

/** A tenth of the way, in the unit that its end is written with where that is a number. */
function stepText({ to: end }: ast.Range, from: Quantity, to: Quantity): string {
  const symbol = ast.isNumberLiteral(end) ? (end.unit ?? '') : '';
  const unit = findUnit(symbol);
  const step = (to.value - from.value) / 10 || to.value / 10 || (unit?.scale ?? 1);
  // Between temperatures lie kelvins, whichever scale they are written in.
  return unit && !unit.zero
    ? `${Number((step / unit.scale).toPrecision(3))} ${symbol}`
    : formatQuantity({ ...to, value: step }).replaceAll(',', '');
}

function withStep({ $cstNode }: ast.Range, step: string): { fix?: Fix } {
  if (!$cstNode) return {};
  return {
    fix: {
      title: `Add \`step ${step}\``,
      edits: [{ offset: $cstNode.end, length: 0, text: ` step ${step}` }],
    },
  };
}
