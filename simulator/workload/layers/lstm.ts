import { whole } from '../../units/index.ts';
import { onePosition, positions } from '../workload.ts';
import type { LayerKind } from './kind.ts';

/**
 * A long short-term memory as one matrix: rows for the input, the state of the step before and a constant one (the
 * biases), columns for the three gates and the new content. Its output is the state after every step.
 *
 * Beside the matrix, each value of the state takes at each step three logistic functions, two hyperbolic tangents, three
 * products and one sum: c = f·c + i·g, h = o·tanh(c) (Hochreiter and Schmidhuber, with forget gate, without peepholes). The
 * state h is an input of the next step; c is kept for it.
 */
export const lstm: LayerKind = {
  kind: 'lstm',
  doc: 'Long short-term memory: a recurrent layer that is applied step after step. Its output is the state after every step.',
  inputs: 'one',
  parameters: {
    hidden: whole('count', 'Values of the state.', { required: true }),
    steps: whole(
      'count',
      'Steps per inference; one for each position of the input unless stated. After an input of one position, the inputs of further steps come from outside.',
    ),
  },
  infer: ([input], values) => {
    const hidden = values.hidden as number;
    const given = positions(input!);
    const steps = (values.steps as number | undefined) ?? given;
    if (given !== 1 && given !== steps) return `${steps} steps do not go with an input of ${given} positions`;
    return {
      kind: 'lstm',
      output: { channels: hidden, height: steps, width: 1 },
      kernel: onePosition,
      matrix: { rows: input!.channels + hidden + 1, columns: 4 * hidden, groups: 1, windows: steps },
      recurrent: {
        activations: 5 * hidden * steps,
        elementwise: 4 * hidden * steps,
        fedBack: hidden,
        kept: hidden,
      },
    };
  },
};
