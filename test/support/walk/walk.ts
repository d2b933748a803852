import type { ActionCounts, Chip, DigitalLayer, MatrixLayer, Workload } from '../../../simulator/index.ts';
import { buildCopy, chipsTaken, type Crossbar, fillingOf, type Grouping, wholeArray } from './arrays.ts';
import { groupBy } from './group.ts';
import { type Meter, newMeter, wholeBytes } from './meter.ts';
import { placesNeeded } from './picture.ts';
import { bytesCrossing, chipsOf, latest, makersOf, type Placed, routersBetween } from './places.ts';
import { readoutOf } from './readout.ts';
import { type Size, sizeOf } from './size.ts';

/** What was decided before an inference starts. */
export interface Decisions {
  readonly chips: number;
  /** Of each layer with weights. */
  readonly copies: readonly number[];
  readonly grouping: Grouping;
  /** `used`: rows and columns that hold weights act. `whole`: all of an array. */
  readonly activity: 'used' | 'whole';
  /** Where arrays are rewritten, how many layers are in them together, one number after the other. */
  readonly loadings?: readonly number[];
}

/** Actions of one inference, of each layer with weights and of each without. */
export interface Walk {
  readonly layers: readonly ActionCounts[];
  /** Of writing the weights of each layer once; none where they stay. */
  readonly writes: readonly ActionCounts[];
  readonly digital: readonly ActionCounts[];
}

/**
 * One inference, done by hand: a specification of what is counted, and of what is not.
 *
 * The arrays are built cell by cell. Then every window of every layer is taken from the tile buffer to the output register, cycle by
 * cycle and array by array, and everything that moves between layers is moved. Nothing here knows a formula of the
 * simulator; where both agree, the formulas count what is described here.
 *
 * Not counted, by agreement: zeros are driven and conduct like other inputs, the padding around a picture is read like a
 * value, results reach the adders of their tile without a bus, registers hold partial sums no wider than outputs, programming the
 * cells comes before the first inference. Where cells are rewritten instead, weights cross links and then pass no router, bus or
 * buffer. At its ends: the network's input comes to the right chip without a link, its results are left in the buffer, and
 * flits consist of values, without a header.
 */
export function walk(chip: Chip, workload: Workload, decisions: Decisions): Walk {
  const size = sizeOf(chip);
  const withWeights = workload.layers.filter(layer => 'matrix' in layer);
  // Copies are alike, so one is built and stands for all.
  const built = withWeights.map(layer => buildCopy(chip, size, layer, decisions.grouping));
  const loadingOf = (decisions.loadings ?? [withWeights.length]).flatMap((count, loading) =>
    Array.from({ length: count }, () => loading),
  );
  let arraysBefore = 0;
  const placed = withWeights.map((layer, index): Placed => {
    const loading = loadingOf[index]!;
    if (loading !== loadingOf[index - 1]) arraysBefore = 0;
    const result = {
      loading,
      layer,
      copies: decisions.copies[index]!,
      arraysPerCopy: built[index]!.length,
      chipsPerCopy: chipsTaken(built[index]!, size),
      arraysBefore,
    };
    arraysBefore += result.copies * result.arraysPerCopy;
    return result;
  });
  const makers = makersOf(workload);
  const { layers } = workload;
  const results = layers.filter((_, index) => layers.every(({ from }) => !from.includes(index)));
  const world: World = { ...decisions, chip, size, placed, makers, results };
  return {
    layers: placed.map((each, index) => matrixLayer(world, each, built[index]!)),
    writes: decisions.loadings ? placed.map((each, index) => writing(world, each, built[index]!)) : [],
    digital: layers.flatMap((layer, index) =>
      'matrix' in layer ? [] : [digitalLayer(world, layer, makers[index]!)],
    ),
  };
}

interface World extends Decisions {
  readonly chip: Chip;
  readonly size: Size;
  readonly placed: readonly Placed[];
  /** Of each layer of the workload, the placed layers on whose tiles its values are made. */
  readonly makers: readonly (readonly number[])[];
  /** Layers that no other reads. */
  readonly results: readonly (MatrixLayer | DigitalLayer)[];
}

