import assert from 'node:assert/strict';
import { areaMaps } from '../../extension/views/area-map.ts';
import { comparisons } from '../../extension/views/comparison.ts';
import { energyBreakdown } from '../../extension/views/energy-breakdown.ts';
import type { BarFigure } from '../../extension/views/figure.ts';
import { layerTimes } from '../../extension/views/layer-times.ts';
import { layersWords } from '../../extension/views/layers.ts';
import { roofline } from '../../extension/views/roofline.ts';
import { tornado } from '../../extension/views/sensitivity.ts';
import { throughput } from '../../extension/views/throughput.ts';
import type { Sensitivity } from '../../simulator/index.ts';
import { nineNetworks, sampleReport } from './sample-report.ts';
import { namedTheme as theme } from './theme.ts';

const report = sampleReport();

/** Figures below each other, with an empty line between. */
const page = (figures: readonly BarFigure[]): string[] =>
  figures.flatMap((figure, index) => [...(index > 0 ? [''] : []), ...drawn(figure)]);

/** A figure as a reader sees it: title, subtitle, axis, and a line for each row. */
function drawn(figure: BarFigure): string[] {
  const { labels, datasets } = figure.config.data;
  const rows = figure.rows.map((row, index) => {
    if (!row.bar) return `${row.label}:`;
    const parts = datasets.map(({ data }) => Number((data[index] ?? 0).toPrecision(3)));
    const words = [row.bar.emphasis, row.bar.text].filter(Boolean).join(' ');
    return `${labels?.[index]} | ${parts.join(' + ')} | ${words} | ${row.bar.color}${row.bar.hollow ? ' hollow' : ''}`;
  });
  const lines = figure.lines.map(line => `-- ${line.text} at ${Number(line.value.toPrecision(3))}`);
  return [
    figure.title,
    figure.subtitle,
    `0 .. ${figure.axis.max} ${figure.axis.unit}`.trim(),
    ...rows,
    ...lines,
  ];
}

describe('the energy breakdown', () => {
  it('shows where the energy of each chip goes, largest first, what is assumed apart', () => {
    assert.deepEqual(page(energyBreakdown(report, theme, 'AlexNet')), [
      'DACs take 43 % of NeuralPIM’s energy',
      'Energy per inference on AlexNet, in mJ; 1.09 mJ in all',
      '0 .. 2.5 mJ',
      'DACs | 0.471 + 0 | 43 % 0.471 mJ | dac',
      'Buffers | 0.134 + 0.0897 | 20 % 0.224 mJ | buffer',
      'Links | 0 + 0.112 | 10 % 0.112 mJ | link',
      'Shift-and-add | 0.0897 + 0 | 8.2 % 0.0897 mJ | shiftAdd',
      'Interconnect | 0.0785 + 0 | 7.2 % 0.0785 mJ | interconnect',
      'Converters | 0 + 0.056 | 5.1 % 0.0560 mJ | converter',
      'Arrays | 0.0448 + 0 | 4.1 % 0.0448 mJ | array',
      'Digital units | 0.0134 + 0 | 1.2 % 0.0134 mJ | digital',
      'Other | 0.00448 + 0 | 0.41 % 0.00448 mJ | other',
      '',
      'Converters take 48 % of ISAACStyle’s energy',
      'Energy per inference on AlexNet, in mJ; 4.55 mJ in all',
      '0 .. 2.5 mJ',
      'Converters | 2.2 + 0 | 48 % 2.20 mJ | converter',
      'Buffers | 0.5 + 0.333 | 18 % 0.833 mJ | buffer',
      'DACs | 0.549 + 0 | 12 % 0.549 mJ | dac',
      'Links | 0 + 0.416 | 9.1 % 0.416 mJ | link',
      'Interconnect | 0.291 + 0 | 6.4 % 0.291 mJ | interconnect',
      'Arrays | 0.167 + 0 | 3.7 % 0.167 mJ | array',
      'Digital units | 0.05 + 0 | 1.1 % 0.0500 mJ | digital',
      'Shift-and-add | 0.0291 + 0 | 0.64 % 0.0291 mJ | shiftAdd',
      'Other | 0.0167 + 0 | 0.37 % 0.0167 mJ | other',
    ]);
  });
  it('draws all chips on one scale', () => {
    const axes = energyBreakdown(report, theme, 'VGG16').map(({ axis }) => axis.max);
    assert.equal(new Set(axes).size, 1);
  });
  it('adds up to the chip for energy, power and area', () => {
    for (const quantity of ['energy', 'power', 'area'] as const)
      for (const [index, figure] of energyBreakdown(report, theme, 'AlexNet', quantity).entries()) {
        const tree = report.evaluations.filter(({ workload }) => workload === 'AlexNet')[index]!.tree;
        const column = figure.table!.columns.findIndex(({ label }) => label === 'Share');
        const shares = figure.table!.rows.reduce((sum, row) => sum + (row.cells[column]?.value ?? 0), 0);
        assert.ok(Math.abs(shares - 1) < 1e-9, `${quantity} of ${tree.name}: ${shares}`);
      }
  });
  it('tells where a value comes from: component × count × energy per action', () => {
    const [figure] = energyBreakdown(report, theme, 'AlexNet');
    assert.deepEqual(figure?.rows[0]?.bar?.derivation, ['DAC: 386 million conversions × 1.22 pJ = 471 µJ']);
  });
  it('says so when power is only drawn at rest', () => {
    const [figure] = energyBreakdown(report, theme, 'AlexNet');
    const links = figure?.rows.find(row => row.label === 'Links');
    assert.match(links?.bar?.derivation[0] ?? '', /^HyperTransport: .* static power over the interval$/);
  });
});

