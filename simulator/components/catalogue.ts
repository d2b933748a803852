import { activation, pooling } from './digital-unit.ts';
import { adaptiveAdc } from './adaptive-adc.ts';
import { adc } from './adc.ts';
import { analogAccumulator } from './analog-accumulator.ts';
import { bufferArray, summingAmplifier, tia } from './analog-buffer.ts';
import { array } from './array.ts';
import { buffer, inputRegister, outputRegister } from './memory.ts';
import { bus } from './bus.ts';
import { capacitiveDac } from './capacitive-dac.ts';
import { cell } from './cell.ts';
import { dac } from './dac.ts';
import { fixed } from './fixed.ts';
import type { ComponentKind } from './kind.ts';
import { ladderDac } from './ladder-dac.ts';
import { link } from './link.ts';
import { router } from './router.ts';
import { sampleHold } from './sample-hold.ts';
import { sarAdc } from './sar-adc.ts';
import { senseAmplifier } from './sense-amplifier.ts';
import { shiftAdd } from './shift-add.ts';
import { surveyAdc } from './survey-adc.ts';

/** Every kind of component by the word the language uses for it. */
export const catalogue: ReadonlyMap<string, ComponentKind> = new Map(
  [
    array,
    cell,
    dac,
    ladderDac,
    capacitiveDac,
    sampleHold,
    adc,
    sarAdc,
    adaptiveAdc,
    surveyAdc,
    senseAmplifier,
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
