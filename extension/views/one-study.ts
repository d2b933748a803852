import type { Report } from '../../simulator/index.ts';
import { chipColor } from './chip-color.ts';
import type { Theme } from './theme.ts';

/** A report of one of its studies alone: what was asked there, and the answers. Assumptions and sources are of all. */
export function oneStudy(report: Report, study: number): Report {
  const asked = report.studies[study];
  if (!asked || report.studies.length === 1) return report;
  const of = <T extends { study: number }>(items: readonly T[]) => items.filter(item => item.study === study);
  return {
    ...report,
    chips: asked.chips.flatMap(name => report.chips.filter(chip => chip.name === name)),
    workloads: asked.workloads.flatMap(name => report.workloads.filter(workload => workload.name === name)),
    evaluations: of(report.evaluations),
    comparisons: of(report.comparisons),
    expectations: of(report.expectations),
    claims: of(report.claims),
    ...(report.sensitivities ? { sensitivities: of(report.sensitivities) } : {}),
  };
}

/** A chip keeps its colour whichever study is shown. */
export function themeOfStudy(theme: Theme, study: Report, report: Report): Theme {
  if (study === report) return theme;
  return { ...theme, chips: study.chips.map(({ name }) => chipColor(report, name, theme)) };
}
