import { costOfPart, costsOfParts } from '../support/cost.ts';
import { within } from '../support/published.ts';

/**
 * CACTI 7 (Balasubramonian et al., TACO 14(2), 2017), run at 32 nm with low-standby-power transistors, 350 K, one read-write port and
 * best energy × delay². Capacity, bits of an access, pJ of a read and of a write, µm².
 */
const sram = [
  ['256 B', 32, 0.35, 0.588, 536],
  ['1 KiB', 64, 0.895, 1.895, 1821],
  ['2 KiB', 32, 1.212, 1.401, 3656],
  ['2 KiB', 256, 5.134, 7.04, 6832],
  ['16 KiB', 64, 6.548, 5.751, 25665],
  ['16 KiB', 256, 8.089, 24.651, 27191],
  ['64 KiB', 128, 19.717, 18.124, 115081],
  ['64 KiB', 256, 29.558, 36.46, 100644],
  ['256 KiB', 256, 67.182, 63.996, 524517],
] as const;

/** The same with logic-process DRAM; reads only, since a read writes back. */
const edram = [
  ['4 KiB', 128, 2.983, 1955],
  ['16 KiB', 256, 12.885, 10639],
  ['64 KiB', 256, 30.111, 53381],
  ['256 KiB', 256, 65.003, 184003],
] as const;

/** DSENT (Sun et al., NOCS 2012) at 32 nm, 0.9 V and 1 GHz. Ports, bits, flits of depth; pJ a flit, µm², mW of leakage and clock. */
const routers = [
  [3, 64, 4, 1.564, 6960, 1.725],
  [5, 32, 4, 0.961, 6007, 1.69],
  [5, 64, 8, 2.31, 19710, 4.675],
  [8, 32, 4, 1.225, 11992, 3.277],
  [8, 128, 16, 6.852, 133961, 25.301],
] as const;

