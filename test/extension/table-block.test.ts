import assert from 'node:assert/strict';
import { createTable } from '../../extension/views/table.ts';
import type { Table } from '../../extension/views/table-text.ts';
import { buttonIn, fakePage, seen } from './fake-page.ts';

const table = (id: string, ...names: string[]): Table => ({
  id,
  caption: 'Chips',
  columns: [{ label: 'Chip' }, { label: 'Area', numeric: true }],
  rows: names.map((name, index) => ({
    cells: [{ text: name }, { text: String(index), value: index }],
    origin: name,
  })),
});

describe('a table on the page', () => {
  const block = createTable({ copy: () => undefined, savePicture: () => undefined, reveal: () => undefined });
  const firstColumn = () =>
    seen(block.element)
      .querySelectorAll('tr')
      .slice(1)
      .map(row => row.children[0]!.textContent);

  it('keeps the focus on a row when its values change', () => {
    block.update(table('a', 'A', 'B'));
    buttonIn(block.element, 'B').focus();
    block.update(table('a', 'A', 'B'));
    assert.equal(fakePage.activeElement, buttonIn(block.element, 'B'));
  });
  it('keeps the focus on the last row where there are fewer', () => {
    buttonIn(block.element, 'B').focus();
    block.update(table('a', 'A'));
    assert.equal(fakePage.activeElement, buttonIn(block.element, 'A'));
  });
  it('stays sorted as long as it is the same table', () => {
    block.update(table('a', 'A', 'B'));
    buttonIn(block.element, 'Area').fire('click');
    assert.deepEqual(firstColumn(), ['B', 'A']);
    block.update(table('a', 'A', 'B', 'C'));
    assert.deepEqual(firstColumn(), ['C', 'B', 'A']);
    block.update(table('b', 'A', 'B', 'C'));
    assert.deepEqual(firstColumn(), ['A', 'B', 'C']);
  });
});
