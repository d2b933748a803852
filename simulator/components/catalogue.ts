import { activation, pooling } from './digital-unit.ts';
import { adc } from './adc.ts';
import { analogAccumulator } from './analog-accumulator.ts';
import { bufferArray, summingAmplifier, tia } from './analog-buffer.ts';
import { array } from './array.ts';
import { buffer, bus, inputRegister, link, outputRegister } from './memory.ts';
import { cell } from './cell.ts';
import { dac } from './dac.ts';
import { fixed } from './fixed.ts';
import type { ComponentKind } from './kind.ts';
import { router } from './router.ts';
import { sampleHold } from './sample-hold.ts';
import { sarAdc } from './sar-adc.ts';
import { shiftAdd } from './shift-add.ts';

/** Every kind of component by the word the language uses for it. */
export const catalogue: ReadonlyMap<string, ComponentKind> = new Map(
  [
    array,
    cell,
    dac,
    sampleHold,
    adc,
    sarAdc,
    shiftAdd,
    analogAccumulator,
    tia,
    bufferArray,
    summingAmplifier,
    inputRegister,
    outputRegister,
    buffer,
    bus,
    router,
    link,
    activation,
    pooling,
    fixed,
  ].map(kind => [kind.kind, kind]),
);
