import { type Action, actions } from '../chip/action.ts';
import type { Chip } from '../chip/chip.ts';
import type { Component } from '../chip/component.ts';
import { catalogue } from '../components/catalogue.ts';
import { rulingOf } from '../components/law.ts';
import { effectOf } from '../components/scaling.ts';
import type { Assumption } from '../report/report.ts';
import { formatAs, formatNumber, listed } from '../units/index.ts';
import type { Activity, Grouping, Recurrence } from './fold.ts';
import { peakActions } from './peak.ts';
import type { Capacity, PlaceOptions } from './place.ts';
import type { replications } from './replicate.ts';
import { type Structure, structureOf } from './structure.ts';

/** What the model assumes about every chip under the settings of a study; each names what it leaves out. */
export function generalAssumptions(options: PlaceOptions): Assumption[] {
  const { activity = 'used', recurrence = 'waits', grouping = 'packed' } = options;
  const { capacity = 'chips', batch = 1, replication = 'optimal' } = options;
  return [
    activities[activity],
    recurrences[recurrence],
    groupings[grouping],
    replicated[replication],
    ...capacities[capacity](batch),
    ...always,
  ].map(text => ({ text, subject: 'model', origin: '' }));
}

const activities: Readonly<Record<Activity, string>> = {
  used: 'Only the rows and columns in use act; idle parts of an array, and idle arrays, draw no power.',
  whole: 'All rows and columns of an array act when it is read; idle arrays draw no power.',
};

const recurrences: Readonly<Record<Recurrence, string>> = {
  waits: 'A step of a recurrent layer waits until the result of the one before is there.',
  overlaps:
    'A step of a recurrent layer starts one stage after the one before, as if results were forwarded.',
};

const groupings: Readonly<Record<Grouping, string>> = {
  packed: 'Groups of channels that are small enough share an array, each in rows and columns of its own.',
  separate: 'Every group of channels has arrays of its own.',
};

const replicated: Readonly<Record<keyof typeof replications, string>> = {
  optimal:
    'Layers are replicated so that the slowest is as fast as the arrays allow; where routers, links or digital units stretch a layer, other copies might be faster.',
  stride:
    'Layers are replicated by the rule of ISAAC: each as many times more than the last as it has more to do, halved until all fit.',
  none: 'Every layer has one copy, whatever arrays are free.',
};

const capacities: Readonly<Record<Capacity, (batch: number) => readonly string[]>> = {
  chips: () => [fullPipeline, programmedBefore],
  reject: () => [fullPipeline, programmedBefore],
  reload: batch => [
    `A network that fits: ${lowerFirst(fullPipeline)} ${programmedBefore}`,
    `A network that does not fit: its arrays are filled for as many layers as there is room for, ${
      batch === 1 ? 'each inference' : `a batch of ${formatNumber(batch)}`
    } runs through these, then they are filled for the next. What is between two fillings is kept outside the chips, however much it is.`,
    'Rewritten weights come over the links to every chip that holds a copy; no router, bus, buffer or register takes them on their way.',
  ],
};

const fullPipeline =
  'Batch 1 with a full pipeline: every layer works on its own windows all the time, and buffers are large enough.';

const programmedBefore = 'All copies are programmed before the first inference, which is not counted.';

const always = [
  'Registers, buffers, buses and routers cost energy per action; links and other static parts draw power all the time.',
  'Arrays beside each other stay together, in as few PEs and tiles as hold them, whole rows of them where these fit; inputs are broadcast inside a tile, partial sums travel between tiles. All arrays fit, and the rows of each layer by itself; whether each tile and chip has room for its share of every layer is not checked.',
  'Copies of a layer stand on the chips and tiles that work on their part of the picture; parts are as square as can be, and what two of them see is brought to both.',
  'What enters a network comes to the right chip without a link; its results are left in the buffers they are made beside.',
  'Zeros are driven and conduct like other inputs, and the padding around a picture is read like a value.',
  'Results reach the adders of their tile on wires of their own, which cost nothing; registers hold partial sums no wider than outputs.',
  'Sums of several inputs are formed where the last of them is made.',
  'All routers carry the same load, in flits of values without a header; the links of a chip carry what arrives there.',
  'Biases are added digitally and not counted, except those of an LSTM, which are a row of its matrix.',
];

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * What had to be assumed about one chip: actions nothing on it performs, numbers brought from another node, and values of a table
 * that stand beside a law.
 */
export function assumptionsOf(name: string, origin: string, chip: Chip): Assumption[] {
  const structure = structureOf(chip);
  const { components } = structure;
  const performed = new Set(components.flatMap(({ performs }) => performs));
  const free = actionsOf(structure).filter(action => !performed.has(action));
  const scaled = components.filter(({ component }) => component.nodeM !== chip.nodeM);
  return [
    ...free.map(action => ({
      text: `No component is there for this, so it takes no energy and no time: ${actions[action]}`,
      subject: name,
      origin,
    })),
    ...scaled.map(({ component }) => ({
      text: `${component.name} is ${component.scaling === 'none' ? 'brought' : 'scaled'} from ${formatAs(component.nodeM, 'length')} to ${formatAs(chip.nodeM, 'length')}: ${effectOf(component.scaling, catalogue.get(component.kind)!.conducts)}`,
      subject: name,
      origin: component.origin,
    })),
    ...components.flatMap(({ component }) => tableWins(component)),
  ];
}

function tableWins({ name, kind, origin, parameters }: Component): Assumption[] {
  return rulingOf(catalogue.get(kind)!, parameters).overruled.map(({ winner, over }) => ({
    text: `${winner} from the table wins over ${listed(over, 'and')}`,
    subject: name,
    origin,
  }));
}

/** Everything that happens on a chip, in the order in which actions are explained. Cells are only written where their cost is known. */
function actionsOf(structure: Structure): readonly Action[] {
  const ofArrays = peakActions(structure);
  return (Object.keys(actions) as Action[]).filter(
    action => (ofArrays[action] ?? 0) > 0 || besideArrays.includes(action),
  );
}

/** What a network makes happen beside a single array that has its inputs: values move, and are added and looked at. */
const besideArrays: readonly Action[] = [
  'partialAdds',
  'inputRegisterBytes',
  'tileRegisterBytes',
  'bufferBytes',
  'busBytes',
  'flitHops',
  'activations',
  'poolings',
  'linkBytes',
];
