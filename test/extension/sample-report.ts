import type {
  ActionReport,
  Category,
  Comparison,
  Evaluation,
  LayerReport,
  Metrics,
  Report,
  Roofline,
  RooflinePoint,
  TreeNode,
} from '../../simulator/index.ts';
import { metrics } from '../../simulator/index.ts';

/**
 * A report made up for tests of the views: the shape and size of a real one, with numbers of the right order.
 *
 * None of its numbers is a result; they only have to add up the way a report's numbers do.
 */
export function sampleReport(
  chips: readonly string[] = ['NeuralPIM', 'ISAACStyle'],
  networks: readonly string[] = ['AlexNet', 'VGG16'],
): Report {
  const evaluations = chips.flatMap(chip => networks.map(network => evaluationOf(chip, network)));
  return {
    version: '1.0',
    generator: 'pim-studio 0.1.0',
    metrics,
    studies: [
      {
        label: '',
        chips: [...chips],
        workloads: [...networks],
        settings: { grouping: 'packed' },
        origin: 'study:0',
      },
    ],
    chips: chips.map(name => ({ name, dataflow: designs[name]!.dataflow, origin: `chip:${name}` })),
    workloads: networks.map(name => ({
      name,
      macs: macsOf(name),
      weights: macsOf(name) / 112,
      origin: `workload:${name}`,
    })),
    evaluations,
    comparisons: chips.length > 1 ? comparisonsOf(chips, networks, evaluations) : [],
    ...(chips.length > 1 ? statements(evaluations, networks) : { expectations: [], claims: [] }),
    assumptions: assumptions.filter(({ subject }) => !designs[subject] || chips.includes(subject)),
    sources,
  };
}

interface Design {
  readonly dataflow: string;
  readonly joulesPerMac: number;
  readonly opsPerSecond: number;
  readonly tiles: number;
  readonly parts: readonly Part[];
}

type Part = [
  name: string,
  kind: string,
  category: Category,
  place: 'array' | 'tile' | 'chip',
  count: number,
  energyShare: number,
  areaShare: number,
  action: string,
  energyEach: number,
];

const shared: readonly Part[] = [
  ['Crossbar', 'crossbar', 'array', 'array', 1, 0.04, 0.02, 'reads', 15e-12],
  ['SampleHold', 'sample-hold', 'other', 'array', 144, 0.004, 0.004, 'samples', 0.69e-15],
  ['InputRegister', 'register', 'buffer', 'tile', 1, 0.09, 0.09, 'accesses', 0.5e-12],
  ['OutputRegister', 'register', 'buffer', 'tile', 1, 0.03, 0.02, 'accesses', 0.5e-12],
  ['EDRAM', 'edram', 'buffer', 'tile', 1, 0.08, 0.21, 'bytes', 1.6e-12],
  ['Bus', 'bus', 'interconnect', 'tile', 1, 0.03, 0.2, 'bytes', 0.4e-12],
  ['Router', 'router', 'interconnect', 'tile', 0.25, 0.04, 0.1, 'flit-hops', 3.2e-12],
  ['Sigmoid', 'activation', 'digital', 'tile', 2, 0.008, 0.002, 'activations', 0.2e-12],
  ['MaxPool', 'pooling', 'digital', 'tile', 1, 0.004, 0.001, 'comparisons', 0.1e-12],
  ['HyperTransport', 'link', 'link', 'chip', 4, 0.1, 0.25, 'bytes', 0],
];

const designs: Readonly<Record<string, Design>> = {
  NeuralPIM: {
    dataflow: 'analog-accumulation',
    joulesPerMac: 0.86e-12,
    opsPerSecond: 33.6e12,
    tiles: 280,
    parts: [
      ['DAC', 'dac', 'dac', 'array', 128, 0.42, 0.02, 'conversions', 1.22e-12],
      ['NNSA', 'analog-accumulator', 'shift-add', 'array', 1, 0.08, 0.2, 'accumulations', 3.71e-12],
      ['NNADC', 'adc', 'converter', 'tile', 4, 0.05, 0.02, 'conversions', 1.25e-12],
    ],
  },
  ISAACStyle: {
    dataflow: 'digital-accumulation',
    joulesPerMac: 3.9e-12,
    opsPerSecond: 9.7e12,
    tiles: 270,
    parts: [
      ['ADC', 'adc', 'converter', 'array', 1, 0.528, 0.25, 'conversions', 1.67e-12],
      ['DAC', 'dac', 'dac', 'array', 128, 0.132, 0.01, 'conversions', 0.39e-12],
      ['ShiftAdd', 'shift-add', 'shift-add', 'tile', 1, 0.007, 0.01, 'additions', 0.05e-12],
    ],
  },
  CASCADEStyle: {
    dataflow: 'analog-buffering',
    joulesPerMac: 1.9e-12,
    opsPerSecond: 16e12,
    tiles: 302,
    parts: [
      ['BufferArray', 'crossbar', 'array', 'array', 4, 0.05, 0.08, 'writes', 2.1e-12],
      ['DAC', 'dac', 'dac', 'array', 128, 0.144, 0.01, 'conversions', 0.39e-12],
      ['ADC', 'adc', 'converter', 'tile', 3, 0.385, 0.02, 'conversions', 2.38e-12],
      ['SumAmplifier', 'amplifier', 'shift-add', 'array', 4, 0.041, 0.05, 'sums', 1.1e-12],
    ],
  },
};

