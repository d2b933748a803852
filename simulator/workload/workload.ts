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
  /** What one application of the matrix sees: the whole input for a dense layer, one position for each token or step. */
  readonly kernel: Kernel;
  /** Of a layer whose every window needs the result of the one before, so that copies cannot share the windows. */
  readonly recurrent?: Recurrence;
}

/** A window that slides over height and width. All sizes are in input positions. */
export interface Kernel {
  readonly height: number;
  readonly width: number;
  readonly strideDown: number;
  readonly strideAcross: number;
  /** How far the first window reaches over the upper, and the left, border. */
  readonly paddingAbove: number;
  readonly paddingLeft: number;
}

/** What a recurrent layer does between its windows, beside its matrix. */
export interface Recurrence {
  /** Elementary operations per inference on the tile's digital units. */
  readonly activations: number;
  /** Products and sums per inference. */
  readonly elementwise: number;
  /** Rows of the matrix whose inputs are results of the window before; the first window starts from zeros. */
  readonly fedBack: number;
  /** Values that each window takes from the one before beside those, and leaves to the next. */
  readonly kept: number;
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
  /** Of pooling: what one result sees. */
  readonly kernel?: Kernel;
}

export type Layer = MatrixLayer | DigitalLayer;

export function isMatrixLayer(layer: Layer): layer is MatrixLayer {
  return 'matrix' in layer;
}

/** A window that moves by one position and sees just that. */
export const onePosition: Kernel = {
  height: 1,
  width: 1,
  strideDown: 1,
  strideAcross: 1,
  paddingAbove: 0,
  paddingLeft: 0,
};

/** A window that sees all positions, and has but one place. */
export const allPositions = ({ height, width }: Shape): Kernel => ({ ...onePosition, height, width });

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
