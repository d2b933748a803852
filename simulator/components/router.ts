import { positive, whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost, type Values } from './table-cost.ts';

/**
 * A router of the on-chip network. One action is one flit passing.
 *
 * Each bit of a flit is written to and read from an input buffer, whose word lines and multiplexers grow with its depth, and crosses
 * a switch that chooses among all ports; what is the same for every router (registers between the stages) comes on top. Area and
 * power at rest are those of a buffer at each port and of a multiplexer of all ports at each. This is the structure of DSENT's router (Sun et
 * al., NOCS 2012); arbitration, which goes with the square of the ports but not with the flit, is in the coefficients. Good within the
 * errors the library states for them, for 3 to 8 ports, 16 to 128 bits and buffers of 2 to 16 flits; wider switches are
 * sized by their wires and cost more.
 */
export const router: ComponentKind = {
  kind: 'router',
  doc: 'Router of the on-chip network. One action is one flit passing.',
  category: 'interconnect',
  parameters: {
    flit: positive('bits', 'Bits of one flit.', { required: true }),
    ...tableParameters,
    ports: whole('count', 'Ports: neighbours and own tiles.'),
    depth: whole('count', 'Flits the buffer of a port holds.'),
    clock: positive('frequency', 'Clock: flits per second that pass each port.'),
    'bit-energy': positive('energy', 'Energy of each bit, whatever the router.'),
    'buffer-energy': positive('energy', 'Energy of each bit that comes with each flit of depth.'),
    'switch-energy': positive('energy', 'Energy of each bit that comes with each port.'),
    'buffer-area': positive('area', 'Area of one bit of a buffer.'),
    'switch-area': positive('area', 'Area of one bit of a multiplexer for each of its inputs.'),
    'buffer-leakage': positive('power', 'Power at rest of one bit of a buffer, its clock included.'),
    'switch-leakage': positive('power', 'Power at rest of one bit of a multiplexer for each of its inputs.'),
  },
  performs: () => ['flitHops'],
  laws: [
    {
      gives: 'static',
      doc: 'power at rest = ports × flit × (depth × buffer-leakage + ports × switch-leakage)',
      needs: ['flit', 'ports', 'depth'],
      coefficients: ['buffer-leakage', 'switch-leakage'],
      value: values => buffersAndSwitch(values, 'buffer-leakage', 'switch-leakage'),
    },
    {
      gives: 'rate',
      doc: 'flits per second = ports × clock',
      needs: ['ports'],
      coefficients: ['clock'],
      value: ({ ports, clock }) => ports! * clock!,
    },
    {
      gives: 'energy',
      doc: 'energy of a flit = flit × (bit-energy + depth × buffer-energy + ports × switch-energy)',
      needs: ['flit', 'ports', 'depth'],
      coefficients: ['bit-energy', 'buffer-energy', 'switch-energy'],
      value: values =>
        values.flit! *
        (values['bit-energy']! +
          values.depth! * values['buffer-energy']! +
          values.ports! * values['switch-energy']!),
    },
    {
      gives: 'area',
      doc: 'area = ports × flit × (depth × buffer-area + ports × switch-area)',
      needs: ['flit', 'ports', 'depth'],
      coefficients: ['buffer-area', 'switch-area'],
      value: values => buffersAndSwitch(values, 'buffer-area', 'switch-area'),
    },
  ],
  cost: values => tableCost(values),
};

function buffersAndSwitch(values: Values, perBufferBit: string, perSwitchBit: string): number {
  const { ports, flit, depth } = values;
  return ports! * flit! * (depth! * values[perBufferBit]! + ports! * values[perSwitchBit]!);
}