const macs: Readonly<Record<string, number>> = { AlexNet: 1.13e9, VGG16: 15.5e9, ResNet50: 4.1e9 };
const macsOf = (network: string): number => macs[network] ?? 2e9;

// A network's own character: some suit a chip better than others.
const character = (chip: string, network: string): number =>
  1 + 0.16 * Math.sin([...(chip + network)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));

function evaluationOf(chip: string, workload: string): Evaluation {
  const design = designs[chip]!;
  const energy = macsOf(workload) * design.joulesPerMac * character(chip, workload);
  const tree = treeOf(chip, design, energy);
  const throughput = design.opsPerSecond / character(workload, chip);
  return {
    study: 0,
    chip,
    workload,
    metrics: metricsOf(workload, tree, throughput),
    tree,
    layers: layersOf(workload, energy, (2 * macsOf(workload)) / throughput, chip),
    roofline: roofs,
  };
}

const roofs: Roofline = { peak: 40e12, bandwidth: 5e12, ridge: 8 };

/** At half of what a layer could do; every other one does too little with each byte. */
function rooflinePoint(index: number): RooflinePoint {
  const intensity = index % 2 === 0 ? 4 : 40 + index;
  const attainable = Math.min(roofs.peak, roofs.bandwidth! * intensity);
  return { intensity, throughput: attainable / 2, attainable };
}

function treeOf(chip: string, design: Design, energy: number): TreeNode {
  const parts = [...design.parts, ...shared];
  const energyTotal = parts.reduce((sum, part) => sum + part[5], 0);
  const areaTotal = parts.reduce((sum, part) => sum + part[6], 0);
  const leaf = ([name, kind, category, , count, share, area, action, energyEach]: Part): TreeNode => ({
    name,
    count,
    power: (67 * share) / energyTotal,
    area: (86.4e-6 * area) / areaTotal,
    energy: (energy * share) / energyTotal,
    origin: `component:${chip}.${name}`,
    kind,
    category,
    ...(energyEach > 0 ? {} : { staticEnergy: (energy * share) / energyTotal }),
    ...(assumed.has(name) ? { assumed: true } : {}),
    ...(energyEach > 0 ? { actions: actionsOf(action, (energy * share) / energyTotal, energyEach) } : {}),
    children: [],
  });
  const at = (place: Part[3]) => parts.filter(part => part[3] === place).map(leaf);
  const array = block('PE', 64, at('array'), chip);
  const tile = block('Tile', design.tiles, [array, ...at('tile')], chip);
  return { ...block(chip, 1, [tile, ...at('chip')], chip), origin: `chip:${chip}` };
}

const assumed = new Set(['EDRAM', 'NNADC', 'HyperTransport']);

const actionsOf = (action: string, energy: number, energyEach: number): ActionReport[] => [
  { action, count: Math.floor(energy / energyEach), energyEach },
];

function block(name: string, count: number, children: TreeNode[], chip: string): TreeNode {
  const sum = (of: 'power' | 'area' | 'energy') => children.reduce((total, child) => total + child[of], 0);
  return {
    name,
    count,
    power: sum('power'),
    area: sum('area'),
    energy: sum('energy'),
    origin: `block:${chip}.${name}`,
    children,
  };
}

function metricsOf(workload: string, tree: TreeNode, throughput: number): Metrics {
  const operations = 2 * macsOf(workload);
  const interval = operations / throughput;
  const peakThroughput = 122.3e12;
  return {
    energyPerInference: tree.energy,
    energyEfficiency: operations / tree.energy,
    throughput,
    inferencesPerSecond: 1 / interval,
    interval,
    latency: interval * 6.3,
    power: tree.energy / interval,
    peakPower: tree.power,
    area: tree.area,
    computeDensity: throughput / tree.area,
    storageDensity: 9.2e11,
    peakThroughput,
    peakEfficiency: peakThroughput / tree.power,
    peakComputeDensity: peakThroughput / tree.area,
    peakComputeDensityWithoutLinks: peakThroughput / 63.5e-6,
    cellUtilization: 0.71,
    arrayUtilization: 0.38,
    chips: workload === 'VGG16' ? 8 : 4,
  };
}

