import { elements } from '../workload.ts';
import type { LayerKind } from './kind.ts';

function activation(kind: string, doc: string): LayerKind {
  return {
    kind,
    doc,
    inputs: 'one',
    parameters: {},
    infer: ([input]) => ({ kind: 'activation', output: input!, operations: elements(input!) }),
  };
}

export const relu = activation('relu', 'Rectified linear unit on every value.');
export const sigmoid = activation('sigmoid', 'Logistic function on every value.');
export const tanh = activation('tanh', 'Hyperbolic tangent on every value.');

/** Element-wise sum of inputs of one shape. */
export const add: LayerKind = {
  kind: 'add',
  doc: 'Sum of two or more inputs of the same shape: a residual connection.',
  inputs: 'many',
  parameters: {},
  infer: inputs => {
    const [first, ...others] = inputs;
    const sameShape = others.every(
      other =>
        other.channels === first!.channels && other.height === first!.height && other.width === first!.width,
    );
    if (!sameShape) return 'the inputs of `add` differ in shape';
    return { kind: 'elementwise', output: first!, operations: elements(first!) * others.length };
  },
};

/** Channels of the inputs one after the other; costs nothing but the values' way. */
export const concat: LayerKind = {
  kind: 'concat',
  doc: 'Channels of two or more inputs of the same height and width, one after the other.',
  inputs: 'many',
  parameters: {},
  infer: inputs => {
    const [first] = inputs;
    if (!inputs.every(input => input.height === first!.height && input.width === first!.width))
      return 'the inputs of `concat` differ in height or width';
    const channels = inputs.reduce((sum, input) => sum + input.channels, 0);
    return { kind: 'reshape', output: { ...first!, channels }, operations: 0 };
  },
};
