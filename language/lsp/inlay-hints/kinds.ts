import { argumentNames } from './argument-names.ts';
import { bits } from './bits.ts';
import { blocks } from './blocks.ts';
import { energy } from './energy.ts';
import { instances } from './instances.ts';
import type { InlayHintKind } from './kind.ts';
import { layers } from './layers.ts';
import { parts } from './parts.ts';
import { values } from './values.ts';

/** Every kind of inlay hint. At one place of the text they stand in this order. */
export const inlayHintKinds: readonly InlayHintKind[] = [
  values,
  bits,
  blocks,
  parts,
  instances,
  energy,
  layers,
  argumentNames,
];
