/** The door to the simulator. */
export { type Action, type ActionCounts, actions } from './chip/action.ts';
export { levels } from './chip/chip.ts';
export type * from './chip/chip.ts';
export type { Component, Scaling } from './chip/component.ts';
export { blockCount, type Placed, placedComponents } from './chip/walk.ts';
export type { ComponentKind, Law } from './components/kind.ts';
export { costOf, type Ruling, rulingOf } from './components/law.ts';
export type { Cost } from './components/table-cost.ts';
export {
  columnsPerWeight,
  columnSumBits,
  dotProductOf,
  inputCycles,
  weightSlices,
} from './dataflow/dot-product.ts';
export { conversionBits, type RMap, rMapOf } from './dataflow/r-mapping.ts';
export { strategies } from './dataflow/strategies.ts';
export { type Bandwidth, bandwidthOf } from './evaluate/bandwidth.ts';
export { description } from './evaluate/description.ts';
export { evaluate } from './evaluate/evaluate.ts';
export { fillings } from './evaluate/loading.ts';
export { type Need, needOf } from './evaluate/fold.ts';
export { place, type PlaceOptions } from './evaluate/place.ts';
export { type Excess, peakActions, peakExcesses, peakStage } from './evaluate/peak.ts';
export {
  type Formula,
  type Lookup,
  mergeReports,
  mergeSources,
  type Progress,
  type Question,
  runStudy,
  type Study,
  type StudyChip,
} from './evaluate/study.ts';
export { type Region, regionsOf } from './evaluate/region.ts';
export { type CostedBlock, isCostedBlock, type Structure, structureOf } from './evaluate/structure.ts';
export { type WindowBuffer, windowBuffers } from './evaluate/window-buffer.ts';
export { type Setup, sensitivities, type Tried, type TriedNumber } from './explore/sensitivity.ts';
export { metrics } from './report/metrics.ts';
export type * from './report/report.ts';
export { reportVersion } from './report/version.ts';
export type { LayerKind, LayerValues } from './workload/layers/kind.ts';
export { macCount, weightCount } from './workload/workload.ts';
export type * from './workload/workload.ts';
