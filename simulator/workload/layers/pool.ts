import { word } from '../../units/index.ts';
import type { LayerKind } from './kind.ts';
import { allPositions } from '../workload.ts';
import { slide, windowParameters } from './window.ts';

function pool(kind: string, doc: string): LayerKind {
  return {
    kind,
    doc: `${doc} The stride is the kernel's size unless stated.`,
    inputs: 'one',
    shorthand: 'kernel',
    parameters: {
      ...windowParameters,
      rounding: word(
        ['down', 'up'],
        'Whether a window that hangs over the edge counts (`up`) or not (`down`).',
      ),
    },
    infer: ([input], values) => {
      const [kernel = 1] = values.kernel as readonly number[];
      const window = slide(input!, values, kernel, values.rounding === 'up');
      if (typeof window === 'string') return window;
      const output = { channels: input!.channels, height: window.height, width: window.width };
      const perOutput = window.kernel.height * window.kernel.width;
      return {
        kind: 'pooling',
        output,
        kernel: window.kernel,
        operations: output.channels * window.height * window.width * perOutput,
      };
    },
  };
}

export const maxpool = pool('maxpool', 'Maximum over a window.');
export const avgpool = pool('avgpool', 'Mean over a window.');

/** Mean over the whole height and width. */
export const globalpool: LayerKind = {
  kind: 'globalpool',
  doc: 'Mean over all positions of each channel.',
  inputs: 'one',
  parameters: {},
  infer: ([input]) => ({
    kind: 'pooling',
    output: { channels: input!.channels, height: 1, width: 1 },
    kernel: allPositions(input!),
    operations: input!.channels * input!.height * input!.width,
  }),
};