const alexnet: readonly [string, string, number, number, number][] = [
  ['conv1', 'conv', 363, 96, 3025],
  ['conv2', 'conv', 2400, 256, 729],
  ['conv3', 'conv', 2304, 384, 169],
  ['conv4', 'conv', 3456, 384, 169],
  ['conv5', 'conv', 3456, 256, 169],
  ['fc6', 'dense', 9216, 4096, 1],
  ['fc7', 'dense', 4096, 4096, 1],
  ['fc8', 'dense', 4096, 1000, 1],
];

const vgg: readonly [string, string, number, number, number][] = [
  ['conv1_1', 'conv', 27, 64, 50176],
  ['conv1_2', 'conv', 576, 64, 50176],
  ['conv2_1', 'conv', 576, 128, 12544],
  ['conv2_2', 'conv', 1152, 128, 12544],
  ['conv3_1', 'conv', 1152, 256, 3136],
  ['conv3_2', 'conv', 2304, 256, 3136],
  ['conv3_3', 'conv', 2304, 256, 3136],
  ['conv4_1', 'conv', 2304, 512, 784],
  ['conv4_2', 'conv', 4608, 512, 784],
  ['conv4_3', 'conv', 4608, 512, 784],
  ['conv5_1', 'conv', 4608, 512, 196],
  ['conv5_2', 'conv', 4608, 512, 196],
  ['conv5_3', 'conv', 4608, 512, 196],
  ['fc6', 'dense', 25088, 4096, 1],
  ['fc7', 'dense', 4096, 4096, 1],
  ['fc8', 'dense', 4096, 1000, 1],
];

const cycles = { resource: 'input cycles', category: 'array' } as const;
const buffer = { resource: 'buffer', category: 'buffer' } as const;

function layersOf(workload: string, energy: number, interval: number, chip: string): LayerReport[] {
  const all = workload === 'AlexNet' ? alexnet : vgg;
  const total = all.reduce((sum, [, , rows, columns, windows]) => sum + rows * columns * windows, 0);
  const stage = chip === 'NeuralPIM' ? 300e-9 : 900e-9;
  return all.map(([name, kind, rows, columns, windows], index) => {
    const copies = Math.max(1, Math.ceil((windows * stage) / interval));
    const stretches = chip !== 'NeuralPIM' && index % 3 === 0;
    const arrays = Math.ceil(rows / 128) * Math.ceil(columns / 8);
    return {
      name,
      kind,
      origin: `layer:${workload}.${name}`,
      rows,
      columns,
      groups: 1,
      windows,
      arraysPerCopy: arrays,
      copies,
      utilization: (rows * columns) / (arrays * 1024),
      macs: rows * columns * windows,
      energy: (energy * 0.8 * (rows * columns * windows)) / total,
      stage: stretches ? stage * 1.14 : stage,
      time: Math.ceil(windows / copies) * stage,
      bottleneck: stretches
        ? {
            resource: 'converters',
            category: 'converter',
            time: stage * 1.14,
            stretches,
            explanation: 'limited by NNADC rate: 5.84 of 5.12 GHz for each tile',
            use: {
              component: 'NNADC',
              of: 'tile',
              dimension: 'frequency',
              needed: 1.14 * 5.12e9,
              available: 5.12e9,
            },
          }
        : {
            ...(index % 2 ? cycles : buffer),
            time: stage * 0.8,
            stretches,
            explanation: 'paced by 2 input cycles of 100 ns and one to copy inputs',
          },
      roofline: rooflinePoint(index),
    };
  });
}

function comparisonsOf(
  chips: readonly string[],
  networks: readonly string[],
  evaluations: readonly Evaluation[],
): Comparison[] {
  const [chip = '', ...others] = chips;
  const value = (of: string, network: string, metric: 'energyEfficiency' | 'throughput') =>
    evaluations.find(found => found.chip === of && found.workload === network)!.metrics[metric];
  return others.flatMap(against =>
    (['energyEfficiency', 'throughput'] as const).map(metric => {
      const ratios = networks.map(workload => ({
        workload,
        ratio: value(chip, workload, metric) / value(against, workload, metric),
      }));
      const logs = ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0);
      return {
        study: 0,
        chip,
        against,
        metric,
        ratios,
        average: Math.exp(logs / ratios.length),
        averageKind: 'geometric' as const,
        normalisation:
          metric === 'throughput'
            ? 'equal area: value × area of all chips of NeuralPIM in use ÷ that of its own'
            : 'none',
      };
    }),
  );
}

