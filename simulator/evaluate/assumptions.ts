import { type Action, actions } from '../chip/action.ts';
import type { Chip } from '../chip/chip.ts';
import type { Component } from '../chip/component.ts';
import { catalogue } from '../components/catalogue.ts';
import { rulingOf } from '../components/law.ts';
import { scalings } from '../components/scaling.ts';
import type { Assumption } from '../report/report.ts';
import { formatAs, listed } from '../units/index.ts';
import type { PlaceOptions } from './place.ts';
import { structureOf } from './structure.ts';

/** What the model assumes about every chip; each names what it leaves out. */
export function generalAssumptions({ activity, recurrence }: PlaceOptions): Assumption[] {
  return [
    activity === 'whole'
      ? 'All rows and columns of an array act when it is read; idle arrays draw no power.'
      : 'Only the rows and columns in use act; idle parts of an array, and idle arrays, draw no power.',
    recurrence === 'overlaps'
      ? 'A step of a recurrent layer starts one stage after the one before, as if results were forwarded.'
      : 'A step of a recurrent layer waits for the result of the one before, two stages.',
    ...always,
  ].map(text => ({ text, subject: 'model', origin: '' }));
}

const always = [
  'Registers, buffers, buses and routers cost energy per action; links and other static parts draw power all the time.',
  'Batch 1 with a full pipeline: every layer works on its own windows all the time, and buffers are large enough.',
  'Layers are replicated so that the slowest is as fast as the arrays allow; copies are programmed before the first inference, which is not counted.',
  'Column tiles of one row tile stand next to each other, in as few PEs and tiles as hold them; inputs are broadcast inside a tile, partial sums travel between tiles.',
  'Copies of a layer stand on the chips and tiles that work on their part of the picture; parts are as square as can be, and what two of them see is brought to both.',
  'Zeros are driven and conduct like other inputs, and the padding around a picture is read like a value.',
  'Results reach the adders of their tile on wires of their own, which cost nothing.',
  'Sums of several inputs are formed where the last of them is made.',
  'All routers carry the same load; the links of a chip carry what arrives there.',
  'Copies are chosen by the stages of the arrays; where routers, links or digital units stretch a layer, other copies might be faster.',
  'Biases are added digitally and not counted.',
];

/**
 * What had to be assumed about one chip: actions nothing on it performs, numbers brought from another node, and values of a table
 * that stand beside a law.
 */
export function assumptionsOf(name: string, origin: string, chip: Chip): Assumption[] {
  const { components } = structureOf(chip);
  const performed = new Set(components.flatMap(({ performs }) => performs));
  const free = everyChipDoes.filter(action => !performed.has(action));
  const scaled = components.filter(({ component }) => component.nodeM !== chip.nodeM);
  return [
    ...free.map(action => ({
      text: `No component is there for this, so it takes no energy and no time: ${actions[action]}`,
      subject: name,
      origin,
    })),
    ...scaled.map(({ component }) => ({
      text: `${component.name} is ${component.scaling === 'none' ? 'brought' : 'scaled'} from ${formatAs(component.nodeM, 'length')} to ${formatAs(chip.nodeM, 'length')}: ${scalings[component.scaling ?? 'constant-voltage'].effect}`,
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

/** Actions that happen on any chip, whatever its strategy. */
const everyChipDoes: readonly Action[] = [
  'rowDrives',
  'cellReads',
  'partialAdds',
  'inputRegisterBytes',
  'outputRegisterBytes',
  'tileRegisterBytes',
  'bufferBytes',
  'busBytes',
  'flitHops',
  'activations',
  'poolings',
  'linkBytes',
];
