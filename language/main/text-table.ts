/**
 * Columns aligned with blanks: text to the left, numbers on their decimal point, units under the titles. A column with
 * nothing in it is left out.
 */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  units: readonly string[] = [],
): string {
  const columns = head
    .map((title, index) => ({
      title,
      unit: units[index] ?? '',
      cells: rows.map(row => row[index] ?? ''),
    }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
    .map(({ title, unit, cells }) => alignColumn(title, unit, cells));
  const lines = [
    columns.map(({ title }) => title),
    ...(units.length > 0 ? [columns.map(({ unit }) => unit)] : []),
    columns.map(({ width }) => '─'.repeat(width)),
    ...rows.map((_, row) => columns.map(({ cells }) => cells[row]!)),
  ];
  return lines.map(line => line.join('  ').trimEnd()).join('\n');
}

interface Column {
  readonly title: string;
  readonly unit: string;
  readonly cells: readonly string[];
  readonly width: number;
}

function alignColumn(title: string, unit: string, cells: readonly string[]): Column {
  const numeric = cells.length > 0 && cells.every(cell => /^[−+-]?[\d.,∞]/.test(cell));
  const aligned = numeric ? alignNumbers(cells) : cells;
  const width = Math.max(title.length, unit.length, ...aligned.map(cell => cell.length));
  const pad = (text: string) => (numeric ? text.padStart(width) : text.padEnd(width));
  return { title: pad(title), unit: pad(unit), cells: aligned.map(pad), width };
}

/** Numbers with their points under each other and what follows them starting in one column. */
function alignNumbers(cells: readonly string[]): readonly string[] {
  const parts = cells.map(cell =>
    /^([−+-]?[\d,∞]*)(\.\d+)?(.*)$/
      .exec(cell)!
      .slice(1)
      .map(part => part ?? ''),
  );
  const widest = (index: number) => Math.max(...parts.map(part => part[index]!.length));
  const [whole, fraction, rest] = [widest(0), widest(1), widest(2)];
  return parts.map(part => part[0]!.padStart(whole) + part[1]!.padEnd(fraction) + part[2]!.padEnd(rest));
}