describe('the comparison', () => {
  it('shows ratios with the published one as a line', () => {
    assert.deepEqual(page(comparisons(report, theme)), [
      'NeuralPIM: 4.18× the energy efficiency of ISAACStyle',
      'Ratio per network; geometric mean',
      '0 .. 6',
      'AlexNet | 4.16 + 0 | 4.16× | chip1',
      'VGG16 | 4.2 + 0 | 4.20× | chip1',
      'Geometric mean | 4.18 + 0 | 4.18× | chip1 hollow',
      '-- equal at 1',
      '-- claimed 5.36× at 5.36',
      '',
      'NeuralPIM: 3.19× the throughput of ISAACStyle',
      'Ratio per network; geometric mean, equal area: value × area of all chips of NeuralPIM in use ÷ that of its own',
      '0 .. 6',
      'AlexNet | 3.18 + 0 | 3.18× | chip1',
      'VGG16 | 3.21 + 0 | 3.21× | chip1',
      'Geometric mean | 3.19 + 0 | 3.19× | chip1 hollow',
      '-- equal at 1',
      '-- claimed 3.43× at 3.43',
    ]);
  });
  it('is absent with one chip', () => {
    assert.deepEqual(comparisons(sampleReport(['NeuralPIM']), theme), []);
  });
  it('has one figure for each pair and metric', () => {
    const three = sampleReport(['NeuralPIM', 'ISAACStyle', 'CASCADEStyle'], nineNetworks);
    assert.deepEqual(
      comparisons(three, theme).map(({ rows }) => rows.length),
      [10, 10, 10, 10],
    );
  });
});

describe('the chart of a metric', () => {
  it('groups chips by network, the best first, with the ratio as text', () => {
    assert.deepEqual(page([throughput(report, theme)]), [
      'NeuralPIM has the highest throughput on AlexNet and VGG16',
      'Throughput in TOPS; × against ISAACStyle',
      '0 .. 30 TOPS',
      'AlexNet:',
      'NeuralPIM | 29.9 + 0 | 3.18× 29.9 TOPS | chip1',
      'ISAACStyle | 9.4 + 0 | 9.40 TOPS | chip2',
      'VGG16:',
      'NeuralPIM | 29.5 + 0 | 3.21× 29.5 TOPS | chip1',
      'ISAACStyle | 9.2 + 0 | 9.20 TOPS | chip2',
    ]);
  });
  const titles: [string, Parameters<typeof throughput>[2], readonly string[], readonly string[]][] = [
    [
      'NeuralPIM has the lowest latency on AlexNet and VGG16',
      'latency',
      ['NeuralPIM', 'ISAACStyle'],
      ['AlexNet', 'VGG16'],
    ],
    [
      'NeuralPIM has the highest throughput on all 9 networks',
      'throughput',
      ['NeuralPIM', 'ISAACStyle', 'CASCADEStyle'],
      nineNetworks,
    ],
    ['No chip differs in peak throughput', 'peakThroughput', ['NeuralPIM', 'ISAACStyle'], ['VGG16']],
    ['Area of NeuralPIM: 86.4 mm²', 'area', ['NeuralPIM'], ['VGG16']],
  ];
  for (const [title, metric, chips, networks] of titles)
    it(`says “${title}”`, () =>
      assert.equal(throughput(sampleReport(chips, networks), theme, metric).title, title));
  it('marks a published value on the bar it is about', () => {
    const subject = { metric: 'throughput', chip: 'NeuralPIM', workload: 'VGG16' } as const;
    const claim = { ...report.claims[0]!, claimed: 35e12, claimedText: '35 TOPS', subject };
    const rows = throughput({ ...report, claims: [claim] }, theme).rows.filter(row => row.bar?.claim);
    assert.deepEqual(
      rows.map(row => [row.label, row.bar?.claim?.text]),
      [['NeuralPIM', 'claimed 35 TOPS']],
    );
  });
});

