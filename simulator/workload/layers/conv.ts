import { whole } from '../../units/index.ts';
import type { LayerKind } from './kind.ts';
import { slide, windowParameters } from './window.ts';

/** Each of `groups` parts: a matrix of kernel height · width · channels rows, applied at every window position. */
export const conv: LayerKind = {
  kind: 'conv',
  doc: 'Convolution.',
  inputs: 'one',
  parameters: {
    outputs: whole('count', 'Output channels.', { required: true }),
    ...windowParameters,
    groups: whole('count', 'Groups of channels that do not see each other.'),
  },
  infer: ([input], values) => {
    const window = slide(input!, values);
    if (typeof window === 'string') return window;
    const outputs = values.outputs as number;
    const groups = (values.groups as number | undefined) ?? 1;
    if (input!.channels % groups !== 0 || outputs % groups !== 0)
      return `${input!.channels} input and ${outputs} output channels do not divide into ${groups} groups`;
    const { kernel, height, width } = window;
    return {
      kind: 'conv',
      output: { channels: outputs, height, width },
      kernel,
      matrix: {
        rows: (kernel.height * kernel.width * input!.channels) / groups,
        columns: outputs / groups,
        groups,
        windows: height * width,
      },
    };
  },
};
