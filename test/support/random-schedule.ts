import fc from 'fast-check';
import { type Chip, description, type Layer, type Shape, type Workload } from '../../simulator/index.ts';
import type { Scheduled } from './walk/schedule.ts';

/** A network on a chip that nothing but its arrays limits. */
export interface RandomSchedule {
  readonly chip: Chip;
  readonly workload: Workload;
  /** The same layers as a schedule sees them, but for what only an evaluation decides. */
  readonly geometry: readonly Omit<Scheduled, 'work'>[];
}

type Word = 'conv' | 'maxpool' | 'add' | 'dense' | 'lstm';

interface Step {
  readonly word: Word;
  readonly outputs: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/** Networks with pictures of so many positions in height and width. */
export function randomSchedules(sides: {
  readonly min: number;
  readonly max: number;
}): fc.Arbitrary<RandomSchedule> {
  const side = fc.integer(sides);
  const word = fc.constantFrom<Word>('conv', 'conv', 'conv', 'maxpool', 'add');
  return fc
    .record({
      input: fc.record({ channels: fc.constant(2), height: side, width: side }),
      steps: fc.array(
        fc.record({
          word,
          outputs: fc.constantFrom(2, 2, 5),
          kernel: fc.integer({ min: 1, max: 5 }),
          stride: fc.constantFrom(1, 1, 1, 2, 3),
          padding: fc.integer({ min: 0, max: 2 }),
        }),
        { minLength: 1, maxLength: 7 },
      ),
      end: fc.constantFrom<Word>('conv', 'dense', 'lstm'),
      arrays: fc.integer({ min: 1, max: 80 }),
      dacBits: fc.constantFrom(1, 2, 8),
      pipeline: fc.constantFrom('coarse' as const, 'fine' as const),
    })
    .map(({ input, steps, end, ...chip }) => ({
      chip: chipOf(chip),
      ...networkOf(input, [...steps, { ...steps[0]!, word: end, kernel: 1, padding: 0 }]),
    }));
}

/** Without components there are no rates, so nothing is slower than its input cycle. */
function chipOf({
  arrays,
  dacBits,
  pipeline,
}: {
  arrays: number;
  dacBits: number;
  pipeline: 'coarse' | 'fine';
}): Chip {
  const crossbar = { level: 'crossbar' as const, name: 'crossbar', origin: '', parts: [] };
  return {
    name: 'C',
    nodeM: 32e-9,
    precision: { inputBits: 8, weightBits: 8, outputBits: 8 },
    dataflow: 'analog-accumulation',
    pipeline: { kind: pipeline, conversions: 'cycle' },
    array: {
      rows: 64,
      columns: 64,
      cellBits: 1,
      dacBits,
      weights: 'differential',
      flipped: false,
      cycleS: 1,
    },
    root: { level: 'chip', name: 'C', origin: '', parts: [{ count: arrays, origin: '', what: crossbar }] },
  };
}

function networkOf(input: Shape, steps: readonly Step[]): Pick<RandomSchedule, 'workload' | 'geometry'> {
  const layers: Layer[] = [];
  const geometry: Omit<Scheduled, 'work'>[] = [];
  for (const step of steps) append(step);
  return { workload: { name: 'W', origin: '', layers }, geometry };

  function append({ word, outputs, kernel, stride, padding }: Step): void {
    const shape = layers.at(-1)?.output ?? input;
    const last = layers.length - 1;
    // A residual connection from the first value of the same shape.
    const from = word === 'add' ? [last, sameShape(shape)] : [last];
    // No network has windows that see nothing but padding.
    const reach = Math.min(padding, Math.floor(kernel / 2));
    const values = { outputs, hidden: outputs, kernel: [kernel], stride: [stride], padding: [reach] };
    const inferred = description.layers.get(word)!.infer(
      from.map(() => shape),
      values,
    );
    if (typeof inferred === 'string') return;
    layers.push({ ...inferred, name: `l${layers.length}`, origin: '', input: shape, from });
    const { height, width } = shape;
    const sliding = {
      kernel: [kernel, kernel],
      stride,
      padding: reach,
      windowsDown: inferred.output.height,
      windowsAcross: inferred.output.width,
    } as const;
    const eachPosition = {
      kernel: [1, 1],
      stride: 1,
      padding: 0,
      windowsDown: height,
      windowsAcross: width,
    } as const;
    const allAtOnce = { ...eachPosition, kernel: [height, width], windowsDown: 1, windowsAcross: 1 } as const;
    const seen =
      word === 'dense' ? allAtOnce : word === 'conv' || word === 'maxpool' ? sliding : eachPosition;
    geometry.push({ from, height, width, ...seen });
  }

  function sameShape({ channels, height, width }: Shape): number {
    const all = [input, ...layers.map(({ output }) => output)];
    return (
      all.findIndex(each => each.channels === channels && each.height === height && each.width === width) - 1
    );
  }
}