describe('the map of areas', () => {
  const [map] = areaMaps(report, theme);
  it('nests every component in its blocks, largest first, what is assumed apart', () => {
    const lines = map!.cells.map(
      ({ blocks, name, text, color, assumed }) =>
        `${[...blocks.map(block => block.name), name].join(' › ')} | ${text} | ${color}${assumed ? ' assumed' : ''}`,
    );
    assert.deepEqual(
      [map!.title, map!.subtitle, ...lines],
      [
        'HyperTransport takes 22 % of NeuralPIM’s 86.4 mm²',
        'Every component of one chip, all its instances together',
        'HyperTransport | 19.0 mm² | link assumed',
        '280 × Tile › EDRAM | 16.0 mm² | buffer assumed',
        '280 × Tile › 64 × PE › NNSA | 15.2 mm² | shiftAdd',
        '280 × Tile › Bus | 15.2 mm² | interconnect',
        '280 × Tile › Router | 7.60 mm² | interconnect',
        '280 × Tile › InputRegister | 6.84 mm² | buffer',
        '280 × Tile › 64 × PE › DAC | 1.52 mm² | dac',
        '280 × Tile › 64 × PE › Crossbar | 1.52 mm² | array',
        '280 × Tile › NNADC | 1.52 mm² | converter assumed',
        '280 × Tile › OutputRegister | 1.52 mm² | buffer',
        '280 × Tile › 64 × PE › SampleHold | 0.304 mm² | other',
        '280 × Tile › Sigmoid | 0.152 mm² | digital',
        '280 × Tile › MaxPool | 0.0760 mm² | digital',
      ],
    );
  });
  it('adds up to the chip', () => {
    const sum = map!.cells.reduce((total, { value }) => total + value, 0);
    assert.ok(Math.abs(sum / report.evaluations[0]!.tree.area - 1) < 1e-9);
  });
  it('says where an area comes from', () => {
    const adc = map!.cells.find(({ name }) => name === 'NNADC')!;
    assert.deepEqual(
      [adc.reading, ...adc.derivation, adc.origin],
      [
        'NNADC: 1.52 mm², 1.8 %',
        '1,120 × 0.00136 mm², in the chip › Tile',
        'Converters',
        'component:NeuralPIM.NNADC',
      ],
    );
  });
  it('draws chips to one scale', () => {
    const area = (chip: string) => (chip === 'NeuralPIM' ? 80e-6 : 40e-6);
    const evaluations = report.evaluations.map(each => ({
      ...each,
      tree: { ...each.tree, area: area(each.chip) },
    }));
    const shares = areaMaps({ ...report, evaluations }, theme).map(({ share }) => share);
    assert.deepEqual(shares, [1, 0.5]);
  });
  it('draws a chip that is too small for the scale large enough to be seen, and says so', () => {
    const evaluations = report.evaluations.map(each =>
      each.chip === 'NeuralPIM' ? each : { ...each, tree: { ...each.tree, area: 1e-7 } },
    );
    const [, small] = areaMaps({ ...report, evaluations }, theme);
    assert.equal(small!.share, 0.15);
    assert.match(small!.note!, /^Not to scale: /);
  });
  it('of a chip without area draws nothing, whatever stands beside it', () => {
    const without = { name: 'Empty', count: 1, power: 0, area: 0, energy: 0, origin: '', children: [] };
    const evaluations = report.evaluations.map(each => ({ ...each, tree: without }));
    for (const empty of areaMaps({ ...report, evaluations }, theme)) {
      assert.deepEqual([empty.share, empty.cells, empty.table!.rows], [0, [], []]);
      assert.match(empty.title, / has no area$/);
      assert.match(empty.summary, /^Area of \w+, 0 \S+\.$/);
    }
  });
  it('has the same as a table', () => {
    const { columns, rows } = map!.table!;
    assert.deepEqual(
      columns.map(({ label }) => label),
      ['Component', 'Group', 'On one chip', 'Each', 'Area', 'Share', 'Basis'],
    );
    assert.equal(rows.length, map!.cells.length);
  });
});

