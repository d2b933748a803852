import type { DimensionName } from '../units/index.ts';

/**
 * What the outside world sees of an evaluation: plain JSON, all numbers in SI base units.
 *
 * Views, files and other tools work from this alone; nothing in it needs the text it came from. `origin`
 * strings point back to that text and mean something only to the language.
 */
export interface Report {
  /** Version of this format. */
  version: string;
  /** What produced the report, for example `pim-studio 0.1.0`. */
  generator: string;
  /** What each metric is called, measures and means, so that a reader needs nothing but the report. */
  metrics: Record<MetricName, Metric>;
  /** What was asked, in the order asked; evaluations, comparisons, expectations and claims name theirs by position. */
  studies: StudySummary[];
  /** Chips as described, independent of any workload. */
  chips: ChipSummary[];
  workloads: WorkloadSummary[];
  /** One entry per study, chip and workload, in this order, as asked for. */
  evaluations: Evaluation[];
  comparisons: Comparison[];
  expectations: Expectation[];
  claims: Claim[];
  /** One entry per evaluation and metric; only where asked for. */
  sensitivities?: Sensitivity[];
  /** Everything that was assumed, each once. */
  assumptions: Assumption[];
  /** Where the numbers come from, each source once. */
  sources: Source[];
}

/** One question to the simulator: an `evaluate` of the text, or chips and workloads named by hand. */
export interface StudySummary {
  /** What sets it apart from the other studies of the report, such as `chips 16`; empty when there is no other. */
  label: string;
  chips: string[];
  workloads: string[];
  /** Every setting by name, stated or not; one without a value, such as an open number of chips, is left out. */
  settings: Record<string, string | number>;
  origin: string;
}

export interface ChipSummary {
  name: string;
  /** The accumulation strategy. */
  dataflow: string;
  origin: string;
}

export interface WorkloadSummary {
  name: string;
  /** Multiply-accumulates per inference. */
  macs: number;
  /** Stored weights, biases not counted. */
  weights: number;
  origin: string;
}

export interface Evaluation {
  /** Position in `studies`. */
  study: number;
  chip: string;
  workload: string;
  metrics: Metrics;
  tree: TreeNode;
  layers: LayerReport[];
  roofline: Roofline;
  /** Only where the network does not fit and its weights are rewritten during each inference or batch. */
  reload?: ReloadReport;
}

export interface ReloadReport {
  /** Times the arrays are filled for one batch. */
  loadings: number;
  /** Inferences that share one writing of the weights. */
  batch: number;
  /** Cells programmed per inference. */
  cellWrites: number;
  /** Of writing, per inference, joules; part of the evaluation's energy. */
  energy: number;
  /** Of writing, per inference, seconds; part of the interval. */
  time: number;
  /** Seconds of uninterrupted work until the cells written most often reach their endurance; absent where that is not known. */
  lifetime?: number;
}

/** Names and units are a promise; the report's `metrics` hold the word, unit and meaning of each. */
export interface Metrics {
  energyPerInference: number;
  energyEfficiency: number;
  throughput: number;
  inferencesPerSecond: number;
  interval: number;
  latency: number;
  power: number;
  peakPower: number;
  area: number;
  computeDensity: number;
  storageDensity: number;
  peakThroughput: number;
  peakEfficiency: number;
  peakComputeDensity: number;
  peakComputeDensityWithoutLinks: number;
  cellUtilization: number;
  arrayUtilization: number;
  chips: number;
}

export type MetricName = keyof Metrics;

/** What a metric is called, measures and means. */
export interface Metric {
  label: string;
  /** Unit of the report's number; `1` for counts and ratios. */
  unit: string;
  dimension: DimensionName;
  doc: string;
  /** What the report's number is worth in base units of the dimension, where that is not one: a byte is eight bits. */
  worth?: number;
  /** Whether a larger value is better; absent where neither is. */
  better?: 'higher' | 'lower';
}

/**
 * A chip, block or component, with totals over all its instances on one chip; children sum to their parent, so that components
 * alone take something themselves.
 * `power` (peak) and `area` describe one chip, `energy` one inference on all chips in use, so the root's three
 * totals equal the metrics `peakPower`, `area` and `energyPerInference`.
 */
export interface TreeNode {
  name: string;
  /** Instances within one instance of the parent. */
  count: number;
  power: number;
  area: number;
  energy: number;
  origin: string;
  /** Component kind of the catalogue; absent for blocks. */
  kind?: string;
  /** Group for colours and sums: array, converter, dac, shift-add, buffer, interconnect, digital, link, other. */
  category?: Category;
  /** The part of the energy that is drawn all the time, over the interval; absent where that is none. */
  staticEnergy?: number;
  /** Whether a number of this component rests on an assumption; absent where none does. */
  assumed?: boolean;
  /** How the energy came about; absent for blocks and for parts that only draw static power. */
  actions?: ActionReport[];
  children: TreeNode[];
}

export type Category =
  | 'array'
  | 'dac'
  | 'converter'
  | 'shift-add'
  | 'buffer'
  | 'interconnect'
  | 'digital'
  | 'link'
  | 'other';

export interface ActionReport {
  /** Action name, for example `conversions`. */
  action: string;
  /** Times per inference. */
  count: number;
  /** Joules each. */
  energyEach: number;
}