function matrixLayer(world: World, placed: Placed, copy: readonly Crossbar[]): ActionCounts {
  const meter = newMeter();
  const { layer } = placed;
  const streams = newStreams(world, meter);
  bringInputs(world, placed, copy, streams, meter);
  // A copy for which there are too few chips is there in parts, one after the other; each sees all windows.
  const fillings = groupBy(
    fillingOf(copy, world.size, world.chips).map((filling, index) => ({ filling, crossbar: copy[index]! })),
    ({ filling }) => filling,
  );
  for (const filling of fillings)
    for (let window = 0; window < layer.matrix.windows; window++)
      // On whichever copy has its turn.
      applyMatrix(
        world,
        filling.map(({ crossbar }) => crossbar),
        meter,
      );
  for (let window = 0; window < layer.matrix.windows; window++) {
    addUp(world.chip, copy, streams, meter);
    if (layer.recurrent) step(world.chip, layer, window, copy, streams, meter);
  }
  streams.arrive();
  leaveResults(world, layer, meter);
  return meter.counts();
}

/** What the network comes to waits in the buffer for whoever asks. */
function leaveResults({ chip, results }: World, layer: MatrixLayer | DigitalLayer, { happens }: Meter): void {
  if (!results.includes(layer)) return;
  let bits = 0;
  for (let position = 0; position < layer.output.height * layer.output.width; position++)
    bits += layer.output.channels * chip.precision.outputBits;
  happens('bufferBytes', wholeBytes(bits));
}

/** All weights of a layer once into their cells. They come over the links, to every chip what it holds of them. */
function writing({ chip, chips }: World, placed: Placed, copy: readonly Crossbar[]): ActionCounts {
  const { happens, counts } = newMeter();
  for (let each = 0; each < placed.copies; each++)
    // Cells between groups that share an array must be off; those of the unit column stay as they are.
    for (const { rows, results } of copy)
      for (const { output, columns } of results)
        if (output !== undefined) happens('cellWrites', rows.length * columns.length);
  let weights = 0;
  for (const group of Array.from({ length: placed.layer.matrix.groups }, () => placed.layer.matrix))
    weights += group.rows * group.columns;
  const part = wholeBytes(weights * chip.precision.weightBits) / Math.min(placed.chipsPerCopy, chips);
  new Set(chipsOf(chips, placed)).forEach(() => happens('linkBytes', part));
  return counts();
}

/** One window on a copy, or a part of one: inputs into its arrays, results out of them. */
function applyMatrix({ chip: whole, activity }: World, copy: readonly Crossbar[], meter: Meter): void {
  const { precision, array, ...chip } = whole;
  const { happens } = meter;
  // Arrays beside each other take the same inputs: once over the bus of each tile, once into the register of each PE.
  for (const sharing of groupBy(copy, ({ row }) => row)) {
    const inputBytes = wholeBytes(sharing[0]!.rows.length * precision.inputBits);
    new Set(sharing.map(({ tile }) => tile)).forEach(() => {
      happens('bufferBytes', inputBytes);
      happens('busBytes', inputBytes);
    });
    new Set(sharing.map(({ pe }) => pe)).forEach(() => happens('inputRegisterBytes', inputBytes));
  }
  for (const crossbar of copy) {
    const acting =
      activity === 'whole' ? wholeArray(whole, crossbar) : { ...crossbar, rowCount: crossbar.rows.length };
    const readout = readoutOf({ ...chip, precision, array }, acting.results, meter);
    // A sign that takes no cycle is read with the rest.
    const apart = Math.max(0, precision.inputBits - (precision.streamedBits ?? precision.inputBits));
    let bitsLeft = precision.inputBits - apart;
    let bitsTaken = crossbar.rows.length * apart;
    for (let cycle = 0; bitsLeft > 0; cycle++) {
      const bits = Math.min(bitsLeft, array.dacBits);
      crossbar.rows.forEach(() => (bitsTaken += bits));
      for (let row = 0; row < acting.rowCount; row++) {
        happens('rowDrives');
        happens('cellReads', acting.columnCount);
      }
      readout.cycle(cycle);
      bitsLeft -= bits;
    }
    happens('inputRegisterBytes', wholeBytes(bitsTaken));
    readout.finish();
    // Results are written into the output register, and read to be added up.
    happens('outputRegisterBytes', 2 * wholeBytes(crossbar.outputs.length * precision.outputBits));
  }
}

