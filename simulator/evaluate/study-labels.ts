import type { StudySummary } from '../report/report.ts';
import { formatNumber } from '../units/index.ts';

/**
 * The studies of one report, each labelled by what sets it apart: settings that are not the same for all, and before them
 * chips and workloads where these differ.
 */
export function labelled(studies: readonly StudySummary[]): StudySummary[] {
  const differ = (of: (study: StudySummary) => unknown) => new Set(studies.map(of).map(String)).size > 1;
  const names = [...new Set(studies.flatMap(({ settings }) => Object.keys(settings)))];
  const differing = names.filter(name => differ(({ settings }) => settings[name]));
  const withChips = differ(({ chips }) => chips);
  const withWorkloads = differ(({ workloads }) => workloads);
  const labels = studies.map(({ chips, workloads, settings }) => {
    const asked = [
      ...(withChips ? [listed(chips, 'chips')] : []),
      ...(withWorkloads ? [`on ${listed(workloads, 'networks')}`] : []),
    ].join(' ');
    const set = differing.map(name => settingText(name, settings[name])).join(', ');
    return [asked, set].filter(text => text !== '').join('; ');
  });
  return studies.map((study, index) => ({ ...study, label: numbered(labels, index) }));
}

/** A few names, or how many there are. */
const listed = (names: readonly string[], word: string): string =>
  names.length > 3 ? `${names.length} ${word}` : names.join(', ');

/** `chips 16`, `grouping separate`, `chips not set`. */
function settingText(name: string, value: string | number | undefined): string {
  if (value === undefined) return `${name} not set`;
  return `${name} ${typeof value === 'number' ? formatNumber(value) : value}`;
}

/** The same question asked twice is told apart by counting. */
function numbered(labels: readonly string[], index: number): string {
  const label = labels[index]!;
  if (labels.filter(each => each === label).length < 2) return label;
  const position = labels.slice(0, index + 1).filter(each => each === label).length;
  return `${label || 'question'} ${position}`;
}
