import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluateModels } from '../../support/evaluate.ts';
import { type RandomSchedule, randomSchedules } from '../../support/random-schedule.ts';
import { type Scheduled, schedule } from '../../support/walk/schedule.ts';

/** By then the slowest layer sets the pace of all. */
const warm = 50;

describe('the time of an inference that nothing but arrays limits', () => {
  for (const [what, sides, numRuns] of [
    ['small', { min: 3, max: 10 }, 300],
    ['large', { min: 30, max: 60 }, 40],
  ] as const)
    it(`is, through an empty pipeline, that of a schedule of every window of ${what} pictures`, () =>
      fc.assert(
        fc.property(randomSchedules(sides), models => {
          const { metrics, network } = scheduled(models);
          assert.equal(metrics.latency, schedule(network, 1)[0]);
        }),
        { numRuns },
      ));

  it('is, from result to result, that of a schedule of every window', () =>
    fc.assert(
      fc.property(randomSchedules({ min: 3, max: 8 }), models => {
        const { metrics, network } = scheduled(models);
        // Copies of a recurrent layer are channels that deliver in turn, so what counts is the mean over a round of them.
        const [recurrent] = network.flatMap(({ work }) => (work?.isRecurrent ? [work] : []));
        const round = recurrent?.copies ?? 1;
        const times = schedule(network, warm + round);
        assert.equal(metrics.interval, (times.at(-1)! - times.at(-1 - round)!) / round);
      }),
      { numRuns: 300 },
    ));
});

/** The schedule's view of a network, with the copies and stages that an evaluation chose. */
function scheduled({ chip, workload, geometry }: RandomSchedule) {
  const { metrics, layers } = evaluateModels({ chip, workload });
  let placed = 0;
  const network = geometry.map((seen, index): Scheduled => {
    const layer = workload.layers[index]!;
    if (!('matrix' in layer)) return seen;
    const { copies, stage } = layers[placed++]!;
    const depth = chip.pipeline.kind === 'coarse' ? stage : 6;
    return { ...seen, work: { copies, stage, depth, isRecurrent: layer.recurrent !== undefined } };
  });
  return { metrics, network };
}
