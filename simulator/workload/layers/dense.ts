import { whole } from '../../units/index.ts';
import { elements } from '../workload.ts';
import type { LayerKind } from './kind.ts';

/** All inputs to all outputs, once per inference. */
export const dense: LayerKind = {
  kind: 'dense',
  doc: 'Fully connected layer; its input is flattened.',
  inputs: 'one',
  parameters: { outputs: whole('count', 'Outputs.', { required: true }) },
  infer: ([input], values) => {
    const outputs = values.outputs as number;
    return {
      kind: 'dense',
      output: { channels: outputs, height: 1, width: 1 },
      kernel: { height: input!.height, width: input!.width, stride: 1 },
      matrix: { rows: elements(input!), columns: outputs, groups: 1, windows: 1 },
    };
  },
};