const paper = 'Cao et al., IEEE Trans. Computers 71(9), 2022, sec. 7.2, doi 10.1109/TC.2021.3122905';

function statements(
  evaluations: readonly Evaluation[],
  networks: readonly string[],
): Pick<Report, 'claims' | 'expectations'> {
  const average = (metric: 'energyEfficiency' | 'throughput') =>
    comparisonsOf(['NeuralPIM', 'ISAACStyle'], networks, evaluations).find(found => found.metric === metric)!
      .average;
  const claim = (metric: 'energyEfficiency' | 'throughput', claimed: number): Report['claims'][number] => ({
    study: 0,
    text: `NeuralPIM.${metric} / ISAACStyle.${metric} = ${claimed}`,
    source: paper,
    claimed,
    actual: average(metric),
    claimedText: String(claimed),
    actualText: average(metric).toPrecision(3),
    subject: { metric, chip: 'NeuralPIM', against: 'ISAACStyle' },
    origin: `claim:${metric}`,
  });
  return {
    claims: [claim('energyEfficiency', 5.36), claim('throughput', 3.43)],
    expectations: [
      {
        study: 0,
        text: 'NeuralPIM.area < 90 mm²',
        passed: true,
        actual: 86.4e-6,
        actualText: '86.4 mm²',
        origin: 'expect:0',
      },
      {
        study: 0,
        text: 'NeuralPIM.energyEfficiency on VGG16 > 2.5 TOPS/W',
        passed: false,
        actual: 2.13e12,
        actualText: '2.13 TOPS/W',
        origin: 'expect:1',
      },
    ],
  };
}

const assumptions: Report['assumptions'] = [
  {
    subject: 'NeuralPIM',
    text: 'Every design gets 16 chips of equal area, as in the evaluation of ISAAC.',
    origin: 'chip:NeuralPIM',
  },
  {
    subject: 'NeuralPIM',
    text: 'The tile overhead is that of ISAAC × 64 ÷ 96; the paper does not list it.',
    origin: 'chip:NeuralPIM',
  },
  {
    subject: 'ISAACStyle',
    text: 'Weights are stored differentially: 1,024 per array of 128 × 128 one-bit cells.',
    origin: 'chip:ISAACStyle',
  },
  {
    subject: 'EDRAM.capacity',
    text: '64 KB per tile, as in ISAAC; the paper does not say.',
    origin: 'component:EDRAM',
  },
  {
    subject: 'NNADC.rate',
    text: 'Rates printed as 1.2 GS/s are used as 128 conversions per 100 ns.',
    origin: 'component:NNADC',
  },
  { subject: 'HyperTransport', text: 'Links draw static power only.', origin: 'component:HyperTransport' },
];

const sources: Report['sources'] = [
  {
    text: 'Cao et al., IEEE Trans. Computers 71(9), 2022, table 2, doi 10.1109/TC.2021.3122905',
    subjects: ['NNSA', 'NNADC', 'DAC'],
  },
  {
    text: 'Shafiee et al., ISCA 2016, table I, doi 10.1109/ISCA.2016.12',
    subjects: ['ADC', 'EDRAM', 'Router', 'HyperTransport'],
  },
  { text: 'Chou et al., MICRO 2019, doi 10.1145/3352460.3358328', subjects: ['BufferArray', 'SumAmplifier'] },
  { text: 'Kull et al., JSSC 2013: the converter behind both', subjects: ['ADC'] },
];

/** A report of two questions about the same chips and networks, which differ in a setting. */
export function sampleOfTwo(): Report {
  const [first, second] = [sampleReport(), sampleReport()];
  const moved = <T extends { study: number }>(items: T[]) => items.map(item => ({ ...item, study: 1 }));
  return {
    ...first,
    studies: [
      { ...first.studies[0]!, label: 'grouping packed' },
      { ...second.studies[0]!, label: 'grouping separate', settings: { grouping: 'separate' } },
    ],
    evaluations: [...first.evaluations, ...moved(second.evaluations)],
    comparisons: [...first.comparisons, ...moved(second.comparisons)],
    expectations: [...first.expectations, ...moved(second.expectations)],
    claims: [...first.claims, ...moved(second.claims)],
  };
}

/** The nine networks of a full comparison. */
export const nineNetworks: readonly string[] = [
  'AlexNet',
  'VGG16',
  'VGG19',
  'ResNet50',
  'ResNet101',
  'GoogLeNet',
  'InceptionV3',
  'MobileNetV2',
  'NeuralTalk',
];
