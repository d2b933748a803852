import { whole } from '../../units/index.ts';
import { allPositions, elements, onePosition, positions } from '../workload.ts';
import type { LayerKind } from './kind.ts';

/** All inputs to all outputs, once per inference, or once for each of `tokens` positions. */
export const dense: LayerKind = {
  kind: 'dense',
  doc: 'Fully connected layer; its input is flattened unless `tokens` is stated.',
  inputs: 'one',
  parameters: {
    outputs: whole('count', 'Outputs.', { required: true }),
    tokens: whole(
      'count',
      'Positions of the input, each of which is multiplied on its own with the same weights: words or steps of a sequence.',
    ),
  },
  infer: ([input], values) => {
    const outputs = values.outputs as number;
    const tokens = values.tokens as number | undefined;
    if (tokens === undefined)
      return {
        kind: 'dense',
        output: { channels: outputs, height: 1, width: 1 },
        kernel: allPositions(input!),
        matrix: { rows: elements(input!), columns: outputs, groups: 1, windows: 1 },
      };
    if (tokens !== positions(input!))
      return `the input has ${positions(input!)} positions, not ${tokens} tokens`;
    return {
      kind: 'dense',
      output: { ...input!, channels: outputs },
      kernel: onePosition,
      matrix: { rows: input!.channels, columns: outputs, groups: 1, windows: tokens },
    };
  },
};