describe('components that follow a law', () => {
  describe('memories', () => {
    for (const [capacity, width, readPJ, writePJ, areaUM2] of sram)
      it(`SRAM of ${capacity}, ${width} bits wide: energy within 9 %, area within 28 %`, async () => {
        const cost = await costOfPart(`1 × SRAM { capacity ${capacity}, width ${width} bit }`);
        within((cost.energyJ * width) / 8, ((readPJ + writePJ) / 2) * 1e-12, 0.09);
        within(cost.areaM2, areaUM2 * 1e-12, 0.28);
      });

    for (const [capacity, width, readPJ, areaUM2] of edram)
      it(`embedded DRAM of ${capacity}, ${width} bits wide: energy within 46 %, area within 53 %`, async () => {
        const cost = await costOfPart(`1 × EmbeddedDRAM { capacity ${capacity}, width ${width} bit }`);
        within((cost.energyJ * width) / 8, readPJ * 1e-12, 0.46);
        within(cost.areaM2, areaUM2 * 1e-12, 0.53);
      });

    it('a second port costs what CACTI says within 11 % in energy and 8 % in area', async () => {
      const cost = await costOfPart('1 × SRAM { capacity 4 KiB, width 64 bit, ports 2 }');
      const one = await costOfPart('1 × SRAM { capacity 4 KiB, width 64 bit }');
      within(cost.energyJ / one.energyJ, 1.26, 0.12);
      within(cost.areaM2 / one.areaM2, 2.11, 0.08);
    });

    // CACTI 7 as above, 16 KiB and 256 bits at 65 nm: 26.12 pJ a read, 81.92 pJ a write.
    it('SRAM of 65 nm takes 1.7 times what constant voltage says, and 2.5 times less than constant field does', async () => {
      const part = '1 × SRAM { capacity 16 KiB, width 256 bit, scaling';
      const published = ((26.12 + 81.92) / 2) * 1e-12;
      const voltage = await costOfPart(`${part} constant-voltage }`, '', '65 nm');
      within((voltage.energyJ * 256) / 8, published / 1.7, 0.05);
      const field = await costOfPart(`${part} constant-field }`, '', '65 nm');
      within((field.energyJ * 256) / 8, published * 2.5, 0.05);
    });
  });

  describe('routers', () => {
    for (const [ports, flit, depth, energyPJ, areaUM2, staticMW] of routers)
      it(`${ports} ports of ${flit} bits, ${depth} deep: energy within 18 %, the rest within 32 %`, async () => {
        const part = `1 × MeshRouter { ports ${ports}, flit ${flit} bit, depth ${depth} }`;
        const cost = await costOfPart(part);
        within(cost.energyJ, energyPJ * 1e-12, 0.18);
        within(cost.areaM2, areaUM2 * 1e-12, 0.32);
        within(cost.staticPowerW, staticMW * 1e-3, 0.32);
      });
  });

  describe('row drivers', () => {
    it('a ladder through the one-bit table value meets the four-bit one: power within 1 %, area within 3 %', async () => {
      const [law, table] = await costsOfParts(['1 × LadderDAC { resolution 4 bit }', '1 × DAC4Bit']);
      within(law!.peakPowerW, table!.peakPowerW, 0.01, 'power');
      within(law!.areaM2, table!.areaM2, 0.03, 'area');
    });

    it('the ladder with one bit is that of the table', async () => {
      const [law, table] = await costsOfParts(['1 × LadderDAC', '1 × DAC']);
      within(law!.energyJ, table!.energyJ, 0.001, 'energy');
      within(law!.areaM2, table!.areaM2, 0.001, 'area');
    });

    it('the capacitive one is what was measured with eight bits in 40 nm', async () => {
      const cost = await costOfPart('1 × CapacitiveDAC', '', '40 nm');
      within(cost.peakPowerW, 0.32e-3, 0.001);
      within(cost.areaM2, 438e-12, 0.001);
    });
  });

  describe('converters of the survey', () => {
    /** hwcomponents-adc, its model of 2026 worked out: bits, GS/s, nm; pJ a conversion, µm². */
    const published = [
      [4, 1.28, 32, 0.924, 5190],
      [6, 1.28, 32, 1.065, 5416],
      [8, 0.05, 32, 1.714, 3475],
      [8, 1.2, 32, 1.849, 6313],
      [9, 1.2, 32, 5.299, 8651],
      [8, 1, 130, 23.905, 52864],
    ] as const;
    for (const [bits, rateGHz, nodeNM, energyPJ, areaUM2] of published)
      it(`${bits} bits at ${rateGHz} GS/s in ${nodeNM} nm: ${energyPJ} pJ and ${areaUM2} µm²`, async () => {
        const part = `1 × SurveyADC { resolution ${bits} bit, rate ${rateGHz} GHz }`;
        const cost = await costOfPart(part, '', `${nodeNM} nm`);
        within(cost.energyJ, energyPJ * 1e-12, 0.005);
        within(cost.areaM2, areaUM2 * 1e-12, 0.005);
      });

    it('asks for the effective bits that were measured: 2.3 times less than Kull et al. for 6.2 of them', async () => {
      const cost = await costOfPart('1 × SurveyADC { effective-bits 6.235 bit, rate 1.2 GHz }');
      within(cost.energyJ, 2.58e-12 / 2.3, 0.03);
    });
  });

  it('a bus as long as the area of ISAAC’s says takes 16 % less energy than the table', async () => {
    const [law, table] = await costsOfParts(['1 × WireBus { width 384 bit, length 0.73 mm }', '1 × Bus']);
    within(law!.areaM2, table!.areaM2, 0.005, 'area');
    within(law!.energyJ, table!.energyJ * 0.84, 0.01, 'energy');
  });

  it('cells read through the whole cycle take 22 times what ISAAC’s table says', async () => {
    const [law, table] = await costsOfParts(['1 × ConductingCells', '1 × Array2Bit']);
    within(law!.energyJ, table!.energyJ * 22.4, 0.01);
  });
});
