import { positive, whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost } from './table-cost.ts';

/**
 * A sense amplifier that compares a bit line with one reference after the other, as PRIME and CASCADE's baseline use it.
 *
 * It counts through all 2^b levels of b bits, so energy and time of a conversion double with each bit: energy = 2^resolution ·
 * step-energy, rate = 1 ÷ (2^resolution · step-time) (CASCADE, table 2: latency 2^6 at six bits). A search by halves would be a
 * `sar-adc`.
 */
export const senseAmplifier: ComponentKind = {
  kind: 'sense-amplifier',
  doc: 'Sense amplifier that goes through the levels of a value one by one. One action is one conversion.',
  category: 'converter',
  parameters: {
    resolution: whole('bits', 'Bits of one conversion.', { required: true }),
    'step-energy': positive('energy', 'Energy of comparing with one level.'),
    'step-time': positive('time', 'Time of comparing with one level.'),
    ...tableParameters,
  },
  performs: () => ['conversions'],
  laws: [
    {
      gives: 'rate',
      doc: 'rate = 1 ÷ (2^resolution × step-time)',
      needs: ['resolution'],
      coefficients: ['step-time'],
      value: values => 1 / (2 ** values.resolution! * values['step-time']!),
    },
    {
      gives: 'energy',
      doc: 'energy of a conversion = 2^resolution × step-energy',
      needs: ['resolution'],
      coefficients: ['step-energy'],
      value: values => 2 ** values.resolution! * values['step-energy']!,
    },
  ],
  cost: values => tableCost(values),
};
