import assert from 'node:assert/strict';
import { runStudies, studiesOf } from '../../language/main/studies.ts';
import type { MetricName, NumberSensitivity, Sensitivity } from '../../simulator/index.ts';
import { assertNoErrors, reportUnlessErrors } from './evaluate.ts';
import { withFiles } from './pim.ts';

/** What metrics of the chips of a text depend on; the text must have no error. */
export function sensitivitiesOf(text: string, ...metrics: MetricName[]): Promise<readonly Sensitivity[]> {
  return withFiles(text, async ([document], pim) => {
    assertNoErrors([document!]);
    const reports = await runStudies(studiesOf(pim, document!), 'test', () => Promise.resolve(), metrics);
    return reports.flatMap(({ sensitivities = [] }) => sensitivities);
  });
}

/** `Buffer.area 0.02 mm²: +0.25`, for each number of the first chip, in the order of the report. */
export async function elasticities(text: string, metric: MetricName): Promise<string[]> {
  const [first] = await sensitivitiesOf(text, metric);
  return first!.numbers.map(each => `${each.name} ${each.text}: ${elasticityText(each)}`);
}

function elasticityText({ elasticity, below, above }: NumberSensitivity): string {
  const problems = [below.problem, above.problem].filter(problem => problem !== undefined);
  const value =
    elasticity === undefined ? '' : `${elasticity < 0 ? '−' : '+'}${Math.abs(elasticity).toFixed(2)}`;
  return [value, ...problems].filter(Boolean).join(', ');
}

/** The text with a number written as it is in one of its variations. */
export function rewritten(text: string, { origin, text: before }: NumberSensitivity, after: string): string {
  const [, offset, length] = /#(\d+),(\d+)$/.exec(origin)!.map(Number);
  const written = text.slice(offset, offset! + length!);
  assert.ok(written.includes(before), `${before} does not stand at ${origin}`);
  return text.slice(0, offset) + written.replace(before, after) + text.slice(offset! + length!);
}

/** A metric of the first chip of a text on its first network; undefined where the text has an error. */
export async function metricOf(text: string, metric: MetricName): Promise<number | undefined> {
  return (await reportUnlessErrors(text))?.evaluations[0]?.metrics[metric];
}