describe('the chart of layers', () => {
  const slow = report.evaluations.find(
    ({ chip, workload }) => chip === 'ISAACStyle' && workload === 'AlexNet',
  )!;
  it('shows the slowest first, with what holds each up in words and colour', () => {
    assert.deepEqual(drawn({ ...layerTimes(slow, theme, 'slowest'), ...layersWords(slow) }), [
      'conv1 sets the pace: 228 µs per inference, limited by NNADC rate: 5.84 of 5.12 GHz for each tile',
      'Time per inference of 8 layers of AlexNet on ISAACStyle, in µs',
      '0 .. 250 µs',
      'conv1 | 228 + 0 | 228 µs, converters | converter',
      'conv2 | 219 + 0 | 219 µs, input cycles | array',
      'conv3 | 152 + 0 | 152 µs, buffer | buffer',
      'conv4 | 152 + 0 | 152 µs, converters | converter',
      'conv5 | 152 + 0 | 152 µs, buffer | buffer',
      'fc6 | 0.9 + 0 | 0.9 µs, input cycles | array',
      'fc7 | 0.9 + 0 | 0.9 µs, converters | converter',
      'fc8 | 0.9 + 0 | 0.9 µs, input cycles | array',
    ]);
  });
  it('shows them in the order of the network when asked to', () => {
    const names = (order: 'slowest' | 'network') =>
      layerTimes(slow, theme, order).rows.map(({ label }) => label);
    assert.deepEqual(
      names('network'),
      slow.layers.map(({ name }) => name),
    );
  });
  it('leaves out what adds nothing, and says so', () => {
    const layers = Array.from({ length: 20 }, (_, index) => ({
      ...slow.layers[0]!,
      name: `l${index}`,
      time: (20 - index) * 1e-6,
    }));
    const figure = layerTimes({ ...slow, layers }, theme, 'slowest');
    assert.equal(figure.rows.length, 16);
    assert.equal(figure.note, 'The other 4 layers take 4 µs or less.');
    assert.equal(layerTimes({ ...slow, layers }, theme, 'network').rows.length, 20);
  });
});

describe('the roofline', () => {
  const slow = report.evaluations.find(
    ({ chip, workload }) => chip === 'ISAACStyle' && workload === 'AlexNet',
  )!;
  const figure = roofline(slow, theme);
  it('shows each layer below its roof, what is held up as a triangle', () => {
    assert.deepEqual(
      [
        figure.title,
        ...figure.points
          .slice(0, 3)
          .map(({ reading, color, limited, derivation }) =>
            [reading, color, limited, ...derivation].join(' | '),
          ),
      ],
      [
        'Buffers are the roof of 4 of 8 layers; 3 wait for something else than arrays',
        'conv1: 10 TOPS of 20 TOPS at 4 op/B | converter | true | limited by NNADC rate: 5.84 of 5.12 GHz for each tile',
        'conv2: 20 TOPS of 40 TOPS at 41 op/B | array | false | paced by 2 input cycles of 100 ns and one to copy inputs',
        'conv3: 10 TOPS of 20 TOPS at 4 op/B | buffer | false | paced by 2 input cycles of 100 ns and one to copy inputs',
      ],
    );
  });
  it('draws the slope up to where the flat roof begins, within axes of whole powers of ten', () => {
    assert.deepEqual(
      figure.roofs.map(({ from, to, text }) => [text, from, to]),
      [
        ['buffers 5,000 GB/s', { x: 1, y: 5 }, { x: 8, y: 40 }],
        ['all cells 40 TOPS', { x: 8, y: 40 }, { x: 100, y: 40 }],
      ],
    );
    assert.deepEqual([figure.x.min, figure.x.max, figure.y.min, figure.y.max], [1, 100, 10, 100]);
  });
  it('has no slope where nothing limits buffers', () => {
    const { bandwidth: _, ridge: __, ...rest } = slow.roofline;
    const { roofs, title } = roofline({ ...slow, roofline: rest }, theme);
    assert.deepEqual(
      roofs.map(({ text }) => text),
      ['all cells 40 TOPS'],
    );
    assert.match(title, /^Arrays are the roof of all 8 layers/);
  });
});

