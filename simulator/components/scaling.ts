import type { Cost } from './kind.ts';

/**
 * The cost at another technology node: area ∝ s², energy ∝ s at constant voltage, with s = to ÷ from.
 *
 * Capacitance shrinks with length, C ∝ s, so C·V² does too while the supply voltage stays. That is the
 * conservative half of constant-field scaling (Dennard et al., JSSC 1974), which would give s³; supply voltages
 * have hardly moved below 65 nm. Rates are left alone. Wire-dominated parts and analog parts sized by noise
 * scale less than this, so a scaled number is marked as an assumption wherever it is used.
 */
export function scaleNode(cost: Cost, fromM: number, toM: number): Cost {
  const s = toM / fromM;
  return {
    peakPowerW: cost.peakPowerW * s,
    staticPowerW: cost.staticPowerW * s,
    areaM2: cost.areaM2 * s ** 2,
    energyJ: cost.energyJ * s,
    // What is written is the device, which is given for the chip's own node.
    ...(cost.energiesJ ? { energiesJ: cost.energiesJ } : {}),
    rateHz: cost.rateHz,
  };
}
