import type { MetricName, Report } from '../../simulator/index.ts';

/**
 * One row per study, chip, workload and metric, in SI base units: what spreadsheets and data frames take in as it is. Every
 * setting is a column, so that the same chip under other settings is another row.
 */
export function reportCsv({ evaluations, metrics: table, studies }: Report): string {
  const settings = [...new Set(studies.flatMap(study => Object.keys(study.settings)))].sort();
  const rows = evaluations.flatMap(({ study, chip, workload, metrics }) =>
    Object.entries(metrics).map(([metric, value]) => [
      chip,
      workload,
      metric,
      String(value),
      table[metric as MetricName].unit,
      ...settings.map(name => String(studies[study]!.settings[name] ?? '')),
    ]),
  );
  const head = ['chip', 'workload', 'metric', 'value', 'unit', ...settings.map(name => `setting_${name}`)];
  return `${[head, ...rows].map(row => row.map(field).join(',')).join('\n')}\n`;
}

/** A field is quoted when it holds what separates fields (RFC 4180). */
function field(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
