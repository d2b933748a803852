import type { Report } from '../../simulator/index.ts';

/** One row per chip, workload and metric, in SI base units: what spreadsheets and data frames take in as it is. */
export function reportCsv({ evaluations }: Report): string {
  const rows = evaluations.flatMap(({ chip, workload, metrics }) =>
    Object.entries(metrics).map(([metric, value]) => [chip, workload, metric, String(value)]),
  );
  return `${[['chip', 'workload', 'metric', 'value'], ...rows].map(row => row.map(field).join(',')).join('\n')}\n`;
}

/** A field is quoted when it holds what separates fields (RFC 4180). */
function field(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
