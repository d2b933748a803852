import type { Check } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const layerShape: Check = {
  code: 'layer-shape',
  severity: 'error',
  doc: 'A layer must fit the shape of what enters it.',
  ...fromElaboration('layer-shape'),
};
