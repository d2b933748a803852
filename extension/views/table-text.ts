/** A table as data: what a view hands to `table.ts`, to a test, and to the clipboard. */
export interface Table {
  /** Stable name; the page keeps sorting and filter by it. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

export interface Column {
  readonly label: string;
  /** Unit of all cells, shown once in the heading. */
  readonly unit?: string;
  /** Cells hold numbers, aligned on the decimal point. */
  readonly numeric?: boolean;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Where the row comes from; the first cell leads there. */
  readonly origin?: string;
}

export interface Cell {
  readonly text: string;
  /** What sorting compares and TSV carries; the text when absent. */
  readonly value?: number;
  /** Whether something held; drawn as a shape besides the words. */
  readonly mark?: 'passed' | 'failed';
}

/** Tab-separated values for a spreadsheet: plain numbers, no thousands separators. */
export function tableAsTsv(table: Table): string {
  const lines = [table.columns.map(heading), ...table.rows.map(row => row.cells.map(tsvCell))];
  return `${lines.map(line => line.map(oneLine).join('\t')).join('\n')}\n`;
}

/** A Markdown table, numbers right-aligned, as shown. */
export function tableAsMarkdown(table: Table): string {
  const lines = [
    table.columns.map(heading),
    table.columns.map(column => (column.numeric ? '---:' : '---')),
    ...table.rows.map(row => row.cells.map(cell => cell.text)),
  ];
  return `${lines.map(line => `| ${line.map(markdownCell).join(' | ')} |`).join('\n')}\n`;
}

/** `Energy (mJ)`. */
export const heading = (column: Column): string =>
  column.unit ? `${column.label} (${column.unit})` : column.label;

// Numbers in a column share the unit of its heading, so the digits shown are the value; only separators go.
const tsvCell = (cell: Cell): string =>
  cell.value === undefined ? cell.text : cell.text.replaceAll(',', '').replace('−', '-');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const markdownCell = (text: string): string => oneLine(text).replaceAll('|', '\\|');