/** What the arrays below each other have of the same results is added, in the tile first, then from tile to tile. */
function addUp({ precision }: Chip, copy: readonly Crossbar[], streams: Streams, { happens }: Meter): void {
  for (const column of groupBy(copy, ({ outputs }) => outputs.join())) {
    const results = column[0]!.outputs.length;
    const width = precision.outputBits + carriesOf(column.length);
    const tiles = groupBy(column, ({ tile }) => tile);
    tiles.forEach((arrays, tile) => {
      happens('partialAdds', results * (arrays.length - 1));
      happens('tileRegisterBytes', 2 * wholeBytes(results * precision.outputBits));
      if (tile === 0) return;
      streams.carry(`partial sums to tile ${tile}`, 1, results * width);
      happens('partialAdds', results);
    });
    groupBy(column, crossbar => crossbar.chip).forEach((_arrays, chip) => {
      if (chip > 0) streams.cross(`partial sums to chip ${chip}`, results * width);
    });
  }
}

/** Bits that a sum of so many has more than each of them. */
function carriesOf(count: number): number {
  let carries = 0;
  while (2 ** carries < count) carries++;
  return carries;
}

/** Between the steps of a recurrent layer: its digital units work, its state comes back, and what it keeps is kept. */
function step(
  { precision }: Chip,
  { matrix, recurrent }: MatrixLayer,
  window: number,
  copy: readonly Crossbar[],
  streams: Streams,
  { happens }: Meter,
): void {
  const { activations, elementwise, fedBack, kept } = recurrent!;
  happens('activations', activations / matrix.windows);
  happens('partialAdds', elementwise / matrix.windows);
  happens('bufferBytes', 2 * wholeBytes(kept * precision.outputBits));
  // The first step starts from zeros. The state comes from the tile itself or the one next door.
  if (window === 0) return;
  tilesWithSameInputs(copy).forEach(tile =>
    streams.write(`state to ${tile}`, 1, fedBack * precision.inputBits),
  );
}

/** The whole input comes into the buffer of every tile that needs it, through routers, and from other chips. */
function bringInputs(
  world: World,
  placed: Placed,
  copy: readonly Crossbar[],
  streams: Streams,
  { happens }: Meter,
): void {
  const { chip, size, chips } = world;
  const { layer } = placed;
  const makers = [...new Set(layer.from.flatMap(from => world.makers[from] ?? []))];
  const hops = Math.max(1, ...makers.map(maker => routersBetween(size, chips, world.placed[maker]!, placed)));
  const bits = valuesBrought(size, placed) * chip.precision.inputBits;
  tilesWithSameInputs(copy).forEach(tile => streams.write(`inputs to ${tile}`, hops, bits));

  // What comes from outside the network comes to the right chip.
  if (makers.length === 0) return;
  const { channels, height, width } = layer.input;
  const all = wholeBytes(channels * height * width * chip.precision.inputBits);
  happens(
    'linkBytes',
    bytesCrossing(
      chips,
      all,
      makers.map(maker => world.placed[maker]!),
      [placed],
    ),
  );
  const shared = placesNeeded(layer, Math.min(chips, placed.copies)) - height * width;
  happens('linkBytes', wholeBytes(shared * channels * chip.precision.inputBits));
  const chipsWithSameInputs = new Set(copy.filter(({ row }) => row === 0).map(crossbar => crossbar.chip));
  happens('linkBytes', all * (chipsWithSameInputs.size - 1));
}

/** A value is needed by one row of arrays, and by each tile that has some of them. */
const tilesWithSameInputs = (copy: readonly Crossbar[]): string[] => [
  ...new Set(copy.filter(({ row }) => row === 0).map(({ tile }) => tile)),
];

