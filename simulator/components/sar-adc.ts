import { positive, whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { tableCost, type Values } from './table-cost.ts';

/**
 * A successive-approximation converter whose cost follows its resolution.
 *
 * Reference buffer, memory and clock grow with the number of bits, the capacitive DAC doubles with each bit
 * (ISAAC, section 6, after Saberi et al., TCAS-I 2011): energy = b · energy-per-bit + 2^b · energy-per-level,
 * and area likewise. The coefficients come from the text. Holds for 4 to 10 bits at one rate; above about
 * 12 bits thermal noise sizes the capacitors and this underestimates.
 */
export const sarAdc: ComponentKind = {
  kind: 'sar-adc',
  doc: 'Successive-approximation converter: cost linear plus exponential in its resolution. One action is one conversion.',
  category: 'converter',
  parameters: {
    resolution: whole('bits', 'Bits of one conversion.', { required: true }),
    'energy-per-bit': positive('energy', 'Energy that grows with each bit.', { required: true }),
    'energy-per-level': positive('energy', 'Energy that doubles with each bit: per level of the converter.', {
      required: true,
    }),
    'area-per-bit': positive('area', 'Area that grows with each bit.', { required: true }),
    'area-per-level': positive('area', 'Area that doubles with each bit: per level of the converter.', {
      required: true,
    }),
    ...tableParameters,
  },
  performs: () => ['conversions'],
  laws: [
    {
      gives: 'energy',
      doc: 'energy of a conversion = resolution × energy-per-bit + 2^resolution × energy-per-level',
      needs: ['resolution'],
      coefficients: ['energy-per-bit', 'energy-per-level'],
      value: values => linearPlusExponential(values, 'energy-per-bit', 'energy-per-level'),
    },
    {
      gives: 'area',
      doc: 'area = resolution × area-per-bit + 2^resolution × area-per-level',
      needs: ['resolution'],
      coefficients: ['area-per-bit', 'area-per-level'],
      value: values => linearPlusExponential(values, 'area-per-bit', 'area-per-level'),
    },
  ],
  cost: values => tableCost(values),
};

function linearPlusExponential(values: Values, perBit: string, perLevel: string): number {
  const bits = values.resolution!;
  return bits * values[perBit]! + 2 ** bits * values[perLevel]!;
}
