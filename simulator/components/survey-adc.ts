import { type Parameter, positive, whole } from '../units/index.ts';
import { type ComponentKind, tableParameters } from './kind.ts';
import { actionEnergyJ, tableCost } from './table-cost.ts';

/**
 * A converter that nobody has built yet: what published ones with its effective bits, rate and node cost at best.
 *
 * Two bounds hold at any rate f and number of effective bits b (Andrulis et al., arXiv 2404.06553, after Murmann's survey). At low
 * rates a conversion costs what its bits ask for, growing by a fitted factor g each: E₁·g^(b−1). At high rates the product of
 * speed and accuracy is what costs, with four times the energy for each bit, as noise must fall by half, and a power of the
 * rate: E₂·4^(b−1)·(f/f₀)^r. The larger counts, times a power of b and of the node that the regression found:
 * E = max(E₁·g^(b−1), E₂·4^(b−1)·(f/f₀)^r) · b^β · (node/node₀)^ν. Area is a power of node, rate and energy.
 *
 * Holds from 4 bits, below which the regression rises again, and up to about 10 GS/s. It knows no architecture: converters made for
 * crossbars are far smaller, as the survey's bring their own references, clocks and calibration.
 */
export const surveyAdc: ComponentKind = {
  kind: 'survey-adc',
  doc: 'Converter from a regression over published ones: cost from effective bits, rate and node. One action is one conversion.',
  category: 'converter',
  parameters: {
    resolution: whole('bits', 'Bits of one conversion.', {
      required: true,
      type: { dimension: 'bits', min: 4, max: 64, integer: true },
    }),
    'effective-bits': {
      doc: 'Effective number of bits (ENOB). When absent, the resolution.',
      type: { dimension: 'bits', min: 4 },
    },
    ...tableParameters,
    rate: { ...tableParameters.rate!, required: true },
    'bits-energy': coefficient('energy', 'Of one bit at the reference node, where the rate does not matter.'),
    'bits-growth': coefficient('count', 'Factor on `bits-energy` for each further bit.'),
    'rate-energy': coefficient(
      'energy',
      'Of one bit at the reference node and rate, where the rate matters.',
    ),
    'rate-exponent': exponent('Of the rate in the energy, where it matters.'),
    'bits-exponent': exponent('Of the effective bits in the energy.'),
    'node-exponent': exponent('Of the node in the energy.'),
    'reference-node': coefficient('length', 'Node at which the coefficients hold.'),
    'reference-rate': coefficient('frequency', 'Rate at which the coefficients hold.'),
    'reference-energy': coefficient('energy', 'Energy of a conversion at which `reference-area` holds.'),
    'reference-area': coefficient('area', 'Area at the reference node, rate and energy.'),
    'area-node-exponent': exponent('Of the node in the area.'),
    'area-rate-exponent': exponent('Of the rate in the area.'),
    'area-energy-exponent': exponent('Of the energy of a conversion in the area.'),
  },
  performs: () => ['conversions'],
  laws: [
    {
      gives: 'energy',
      doc: 'energy of a conversion = the larger of bits-energy × bits-growth^(bits − 1) and rate-energy × 4^(bits − 1) × (rate ÷ reference-rate)^rate-exponent, times bits^bits-exponent × (node ÷ reference-node)^node-exponent, with bits = effective-bits',
      needs: ['resolution', 'rate'],
      coefficients: [
        'bits-energy',
        'bits-growth',
        'rate-energy',
        'rate-exponent',
        'bits-exponent',
        'node-exponent',
        'reference-node',
        'reference-rate',
      ],
      optional: ['effective-bits'],
      value: (values, { nodeM }) => {
        const bits = values['effective-bits'] ?? values.resolution!;
        const speed = (values.rate! / values['reference-rate']!) ** values['rate-exponent']!;
        const forBitsJ = values['bits-energy']! * values['bits-growth']! ** (bits - 1);
        const forRateJ = values['rate-energy']! * 4 ** (bits - 1) * speed;
        const node = (nodeM / values['reference-node']!) ** values['node-exponent']!;
        return Math.max(forBitsJ, forRateJ) * bits ** values['bits-exponent']! * node;
      },
    },
    {
      gives: 'area',
      doc: 'area = reference-area × (node ÷ reference-node)^area-node-exponent × (rate ÷ reference-rate)^area-rate-exponent × (energy ÷ reference-energy)^area-energy-exponent',
      needs: ['rate'],
      coefficients: [
        'reference-area',
        'reference-energy',
        'reference-node',
        'reference-rate',
        'area-node-exponent',
        'area-rate-exponent',
        'area-energy-exponent',
      ],
      value: (values, { nodeM }) =>
        values['reference-area']! *
        (nodeM / values['reference-node']!) ** values['area-node-exponent']! *
        (values.rate! / values['reference-rate']!) ** values['area-rate-exponent']! *
        (actionEnergyJ(values) / values['reference-energy']!) ** values['area-energy-exponent']!,
    },
  ],
  cost: values => tableCost(values),
};

function coefficient(dimension: Parameters<typeof positive>[0], doc: string): Parameter {
  return positive(dimension, doc, { required: true });
}

function exponent(doc: string): Parameter {
  return {
    doc: `Exponent: ${doc.charAt(0).toLowerCase()}${doc.slice(1)}`,
    type: { dimension: 'count' },
    required: true,
  };
}