/** Values that are written into buffers so that every tile has what its windows see. */
function valuesBrought({ arraysPerTile }: Size, { layer, copies, arraysPerCopy }: Placed): number {
  const { matrix, input, recurrent } = layer;
  // At each step all but the state and the constant one, which is always there.
  if (recurrent) return (matrix.rows - recurrent.fedBack - 1) * matrix.windows;
  let inTile = 1;
  while ((inTile + 1) * arraysPerCopy <= arraysPerTile) inTile++;
  let parts = 0;
  for (let copy = 0; copy < copies; copy += inTile) parts++;
  return input.channels * placesNeeded(layer, parts);
}

/** A layer without weights, on the tiles where its values are. */
function digitalLayer(world: World, layer: DigitalLayer, host: readonly number[]): ActionCounts {
  const meter = newMeter();
  const { happens } = meter;
  const { chip, size, chips, placed } = world;
  const bitsOf = ({ channels, height, width }: DigitalLayer['output']) =>
    channels * height * width * chip.precision.outputBits;
  switch (layer.kind) {
    case 'activation':
      happens('activations', layer.operations);
      break;
    case 'pooling':
      // All values are written, and read again for every window they fall into.
      happens('bufferBytes', wholeBytes(bitsOf(layer.input)));
      happens('bufferBytes', wholeBytes(layer.operations * chip.precision.outputBits));
      happens('poolings', layer.operations);
      break;
    case 'elementwise': {
      const streams = newStreams(world, meter);
      const operands = layer.from.map(from => [...(world.makers[from] ?? [])]);
      const atHome = operands.indexOf(latest(operands));
      // The first layer's tiles work on what comes from outside.
      const hosts = (host.length > 0 ? host : [0]).map(index => placed[index]!);
      operands.forEach((makers, operand) => {
        if (operand === atHome) return;
        const ways = makers.flatMap(maker => hosts.map(to => [placed[maker]!, to] as const));
        const hops = Math.max(1, ...ways.map(([from, to]) => routersBetween(size, chips, from, to)));
        const all = wholeBytes(bitsOf(layer.output));
        const from = makers.map(maker => placed[maker]!);
        happens('linkBytes', bytesCrossing(chips, all, from, hosts));
        // The operand is kept until the other one is there, then read.
        streams.write(`operand ${operand}`, hops, bitsOf(layer.output));
        happens('bufferBytes', all);
      });
      happens('partialAdds', layer.operations);
      streams.arrive();
      break;
    }
    case 'reshape':
      break;
  }
  leaveResults(world, layer, meter);
  return meter.counts();
}

/**
 * Values on their way. What goes the same way in one inference follows each other without gaps, so only the end of a stream
 * fills up a byte, and only the end of what a layer sends so far fills up a flit.
 */
interface Streams {
  /** Through so many routers. */
  readonly carry: (name: string, hops: number, bits: number) => void;
  /** Through routers into a buffer. */
  readonly write: (name: string, hops: number, bits: number) => void;
  /** From chip to chip. */
  readonly cross: (name: string, bits: number) => void;
  /** Ends all streams. */
  readonly arrive: () => void;
}

function newStreams({ size }: World, { happens }: Meter): Streams {
  const carried = new Map<string, { hops: number; bits: number; kind: string; isKept: boolean }>();
  const crossed = new Map<string, number>();
  const carry = (name: string, hops: number, bits: number, isKept: boolean) => {
    const kind = name.split(' to ')[0]!;
    carried.set(name, { hops, kind, isKept, bits: (carried.get(name)?.bits ?? 0) + bits });
  };
  return {
    carry: (name, hops, bits) => carry(name, hops, bits, false),
    write: (name, hops, bits) => carry(name, hops, bits, true),
    cross: (name, bits) => crossed.set(name, (crossed.get(name) ?? 0) + bits),
    arrive: () => {
      for (const alike of groupBy([...carried.values()], ({ kind }) => kind)) {
        let bytes = 0;
        for (const { bits, isKept } of alike) {
          bytes += wholeBytes(bits);
          if (isKept) happens('bufferBytes', wholeBytes(bits));
        }
        happens('flitHops', Math.ceil((bytes * 8) / size.flitBits) * alike[0]!.hops);
      }
      crossed.forEach(bits => happens('linkBytes', wholeBytes(bits)));
    },
  };
}
