import assert from 'node:assert/strict';
import type { Cost } from '../../../simulator/index.ts';
import { costOfPart, costsOfParts } from '../../support/cost.ts';
import { within } from '../../support/published.ts';

const law =
  'rate 1 GHz, energy-per-bit 0.2 pJ, energy-per-level 0.4 fJ, area-per-bit 80 µm², area-per-level 2 µm²';
const adaptive = (more: string) => `component Adaptive : adaptive-adc { resolution 10 bit, ${law}, ${more} }`;

describe('a converter that stops when a value is told', () => {
  const conversionJ = ({ energiesJ }: Cost, bits: number) =>
    energiesJ!.conversions! + bits * energiesJ!.bitTrials!;

  it('takes what a whole conversion takes where every bit is tried, and 0.2 pJ less for each that is not', async () => {
    const [stopping, whole] = await costsOfParts(
      ['1 × Adaptive', '1 × Whole'],
      `${adaptive('')} component Whole : sar-adc { resolution 10 bit, ${law} }`,
    );
    within(conversionJ(stopping!, 10), whole!.energyJ, 1e-12);
    within(conversionJ(stopping!, 6), whole!.energyJ - 4 * 0.2e-12, 1e-12);
    assert.deepEqual(
      [stopping!.areaM2, stopping!.peakPowerW, stopping!.rateHz],
      [whole!.areaM2, whole!.peakPowerW, whole!.rateHz],
    );
  });

  it('keeps up with conversions of all its bits', async () => {
    const { rateHz, ratesHz } = await costOfPart('1 × Adaptive', adaptive(''));
    assert.equal(ratesHz!.bitTrials, 10 * rateHz);
  });

  it('shares a stated energy out over its bits where it is less than the law says', async () => {
    const cost = await costOfPart('1 × Adaptive', adaptive('energy 1 pJ'));
    within(conversionJ(cost, 10), 1e-12, 1e-12);
    within(conversionJ(cost, 5), 0.5e-12, 1e-12);
  });

  it('comes to another node with both of its energies', async () => {
    const there = await costOfPart('1 × Adaptive', adaptive('node 32 nm'), '64 nm');
    const here = await costOfPart('1 × Adaptive', adaptive('node 64 nm'), '64 nm');
    for (const action of ['conversions', 'bitTrials'] as const)
      within(there.energiesJ![action]!, 2 * here.energiesJ![action]!, 1e-12, action);
  });
});

describe('a sense amplifier', () => {
  it('goes through 2^b levels', async () => {
    for (const bits of [4, 6, 8]) {
      const { energyJ, rateHz } = await costOfPart(
        '1 × Sense',
        `component Sense : sense-amplifier { resolution ${bits} bit, step-energy 0.2 pJ, step-time 15 ns }`,
      );
      within(energyJ, 2 ** bits * 0.2e-12, 1e-12);
      within(1 / rateHz, 2 ** bits * 15e-9, 1e-12);
    }
  });
});

describe('an analog buffer', () => {
  it('keeps an amplifier busy for sensing and for handing on', async () => {
    const { rateHz } = await costOfPart(
      '1 × Amplifier',
      'component Amplifier : tia { sensing-time 15 ns, transfer-time 25 ns }',
    );
    within(rateHz, 1 / 40e-9, 1e-12);
  });

  it('is written row by row', async () => {
    const { rateHz } = await costOfPart(
      '1 × Lines',
      'component Lines : buffer-array { columns 30, write-time 25 ns }',
    );
    within(rateHz, 30 / 25e-9, 1e-12);
  });
});
