import type { Evaluation, MetricName, Report } from '../../simulator/index.ts';
import { formatRange } from '../../simulator/units/index.ts';

/** A metric in base units of its dimension, as the formatter takes it. */
export function metricValue({ metrics }: Report, evaluation: Evaluation, name: MetricName): number {
  return evaluation.metrics[name] * (metrics[name].worth ?? 1);
}

/** `2.1 TOPS/W`, or `2.50 to 2.89 TOPS/W` where evaluations differ. */
export const metricRange = (report: Report, evaluations: readonly Evaluation[], name: MetricName): string =>
  formatRange(
    evaluations.map(evaluation => metricValue(report, evaluation, name)),
    report.metrics[name].dimension,
  );
