import type { Report } from '../../simulator/index.ts';
import { questionCell, questionColumn } from './question-column.ts';
import type { Table } from './table-text.ts';
import type { View } from './view.ts';
import { differenceText, plural } from './words.ts';

/** What the text says about the results, of all its questions: none must hide behind another. */
export const claimsView: View = { id: 'claims', name: 'Claims', content: ({ all }) => claims(all) };
export const expectationsView: View = {
  id: 'expectations',
  name: 'Expectations',
  content: ({ all }) => expectations(all),
};

/** Published numbers beside ours; never a test, so nothing passes or fails. */
export function claims(report: Report): { title: string; table: Table } | undefined {
  if (report.claims.length === 0) return undefined;
  return {
    title: claimsTitle(report),
    table: {
      id: 'claims',
      caption: 'Published numbers beside ours',
      columns: [
        { label: 'Claim' },
        { label: 'Claimed', numeric: true },
        { label: 'Ours', numeric: true },
        { label: 'Difference', unit: '%', numeric: true },
        { label: 'Source' },
        ...questionColumn(report),
      ],
      rows: report.claims.map(
        ({ study, text, source, claimed, actual, claimedText, actualText, origin }) => ({
          cells: [
            { text: leftSide(text) },
            { text: claimedText, value: claimed },
            { text: actualText, value: actual },
            { text: differenceText(actual / claimed).replace(' %', ''), value: actual / claimed },
            { text: source },
            ...questionCell(report, study),
          ],
          origin,
        }),
      ),
    },
  };
}

/** What the text expects of the result, and whether it holds. */
export function expectations(report: Report): { title: string; table: Table } | undefined {
  if (report.expectations.length === 0) return undefined;
  return {
    title: expectationsTitle(report),
    table: {
      id: 'expectations',
      caption: 'Expectations',
      columns: [
        { label: 'Expectation' },
        { label: 'Result' },
        { label: 'Actual' },
        ...questionColumn(report),
      ],
      rows: report.expectations.map(({ study, text, passed, actual, actualText, origin }) => ({
        cells: [
          { text },
          { text: passed ? 'holds' : 'fails', mark: passed ? 'passed' : 'failed' },
          { text: actualText, value: actual },
          ...questionCell(report, study),
        ],
        origin,
      })),
    },
  };
}

/** `2 published numbers; the furthest is 22 % off`. */
function claimsTitle(report: Report): string {
  const ratios = report.claims.map(({ actual, claimed }) => actual / claimed);
  const furthest = ratios.toSorted((a, b) => Math.abs(b - 1) - Math.abs(a - 1))[0] ?? 1;
  const off = differenceText(furthest);
  const count = plural(ratios.length, 'published number');
  if (off.startsWith('±')) return `${count}, reproduced`;
  return ratios.length === 1
    ? `Ours is ${off} from the published number`
    : `${count}; ours are at most ${off.slice(1)} away`;
}

function expectationsTitle({ expectations }: Report): string {
  const failed = expectations.filter(({ passed }) => !passed).length;
  if (failed > 0)
    return `${failed} of ${plural(expectations.length, 'expectation')} ${failed === 1 ? 'fails' : 'fail'}`;
  return expectations.length === 1 ? 'The expectation holds' : `All ${expectations.length} expectations hold`;
}

// The claimed value has a column of its own, so `a / b = 5.36` is shown as `a / b`.
const leftSide = (text: string): string => text.replace(/\s*=[^=]*$/, '').replace(/^claim\s+/, '');
