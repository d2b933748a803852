import assert from 'node:assert/strict';
import type { Expectation, Report } from '../../../simulator/index.ts';
import { reportOf } from '../../support/evaluate.ts';
import { within } from '../../support/published.ts';

describe('a comparison of chips', () => {
  it('divides the metrics of the first chip by those of the other, workload by workload', async () => {
    const report = await compared('');
    for (const { metric, ratios } of report.comparisons)
      for (const { workload, ratio } of ratios)
        within(
          ratio,
          valueOf(report, 'NeuralPIM', workload, metric) / valueOf(report, 'ISAACStyle', workload, metric),
          1e-12,
        );
  });

  it('takes the geometric mean unless told otherwise', async () => {
    const [efficiency] = (await compared('')).comparisons;
    const [first, second] = efficiency!.ratios;
    within(efficiency!.average, Math.sqrt(first!.ratio * second!.ratio), 1e-12);
    assert.equal(efficiency!.averageKind, 'geometric');
  });

  it('takes the arithmetic mean when asked to', async () => {
    const [efficiency] = (await compared('average arithmetic')).comparisons;
    const [first, second] = efficiency!.ratios;
    within(efficiency!.average, (first!.ratio + second!.ratio) / 2, 1e-12);
  });

  it('brings throughput, and only that, to equal area', async () => {
    const [plain, normalised] = [await compared(''), await compared('normalise area to NeuralPIM')];
    const area = (chip: string) => valueOf(plain, chip, 'A', 'area');
    const [efficiency, throughput] = normalised.comparisons;
    within(efficiency!.average, plain.comparisons[0]!.average, 1e-12);
    within(
      throughput!.average,
      (plain.comparisons[1]!.average * area('ISAACStyle')) / area('NeuralPIM'),
      1e-12,
    );
    assert.equal(
      throughput!.normalisation,
      'equal area: value × area of all chips of NeuralPIM in use ÷ that of its own',
    );
  });

  it('takes the area of all chips in use, where one design needs more of them', async () => {
    const report = async (statements: string) =>
      reportOf(`
        import "pim:chips"
        import "pim:networks/alexnet"
        evaluate ISAAC, NeuralPIM on AlexNet { ${statements} }
      `);
    const [plain, normalised] = [await report(''), await report('normalise area to NeuralPIM')];
    const of = (chip: string, metric: 'area' | 'chips') => valueOf(plain, chip, 'AlexNet', metric);
    assert.deepEqual([of('ISAAC', 'chips'), of('NeuralPIM', 'chips')], [2, 4]);
    within(
      normalised.comparisons[1]!.average,
      (plain.comparisons[1]!.average * 4 * of('NeuralPIM', 'area')) / (2 * of('ISAAC', 'area')),
      1e-12,
    );
  });
});

describe('an expectation', () => {
  for (const [text, passed] of [
    ['NeuralPIM.chips = 1', true],
    ['NeuralPIM.chips >= 2', false],
    ['NeuralPIM.area < ISAACStyle.area', true],
    ['NeuralPIM.area = 90 mm² within 10 %', true],
    ['NeuralPIM.area = 90 mm²', false],
    ['NeuralPIM.area on A <= 1 m²', true],
    ['max(NeuralPIM.area, ISAACStyle.area) > 1 m²', false],
  ] as const)
    it(`${text} ${passed ? 'holds' : 'does not hold'}`, async () => {
      const { expectations } = await compared(`expect ${text}`);
      assert.deepEqual(
        expectations.map(each => [each.text, each.passed]),
        [[`expect ${text}`, passed]],
      );
    });

  it('that fails on one of several workloads shows that one', async () => {
    // One vector of 100 results takes 13 arrays for a stage; 196 windows keep one array busy each.
    const { expectations } = await compared('expect NeuralPIM.arrayUtilization > 0.5 %');
    const [{ passed, actual, workload }] = expectations as [Expectation];
    assert.deepEqual([passed, workload], [false, 'B']);
    within(actual, 13 / 17920, 1e-12);
  });

  it('that holds on all of them shows the first', async () => {
    const { expectations } = await compared('expect NeuralPIM.arrayUtilization > 0.05 %');
    const [{ passed, actual, workload }] = expectations as [Expectation];
    assert.deepEqual([passed, workload], [true, undefined]);
    within(actual, 196 / 17920, 1e-12);
  });
});

describe('a claim', () => {
  it('is printed beside ours with its source and fails nothing', async () => {
    const { claims, evaluations } = await compared('/** Source: a paper. */\nclaim NeuralPIM.area = 1 mm²');
    const [claim] = claims;
    assert.equal(claim!.source, 'a paper');
    assert.equal(claim!.claimedText, '1 mm²');
    within(claim!.actual, evaluations[0]!.metrics.area, 1e-12);
    assert.deepEqual(claim!.subject, { metric: 'area', chip: 'NeuralPIM' });
  });

  it('about a ratio says which chips and which metric', async () => {
    const { claims } = await compared('claim NeuralPIM.power on B / ISAACStyle.power on B = 2');
    assert.deepEqual(claims[0]!.subject, {
      metric: 'power',
      chip: 'NeuralPIM',
      against: 'ISAACStyle',
      workload: 'B',
    });
  });
});

describe('a report', () => {
  it('says each assumption once', async () => {
    const { assumptions } = await compared('');
    const said = assumptions.map(({ subject, text }) => `${subject}: ${text}`);
    assert.deepEqual(said, [...new Set(said)]);
  });

  it('says how many chips a network takes that is too large', async () => {
    const report = await reportOf(
      'import "pim:chips/isaac"\nimport "pim:networks/alexnet"\nevaluate ISAAC on AlexNet { chips 1 }',
    );
    assert.equal(report.evaluations[0]!.metrics.chips, 2);
    assert.ok(
      report.assumptions.some(({ text }) => text === 'AlexNet does not fit one chip; it gets the 2 it takes'),
    );
  });

  it('holds nothing that JSON would lose', async () => {
    const report = await compared('claim NeuralPIM.area = 1 mm²');
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  });
});

function compared(statements: string): Promise<Report> {
  return reportOf(`
    import "pim:chips"
    workload A { input 1 × 16 × 16, conv c { outputs 4, kernel 3 } }
    workload B { input 64, dense d { outputs 100 } }
    evaluate NeuralPIM, ISAACStyle on A, B { ${statements} }
  `);
}

function valueOf(
  { evaluations }: Report,
  chip: string,
  workload: string,
  metric: keyof Report['evaluations'][number]['metrics'],
): number {
  return evaluations.find(each => each.chip === chip && each.workload === workload)!.metrics[metric];
}
