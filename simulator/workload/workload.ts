/** What a chip is asked to do: layers in the order they run, with all shapes known. */
export interface Workload {
  readonly name: string;
  readonly origin: string;
  readonly layers: readonly Layer[];
}

/** Channels × height × width of the values between two layers; a vector is `n × 1 × 1`, a sequence of them `n × steps × 1`. */
export interface Shape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** Facts all layers share. */
interface LayerBase {
  readonly name: string;
  readonly origin: string;
  readonly input: Shape;
  readonly output: Shape;
  /** Indices of the layers whose outputs this one reads; -1 is the network's input. */
  readonly from: readonly number[];
}

/** A layer with stored weights: `groups` matrices of `rows × columns`, each applied `windows` times per inference. */
export interface MatrixLayer extends LayerBase {
  readonly kind: 'conv' | 'dense' | 'lstm';
  readonly matrix: Matrix;
  /** The sliding window and its stride, in input positions; the whole input for a dense layer, one position for each token or step. */
  readonly kernel: { readonly height: number; readonly width: number; readonly stride: number };
  /** Of a layer whose every window needs the result of the one before, so that copies cannot share the windows. */
  readonly recurrent?: Recurrence;
}

/** Elementary operations per inference on the tile's digital units, between the windows of a recurrent layer. */
export interface Recurrence {
  readonly activations: number;
  /** Products and sums. */
  readonly elementwise: number;
}

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  readonly windows: number;
}

/** A layer without weights: `operations` elementary operations per inference on the tile's digital units. */
export interface DigitalLayer extends LayerBase {
  readonly kind: 'activation' | 'pooling' | 'elementwise' | 'reshape';
  readonly operations: number;
}

export type Layer = MatrixLayer | DigitalLayer;

export function isMatrixLayer(layer: Layer): layer is MatrixLayer {
  return 'matrix' in layer;
}

export const elements = (shape: Shape): number => shape.channels * shape.height * shape.width;

/** Places of a picture, or words of a sequence: each holds one value of every channel. */
export const positions = ({ height, width }: Shape): number => height * width;

/** Stored weights without biases. */
export function weightCount(workload: Workload): number {
  return sum(workload, ({ rows, columns, groups }) => rows * columns * groups);
}

/** Multiply-accumulates with stored weights per inference at batch 1. */
export function macCount(workload: Workload): number {
  return sum(workload, ({ rows, columns, groups, windows }) => rows * columns * groups * windows);
}

function sum(workload: Workload, ofMatrix: (matrix: Matrix) => number): number {
  return workload.layers.reduce(
    (total, layer) => total + (isMatrixLayer(layer) ? ofMatrix(layer.matrix) : 0),
    0,
  );
}
