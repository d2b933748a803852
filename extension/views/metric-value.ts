import type { Evaluation, MetricName, Report } from '../../simulator/index.ts';
import { formatAs } from '../../simulator/units/index.ts';

/** A metric in base units of its dimension, as the formatter takes it. */
export function metricValue({ metrics }: Report, evaluation: Evaluation, name: MetricName): number {
  return evaluation.metrics[name] * (metrics[name].worth ?? 1);
}

/** `2.1 TOPS/W`, or `2.5 TOPS/W to 2.89 TOPS/W` where evaluations differ. */
export function metricRange(report: Report, evaluations: readonly Evaluation[], name: MetricName): string {
  const { dimension } = report.metrics[name];
  const values = evaluations.map(evaluation => metricValue(report, evaluation, name));
  const low = formatAs(Math.min(...values), dimension);
  const high = formatAs(Math.max(...values), dimension);
  return low === high ? high : `${low} to ${high}`;
}
