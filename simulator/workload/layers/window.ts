import type { Parameter, Parameters } from '../../units/index.ts';
import type { Kernel, Shape } from '../workload.ts';
import { type LayerValues, square } from './kind.ts';

/** A sliding window over height and width, shared by convolution and pooling. */
export interface Window {
  readonly kernel: Kernel;
  /** Positions of the window. */
  readonly height: number;
  readonly width: number;
}

const size = (doc: string): Parameter => ({ doc, type: { sizes: [1, 2] } });

export const windowParameters: Parameters = {
  kernel: { ...size('Height × width of the window; one number means a square.'), required: true },
  stride: size('Step of the window, downwards × across.'),
  padding: {
    doc: 'Zeros added on every side, above and below × left and right. `same` keeps the size at stride 1.',
    type: { sizes: [1, 2], or: ['same'], zero: true },
  },
};

/** Where a window fits: ⌊(size + 2·padding − kernel) ÷ stride⌋ + 1 positions each way; rounded up when `ceiling`. */
export function slide(
  input: Shape,
  values: LayerValues,
  strideDefault?: number,
  ceiling = false,
): Window | string {
  const [height, width] = square(values.kernel, 1);
  const [strideDown, strideAcross] = square(values.stride, strideDefault ?? 1);
  const same = values.padding === 'same';
  const [padDown, padAcross] = same ? [(height - 1) / 2, (width - 1) / 2] : square(values.padding, 0);
  const positions = (span: number, pad: number, kernel: number, stride: number) => {
    const steps = (span + 2 * pad - kernel) / stride;
    return (ceiling ? Math.ceil(steps) : Math.floor(steps)) + 1;
  };
  const down = positions(input.height, padDown, height, strideDown);
  const across = positions(input.width, padAcross, width, strideAcross);
  if (down < 1 || across < 1)
    return `a ${height} × ${width} window does not fit an input of ${input.height} × ${input.width}`;
  const kernel = {
    height,
    width,
    strideDown,
    strideAcross,
    // A kernel of even size is padded by one more below and to the right.
    paddingAbove: Math.floor(padDown),
    paddingLeft: Math.floor(padAcross),
  };
  return { kernel, height: down, width: across };
}
