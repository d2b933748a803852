import type { MetricName, Report } from '../../simulator/index.ts';
import { type LayerOrder, layerOrders } from './layer-order.ts';
import { type TreeQuantity, treeQuantities } from './parts.ts';

/** What a reader looks at, among everything a report holds. */
export interface Choices {
  /** The label of a study. */
  readonly study: string;
  readonly workload: string;
  readonly chip: string;
  readonly metric: MetricName;
  readonly quantity: TreeQuantity;
  readonly order: LayerOrder;
}

/** Choices that exist in this report: those remembered where they still do, else the first there is. */
export function choicesFor(report: Report, remembered: unknown): Choices {
  const kept = isRecord(remembered) ? remembered : {};
  const pick = <T extends string>(wanted: unknown, among: readonly T[], otherwise: T): T =>
    among.find(one => one === wanted) ?? otherwise;
  const keys = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as T[];
  const labels = report.studies.map(({ label }) => label);
  const study = pick(kept['study'], labels, labels[0] ?? '');
  const { chips = [], workloads = [] } = report.studies.find(({ label }) => label === study) ?? {};
  return {
    study,
    workload: pick(kept['workload'], workloads, workloads[0] ?? ''),
    chip: pick(kept['chip'], chips, chips[0] ?? ''),
    metric: pick(kept['metric'], keys(report.metrics), 'throughput'),
    quantity: pick(kept['quantity'], keys(treeQuantities), 'energy'),
    order: pick(kept['order'], keys(layerOrders), 'slowest'),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
