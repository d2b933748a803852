import { conv } from './conv.ts';
import { dense } from './dense.ts';
import { add, concat, relu, sigmoid, tanh } from './elementwise.ts';
import type { LayerKind } from './kind.ts';
import { lstm } from './lstm.ts';
import { avgpool, globalpool, maxpool } from './pool.ts';

/** Every kind of layer by the word the language uses for it. */
export const layerKinds: ReadonlyMap<string, LayerKind> = new Map(
  [conv, dense, lstm, maxpool, avgpool, globalpool, relu, sigmoid, tanh, add, concat].map(kind => [
    kind.kind,
    kind,
  ]),
);