export interface LayerReport {
  name: string;
  kind: string;
  origin: string;
  rows: number;
  columns: number;
  groups: number;
  /** Times the matrix is applied per inference. */
  windows: number;
  /** Arrays one copy occupies. */
  arraysPerCopy: number;
  copies: number;
  /** Cells that hold a weight ÷ cells of the arrays owned. */
  utilization: number;
  macs: number;
  /** Dynamic energy of one inference. */
  energy: number;
  /** Seconds between two windows of one copy. */
  stage: number;
  /** Seconds this layer needs per inference. */
  time: number;
  bottleneck: Bottleneck;
  roofline: RooflinePoint;
}

/** What sets the stage time of a layer. */
export interface Bottleneck {
  /**
   * `input cycles`, `converters`, `analog accumulators`, `shift-and-adds`, `TIAs`, `buffer cells`, `summing amplifiers`, `adders`, `buffer`, `bus`, `router`,
   * `activation`, `pooling` or `link`.
   */
  resource: string;
  /** What these units do, for example `conversions`; absent for input cycles. */
  action?: string;
  /** Group of the components behind the resource. */
  category: Category;
  /** Time a window takes because of that resource, seconds. */
  time: number;
  /** Whether it stretches the stage beyond the chip's own pipeline. */
  stretches: boolean;
  /** The same in words, such as `limited by EDRAM bandwidth: 41.2 of 32.0 GB/s for each tile`. */
  explanation: string;
  /** Of the resource where it stretches the stage, else of the busiest one; absent where nothing has a limit. */
  use?: ResourceUse;
}

/** What is asked of some units at the pipeline's own pace, and what they can do. */
export interface ResourceUse {
  /** The name of the component, or of several. */
  component: string;
  /** Whose units together: those in one tile, or all of a chip. */
  of: 'tile' | 'chip';
  /** `bandwidth` where they move data, else `frequency`. */
  dimension: 'bandwidth' | 'frequency';
  /** Bits or actions a second. */
  needed: number;
  available: number;
}

/** The roofs of a chip, for its layers each drawn as if one chip did nothing else. */
export interface Roofline {
  /** Operations per second with every cell in use at the pipeline's own pace. */
  peak: number;
  /** Bytes per second that all tile buffers of a chip move; absent where nothing limits them. */
  bandwidth?: number;
  /** Operations per byte from which on buffers no longer limit; absent where they never do. */
  ridge?: number;
}

/** Where a layer stands below the roofs. */
export interface RooflinePoint {
  /** Operations per byte that tile buffers give or take. */
  intensity: number;
  /** Operations per second. */
  throughput: number;
  /** The most that peak and bandwidth allow at this intensity. */
  attainable: number;
}

/** Ratio of one chip to another in one metric: above 1 means the first is larger. */
export interface Comparison {
  /** Position in `studies`. */
  study: number;
  chip: string;
  against: string;
  metric: MetricName;
  /** In the order of `workloads`. */
  ratios: { workload: string; ratio: number }[];
  /** Mean of the ratios. */
  average: number;
  averageKind: Average;
  /** For example `equal area: value × area of all chips of NeuralPIM in use ÷ that of its own`, or `none`. */
  normalisation: string;
}

export type Average = 'geometric' | 'arithmetic';

/** An `expect` of the text. */
export interface Expectation {
  /** Position in `studies`. */
  study: number;
  text: string;
  passed: boolean;
  /** Left-hand side as evaluated, in SI base units. */
  actual: number;
  /** `actual` with its unit. */
  actualText: string;
  /** The first workload it does not hold on; absent where it passed. */
  workload?: string;
  origin: string;
}

/** A `claim` of the text: somebody's published number beside ours. */
export interface Claim {
  /** Position in `studies`. */
  study: number;
  text: string;
  source: string;
  claimed: number;
  actual: number;
  claimedText: string;
  actualText: string;
  /** What a chart needs to place the claim beside its bars; absent when the claim is not such a ratio or metric. */
  subject?: { metric: MetricName; chip: string; against?: string; workload?: string };
  origin: string;
}

/** How much one metric depends on each number of a chip's text, and of the settings of its study. */
export interface Sensitivity {
  /** Position in `studies`. */
  study: number;
  chip: string;
  workload: string;
  metric: MetricName;
  /** The metric as the text stands. */
  value: number;
  /** Those that move the metric most come first, others in the order of the text. */
  numbers: NumberSensitivity[];
}

export interface NumberSensitivity {
  /** For example `NNADC.power` or `count of NNADC in Tile`; several numbers of one property share it. */
  name: string;
  /** The number as written, such as `6 mW`. */
  text: string;
  origin: string;
  /** With the number a tenth smaller and a tenth larger; with one less and one more where a tenth of something whole is less than that. */
  below: Variation;
  above: Variation;
  /** Relative change of the metric ÷ relative change of the number; absent where neither variation can be evaluated. */
  elasticity?: number;
}

/** Exactly one of `value` and `problem`; `change` comes with `value`. */
export interface Variation {
  /** The number as it would be written. */
  text: string;
  /** The metric with it. */
  value?: number;
  /** Of the metric, as a fraction of what it is: 0.04 is four per cent more. */
  change?: number;
  /** Why the chip cannot be evaluated with it. */
  problem?: string;
}

export interface Assumption {
  text: string;
  /** What it concerns, for example `NeuralPIM` or `EDRAM.rate`. */
  subject: string;
  origin: string;
}

export interface Source {
  text: string;
  /** What uses it. */
  subjects: string[];
}
