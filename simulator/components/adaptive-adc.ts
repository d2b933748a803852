import type { ComponentKind } from './kind.ts';
import { sarAdc } from './sar-adc.ts';
import { tableCost } from './table-cost.ts';

/**
 * A successive-approximation converter that stops once the bits a value can have are told.
 *
 * What grows with the number of bits (comparator, memory, clock) acts once for each bit tried; the capacitive DAC is as large as its
 * full resolution asks for and is charged whole for every conversion. So a conversion of b bits takes b · energy-per-bit +
 * 2^resolution · energy-per-level (the law of `sar-adc` split in two). It saves energy and no time: conversions come at the rate of
 * whole ones. The dataflow says how many bits are tried.
 */
export const adaptiveAdc: ComponentKind = {
  ...sarAdc,
  kind: 'adaptive-adc',
  doc: 'Successive-approximation converter that tries only the bits a value can have. One action is one conversion, another the trial of one bit.',
  performs: () => ['conversions', 'bitTrials'],
  cost: values => {
    const whole = tableCost(values);
    const bits = values.resolution!;
    // A stated energy wins over the law; no trial takes more than its part of it.
    const trialJ = Math.min(values['energy-per-bit']!, whole.energyJ / bits);
    return {
      ...whole,
      energiesJ: { conversions: whole.energyJ - bits * trialJ, bitTrials: trialJ },
      ratesHz: { bitTrials: whole.rateHz * bits },
    };
  },
};
