import type { MetricName, Report } from '../../simulator/index.ts';
import { metrics } from './metrics.ts';
import { type TreeQuantity, treeQuantities } from './parts.ts';

/** What a reader looks at, among everything a report holds. */
export interface Choices {
  readonly workload: string;
  readonly chip: string;
  readonly metric: MetricName;
  readonly quantity: TreeQuantity;
}

/** Choices that exist in this report: those remembered where they still do, else the first there is. */
export function choicesFor(report: Report, remembered: unknown): Choices {
  const kept = isRecord(remembered) ? remembered : {};
  const pick = <T extends string>(wanted: unknown, among: readonly T[], otherwise: T): T =>
    among.find(one => one === wanted) ?? otherwise;
  const workloads = report.workloads.map(({ name }) => name);
  const chips = report.chips.map(({ name }) => name);
  return {
    workload: pick(kept['workload'], workloads, workloads[0] ?? ''),
    chip: pick(kept['chip'], chips, chips[0] ?? ''),
    metric: pick(kept['metric'], Object.keys(metrics) as MetricName[], 'throughput'),
    quantity: pick(kept['quantity'], Object.keys(treeQuantities) as TreeQuantity[], 'energy'),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
