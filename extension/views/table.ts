import type { Actions } from './actions.ts';
import { button, element } from './element.ts';
import { keepingFocus } from './keeping-focus.ts';
import {
  type Cell,
  type Column,
  type Table,
  type TableRow,
  tableAsMarkdown,
  tableAsTsv,
} from './table-text.ts';

/** A table on the page: sorted by a click on a heading, filtered by a word, copied as TSV or Markdown. */
export interface TableBlock {
  readonly element: HTMLElement;
  update(table: Table): void;
}

export function createTable(actions: Actions): TableBlock {
  let table: Table | undefined;
  let sorting: Sorting | undefined;
  const filter = element('input', {
    type: 'search',
    placeholder: 'Filter',
    'aria-label': 'Filter rows',
    hidden: true,
  });
  const body = element('div', { class: 'scroll', tabindex: 0, role: 'region' });
  const said = element('span', { class: 'unseen', 'aria-live': 'polite' });
  const copy = (format: string, write: (table: Table) => string) =>
    button(`Copy as ${format}`, () => {
      if (!table) return;
      actions.copy(write(visible(table, filter.value, sorting)));
      said.textContent = `Copied as ${format}.`;
    });
  const tools = element(
    'div',
    { class: 'tools' },
    filter,
    copy('TSV', tableAsTsv),
    copy('Markdown', tableAsMarkdown),
    said,
  );
  const draw = () => {
    if (!table) return;
    const drawn = tableElement(visible(table, filter.value, sorting), sorting, sort, actions);
    keepingFocus(body, () => body.replaceChildren(drawn));
  };
  const sort = (column: number) => {
    sorting = nextSorting(sorting, column, table?.columns[column]?.numeric === true);
    draw();
  };
  filter.addEventListener('input', draw);
  return {
    element: element('div', { class: 'table' }, body, tools),
    update(next) {
      // Another table, or one with another column, is sorted by nothing that was asked for.
      if (table && (next.id !== table.id || next.columns.length !== table.columns.length))
        sorting = undefined;
      table = next;
      body.setAttribute('aria-label', next.caption);
      filter.hidden = next.rows.length < filterFrom;
      if (filter.hidden) filter.value = '';
      draw();
    },
  };
}

// Below this many rows one sees them all anyway.
const filterFrom = 9;

interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

/** The rows that pass the filter, in the order asked for. */
function visible(table: Table, filter: string, sorting: Sorting | undefined): Table {
  const wanted = filter.trim().toLowerCase();
  const rows = table.rows.filter(row => row.cells.some(cell => cell.text.toLowerCase().includes(wanted)));
  return { ...table, rows: sorting ? rows.toSorted(comparing(sorting)) : rows };
}

const comparing =
  ({ column, descending }: Sorting) =>
  (a: TableRow, b: TableRow): number =>
    (descending ? -1 : 1) * compareCells(a.cells[column], b.cells[column]);

function compareCells(a: Cell | undefined, b: Cell | undefined): number {
  if (a?.value !== undefined && b?.value !== undefined) return a.value - b.value;
  return (a?.text ?? '').localeCompare(b?.text ?? '', 'en', { numeric: true });
}

/** First click on a number: largest on top; on a word: from A. The third click returns to the given order. */
function nextSorting(sorting: Sorting | undefined, column: number, numeric: boolean): Sorting | undefined {
  if (sorting?.column !== column) return { column, descending: numeric };
  return sorting.descending === numeric ? { column, descending: !numeric } : undefined;
}

function tableElement(
  table: Table,
  sorting: Sorting | undefined,
  sort: (column: number) => void,
  actions: Actions,
): HTMLTableElement {
  const fractions = table.columns.map((column, index) =>
    column.numeric ? fractionLength(table, index) : undefined,
  );
  const headings = table.columns.map((column, index) => headingCell(column, index, sorting, sort));
  const rows = table.rows.map(row =>
    element(
      'tr',
      {},
      ...row.cells.map((cell, index) =>
        dataCell(
          cell,
          table.columns[index]!,
          fractions[index],
          index === 0 ? row.origin : undefined,
          actions,
        ),
      ),
    ),
  );
  return element(
    'table',
    {},
    element('caption', { class: 'unseen' }, table.caption),
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...rows),
  );
}

function headingCell(
  column: Column,
  index: number,
  sorting: Sorting | undefined,
  sort: (column: number) => void,
): HTMLElement {
  const sorted = sorting?.column === index;
  const label = button(column.label, () => sort(index), 'heading');
  if (column.unit) label.append(' ', element('span', { class: 'unit' }, column.unit));
  if (sorted) label.append(element('span', { 'aria-hidden': true }, sorting.descending ? ' ↓' : ' ↑'));
  const order = sorted ? (sorting.descending ? 'descending' : 'ascending') : undefined;
  return element(
    'th',
    { scope: 'col', class: column.numeric ? 'number' : undefined, 'aria-sort': order },
    label,
  );
}

function dataCell(
  cell: Cell,
  column: Column,
  fraction: number | undefined,
  origin: string | undefined,
  actions: Actions,
): HTMLElement {
  const content: (Node | string)[] = fraction === undefined ? [cell.text] : aligned(cell.text, fraction);
  if (cell.mark)
    content.unshift(element('span', { class: `mark ${cell.mark}`, 'aria-hidden': true }, marks[cell.mark]));
  const { reveal } = actions;
  const linked = origin !== undefined && reveal !== undefined;
  const children = linked ? [button(cell.text, () => reveal(origin), 'link')] : content;
  const kind = column.numeric ? 'number' : cell.text.length < 26 ? 'short' : undefined;
  return element('td', { class: kind }, ...children);
}

const marks = { passed: '✓', failed: '✕' };

/**
 * A number followed by invisible digits up to the longest fraction of its column, so that right-aligned
 * numbers meet at the decimal point. What follows the number (a unit, `×`, `%`) stays behind it.
 */
function aligned(text: string, fraction: number): (Node | string)[] {
  const missing = fraction - fractionOf(text).length;
  if (missing === 0) return [text];
  const digits = fractionOf(text) === '' ? `.${'0'.repeat(missing - 1)}` : '0'.repeat(missing);
  const filler = element('span', { class: 'filler', 'aria-hidden': true }, digits);
  const [number = text] = /^[^\s×%]*/.exec(text) ?? [];
  return [number, filler, text.slice(number.length)];
}

/** Longest fraction of a column; none where cells carry units of their own and have no point in common. */
function fractionLength(table: Table, column: number): number | undefined {
  const texts = table.rows.map(row => row.cells[column]?.text ?? '');
  if (texts.some(text => /\s\p{L}/u.test(text))) return undefined;
  return Math.max(0, ...texts.map(text => fractionOf(text).length));
}

/** `.25` of `1.25 mJ`. */
const fractionOf = (text: string): string => /\.\d+/.exec(text)?.[0] ?? '';
