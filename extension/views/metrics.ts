import type { Evaluation, Metric, MetricName } from '../../simulator/index.ts';

/**
 * What a metric is called, measures and means.
 *
 * A copy of the simulator's own table, because a page carries no simulator code; a test keeps the two equal.
 */
export const metrics: Readonly<Record<MetricName, Metric>> = {
  energyPerInference: {
    label: 'Energy per inference',
    dimension: 'energy',
    doc: 'Energy of one inference, static power over its interval included.',
    better: 'lower',
  },
  energyEfficiency: {
    label: 'Energy efficiency',
    dimension: 'efficiency',
    doc: 'Operations of the workload (a multiply-accumulate is two) ÷ energy per inference.',
    better: 'higher',
  },
  throughput: {
    label: 'Throughput',
    dimension: 'throughput',
    doc: 'Operations of the workload ÷ interval.',
    better: 'higher',
  },
  inferencesPerSecond: {
    label: 'Inferences per second',
    dimension: 'frequency',
    doc: 'One ÷ interval.',
    better: 'higher',
  },
  interval: {
    label: 'Interval',
    dimension: 'time',
    doc: 'Time between two results of a full pipeline: the slowest layer.',
    better: 'lower',
  },
  latency: {
    label: 'Latency',
    dimension: 'time',
    doc: 'Time of one inference through an empty pipeline.',
    better: 'lower',
  },
  power: {
    label: 'Power',
    dimension: 'power',
    doc: 'Average while the pipeline is full: energy per inference ÷ interval.',
    better: 'lower',
  },
  peakPower: {
    label: 'Peak power',
    dimension: 'power',
    doc: 'One chip with every component busy, links included: what tables in papers add up to.',
    better: 'lower',
  },
  area: { label: 'Area', dimension: 'area', doc: 'One chip, links included.', better: 'lower' },
  computeDensity: {
    label: 'Compute density',
    dimension: 'computeDensity',
    doc: 'Throughput ÷ area of the chips in use.',
    better: 'higher',
  },
  storageDensity: {
    label: 'Storage density',
    dimension: 'storageDensity',
    worth: 8,
    doc: 'Weights one chip can hold ÷ its area.',
    better: 'higher',
  },
  peakThroughput: {
    label: 'Peak throughput',
    dimension: 'throughput',
    doc: 'One chip with every array delivering one result per pipeline stage.',
    better: 'higher',
  },
  peakEfficiency: {
    label: 'Peak efficiency',
    dimension: 'efficiency',
    doc: 'Peak throughput ÷ peak power.',
    better: 'higher',
  },
  peakComputeDensity: {
    label: 'Peak compute density',
    dimension: 'computeDensity',
    doc: 'Peak throughput ÷ area.',
    better: 'higher',
  },
  peakComputeDensityWithoutLinks: {
    label: 'Peak compute density without links',
    dimension: 'computeDensity',
    doc: 'Peak throughput ÷ area without chip-to-chip links.',
    better: 'higher',
  },
  cellUtilization: {
    label: 'Cell utilisation',
    dimension: 'count',
    doc: 'Cells that hold a weight ÷ cells of the chips in use.',
    better: 'higher',
  },
  arrayUtilization: {
    label: 'Array utilisation',
    dimension: 'count',
    doc: 'Arrays busy ÷ arrays of the chips in use, over time.',
    better: 'higher',
  },
  chips: { label: 'Chips', dimension: 'count', doc: 'Chips in use.', better: 'lower' },
};

/** A metric in base units of its dimension, as the formatter takes it. */
export function valueOf(evaluation: Evaluation, name: MetricName): number {
  return evaluation.metrics[name] * (metrics[name].worth ?? 1);
}
