import { costsOfParts } from '../support/cost.ts';
import { evaluationOf } from '../support/evaluate.ts';
import { nodeNamed, within } from '../support/published.ts';

/**
 * Accelergy hwcomponents-library, isaac: ISAAC's converter (Shafiee et al., ISCA 2016, table I) at other resolutions by the
 * capacitive-DAC law of Saberi et al., TCAS-I 2011, 32 nm. Bits, pJ a conversion, µm².
 */
const published = [
  [4, 0.79, 361],
  [5, 0.99, 477],
  [6, 1.2, 627],
  [7, 1.42, 845],
  [8, 1.67, 1200],
  [9, 1.97, 1828],
  [10, 2.38, 3002],
] as const;

describe('the converter of the library at any resolution', () => {
  for (const [bits, energyPJ, areaUM2] of published)
    it(`takes ${energyPJ} pJ and ${areaUM2} µm² with ${bits} bits`, async () => {
      const { tree } = await evaluationOf(chipWith(bits));
      const converter = nodeNamed(tree, 'ScaledADC');
      within(converter.actions![0]!.energyEach, energyPJ * 1e-12, 0.01);
      within(converter.area, areaUM2 * 1e-12, 0.01);
    });
});

describe('the two ways the library has to a converter of some bits', () => {
  for (const [bits] of published)
    it(`agree within 0.6 % with ${bits} bits`, async () => {
      const [law, table] = await costsOfParts([
        `1 × ScaledADC { resolution ${bits} bit }`,
        `1 × ADC${bits}Bit`,
      ]);
      within(law!.energyJ, table!.energyJ, 0.006, 'energy');
      within(law!.areaM2, table!.areaM2, 0.006, 'area');
      within(law!.peakPowerW, table!.peakPowerW, 0.006, 'power');
    });
});

const chipWith = (bits: number): string => `
import "pim:components"
import "pim:devices"
chip C {
  node      32 nm
  precision { inputs 4 bit, weights 4 bit, outputs ${bits} bit }
  dataflow  analog-accumulation
  1 × crossbar { size 128 × 128, cell RRAM, read 100 ns, 1 × Array1Bit, 128 × DAC, 1 × NNSA }
  1 × ScaledADC { resolution ${bits} bit }
}
workload W { input 64, dense d { outputs 10 } }
evaluate C on W
`;
