import type { Level } from '../chip/chip.ts';
import { type Parameters, positive } from '../units/index.ts';
import type { Action } from '../chip/action.ts';
import { type ComponentKind, tableCost, tableParameters } from './kind.ts';

/** Bits of the byte in which memories and buses are counted. */
const byteBits = 8;

const memoryParameters: Parameters = {
  capacity: positive('bits', 'Bits it can hold.'),
  width: positive('bits', 'Bits of one access: what `energy` and `rate` speak of.', { default: byteBits }),
  ...tableParameters,
};

/** A memory: `energy` and `rate` of the text are per access of `width` bits, counted in bytes. */
function memory(kind: string, doc: string, performs: (level: Level) => readonly Action[]): ComponentKind {
  return {
    kind,
    doc,
    category: 'buffer',
    parameters: memoryParameters,
    performs,
    cost: values => tableCost(values, byteBits / (values.width ?? byteBits)),
  };
}

export const buffer = memory('buffer', 'Tile buffer (eDRAM). Counted in bytes read and written.', () => [
  'bufferBytes',
]);

export const inputRegister = memory(
  'input-register',
  'Register that feeds the row drivers. Counted in bytes read and written.',
  () => ['inputRegisterBytes'],
);

export const outputRegister = memory(
  'output-register',
  'Register that collects results, in a PE or in a tile. Counted in bytes read and written.',
  level => (level === 'tile' || level === 'chip' ? ['tileRegisterBytes'] : ['outputRegisterBytes']),
);

export const bus: ComponentKind = {
  ...memory('bus', 'Bus between tile buffer and PEs. Counted in bytes moved.', () => ['busBytes']),
  category: 'interconnect',
  parameters: {
    width: positive('bits', 'Wires: bits of one transfer, which `energy` and `rate` speak of.', {
      default: byteBits,
    }),
    ...tableParameters,
  },
};

export const link: ComponentKind = {
  ...memory('link', 'Link to other chips. Counted in bytes moved.', () => ['linkBytes']),
  category: 'link',
  parameters: {
    width: positive('bits', 'Bits of one transfer, which `energy` and `rate` speak of.', {
      default: byteBits,
    }),
    ...tableParameters,
  },
};
