import { positive } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { byteBits } from './memory.ts';
import { tableCost } from './table-cost.ts';

/**
 * Wires from the tile buffer to the PEs. `energy` and `rate` of the text are per transfer of `width` bits, counted in bytes.
 *
 * A wire that changes its value moves the charge of its capacitance through the swing, half of C·V² each time. Area is length by pitch
 * by number of wires. Holds for full swing between two ends; where the wire has repeaters, the capacitance must hold theirs, as much
 * again at best delay (Banerjee and Mehrotra, TED 49(11), 2002). At a reduced swing the supply still gives C·V·swing, so this
 * underestimates.
 */
export const bus: ComponentKind = {
  kind: 'bus',
  doc: 'Bus between tile buffer and PEs. Counted in bytes moved.',
  category: 'interconnect',
  parameters: {
    width: positive('bits', 'Wires: bits of one transfer, which `energy` and `rate` speak of.', {
      default: byteBits,
    }),
    ...tableParameters,
    length: positive('length', 'Length of a wire.'),
    'capacitance-per-length': positive(
      'capacitancePerLength',
      'Of one wire to all others, repeaters included.',
    ),
    swing: positive('voltage', 'Difference of voltage between a one and a zero.'),
    activity: {
      doc: 'Share of the wires that change their value from one transfer to the next.',
      type: { dimension: 'count', above: 0, max: 1 },
      default: 0.5,
    },
    pitch: positive('length', 'From one wire to the next.'),
  },
  performs: () => ['busBytes'],
  laws: [
    {
      gives: 'energy',
      doc: 'energy of a transfer = width × activity × ½ × length × capacitance-per-length × swing²',
      needs: ['width', 'length'],
      coefficients: ['capacitance-per-length', 'swing', 'activity'],
      value: ({ width, activity, length, 'capacitance-per-length': perLength, swing }) =>
        (width! * activity! * length! * perLength! * swing! ** 2) / 2,
    },
    {
      gives: 'area',
      doc: 'area = width × pitch × length',
      needs: ['width', 'length'],
      coefficients: ['pitch'],
      value: ({ width, pitch, length }) => width! * pitch! * length!,
    },
  ],
  cost: values => tableCost(values, byteBits / values.width!),
};
