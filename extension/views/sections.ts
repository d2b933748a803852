import { areaView } from './area-map.ts';
import { basisView } from './assumptions.ts';
import { claimsView, expectationsView } from './claims.ts';
import { comparisonView } from './comparison.ts';
import { breakdownView } from './energy-breakdown.ts';
import { layersView } from './layers.ts';
import { rooflineView } from './roofline.ts';
import { sensitivityView } from './sensitivity.ts';
import { metricView } from './throughput.ts';
import type { View } from './view.ts';

/** The sections of a result, from the answer down to what it rests on. */
export const sections: readonly View[] = [
  comparisonView,
  metricView,
  breakdownView,
  areaView,
  layersView,
  rooflineView,
  sensitivityView,
  claimsView,
  expectationsView,
  basisView,
];