describe('the tornado', () => {
  const found: Sensitivity = {
    study: 0,
    chip: 'NeuralPIM',
    workload: 'AlexNet',
    metric: 'energyEfficiency',
    value: 2e12,
    numbers: [
      {
        name: 'NNADC.power',
        text: '6 mW',
        origin: 'number:0',
        below: { text: '5.4 mW', value: 2.2e12, change: 0.1 },
        above: { text: '6.6 mW', value: 1.9e12, change: -0.05 },
        elasticity: -0.75,
      },
      {
        name: 'count of PE in Tile',
        text: '1',
        origin: 'number:1',
        below: { text: '0', problem: 'a count must be above zero, this one is 0' },
        above: { text: '2', value: 1.96e12, change: -0.02 },
        elasticity: -0.02,
      },
      {
        name: 'NNADC.area',
        text: '1 mm²',
        origin: 'number:2',
        below: { text: '0.9 mm²', value: 2e12, change: 0 },
        above: { text: '1.1 mm²', value: 2e12, change: 0 },
        elasticity: 0,
      },
    ],
  };
  const figure = tornado(report, found);
  it('shows the numbers that move a metric, to both sides', () => {
    assert.deepEqual(
      [figure.title, ...figure.swings.map(({ label, below, above, text }) => [label, below, above, text])],
      [
        'Energy efficiency depends most on NNADC.power',
        ['NNADC.power 6 mW', 10, -5, '+10 % / −5 %'],
        ['count of PE in Tile 1', undefined, -2, '– / −2 %'],
      ],
    );
    assert.equal(figure.axis.max, 10);
    assert.match(figure.note!, /1 number do(es)? not move it/);
  });
  it('says what a number makes of the metric, and why it cannot be smaller', () => {
    assert.deepEqual(
      figure.swings.map(({ reading, derivation, origin }) => [reading, ...derivation, origin]),
      [
        [
          'NNADC.power 6 mW: 5.4 mW makes it 2.2 TOPS/W (+10 %), 6.6 mW makes it 1.9 TOPS/W (−5 %)',
          'elasticity -0.75',
          'number:0',
        ],
        [
          'count of PE in Tile 1: 0 is not possible, 2 makes it 1.96 TOPS/W (−2 %)',
          'elasticity -0.02',
          '0: a count must be above zero, this one is 0',
          'number:1',
        ],
      ],
    );
  });
  it('has all numbers in its table', () => {
    assert.equal(figure.table!.rows.length, 3);
    assert.deepEqual(
      figure.table!.rows[1]!.cells.map(({ text }) => text),
      [
        'count of PE in Tile',
        '1',
        '0',
        'a count must be above zero, this one is 0',
        '–',
        '2',
        '1.96 TOPS/W',
        '−2 %',
        '-0.02',
      ],
    );
  });
});

describe('every figure', () => {
  const all = [
    ...energyBreakdown(report, theme, 'VGG16'),
    ...comparisons(report, theme),
    throughput(report, theme),
  ];
  for (const figure of all)
    it(`has an axis from zero, no legend and words for everything: ${figure.title}`, () => {
      assert.equal(figure.config.options?.scales?.['x']?.min, 0);
      assert.equal(figure.config.options?.plugins?.legend, undefined);
      assert.ok(figure.summary.length > figure.title.length);
      assert.ok(figure.rows.every(({ bar }) => !bar || (bar.reading !== '' && bar.origin !== undefined)));
      assert.ok(figure.rows.every(({ bar }) => !bar || bar.value <= figure.axis.max));
    });
  it('says the same whatever the theme', () => {
    const light = { ...theme, foreground: 'black', animate: true };
    assert.deepEqual(comparisons(report, light).map(drawn), comparisons(report, theme).map(drawn));
  });
});
