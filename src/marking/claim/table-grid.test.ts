import { describe, expect, it } from 'vitest';
import type { Table } from '../../problem/item.js';
import { readGrid } from './table-grid.js';

const table: Table = {
  columns: [
    { id: 'in', label: 'input' },
    { id: 'out', label: 'output' },
    { id: 'w', label: 'weight' },
  ],
  rows: ['E1', 'E2'].map((row) => ({
    id: row,
    label: `net ${row}`,
    items: ['in', 'out', 'w'].map((column) => `${row}.${column}`),
  })),
};
const cellsOf = (text: string): Record<string, string> => Object.fromEntries(readGrid(text, table).cells);
const filled = { 'E1.in': '1', 'E1.out': '2', 'E1.w': '3', 'E2.in': '4', 'E2.out': '5', 'E2.w': '-' };

describe('a table written as lines', () => {
  it.each([
    ['bars', 'E1 | 1 | 2 | 3\nE2 | 4 | 5 | -'],
    ['bars at the ends too', '| E1 | 1 | 2 | 3 |\n| E2 | 4 | 5 | - |'],
    ['tabs', 'E1\t1\t2\t3\nE2\t4\t5\t-'],
    ['commas', 'E1, 1, 2, 3\nE2, 4, 5, -'],
    ['spaces', 'E1 1 2 3\nE2   4   5   -'],
    ['headings between spaces', 'net input output weight\nE1 1 2 3\nE2 4 5 -'],
    ['spaces and no row names, in order', '1 2 3\n4 5 -'],
    ['rows in another order', 'E2 | 4 | 5 | -\nE1 | 1 | 2 | 3'],
    ['labels for ids', 'net E1 | 1 | 2 | 3\nnet_E2 | 4 | 5 | -'],
    ['headings', ' | input | output | weight\nE1 | 1 | 2 | 3\nE2 | 4 | 5 | -'],
    ['headings with a corner', 'net | input | output | weight\nE1 | 1 | 2 | 3\nE2 | 4 | 5 | -'],
    ['headings of the student’s own', 'layer | goes in | comes out | kernel\nE1 | 1 | 2 | 3\nE2 | 4 | 5 | -'],
    [
      'Markdown',
      '| | input | output | weight |\n|---|:---:|--:|---|\n| E1 | 1 | 2 | 3 |\n| E2 | 4 | 5 | - |',
    ],
    [
      'a rule under no corner',
      '   | input | output | weight\n   |-------|--------|-------\nE1 | 1 | 2 | 3\nE2 | 4 | 5 | -',
    ],
    ['no row names, in order', '1 | 2 | 3\n4 | 5 | -'],
    ['no row names under headings', 'input | output | weight\n1 | 2 | 3\n4 | 5 | -'],
    [
      'columns in another order, as the headings say',
      'net | weight | input | output\nE1 | 3 | 1 | 2\nE2 | - | 4 | 5',
    ],
    ['blank lines and Windows line ends', '\r\nE1 | 1 | 2 | 3\r\n\r\nE2 | 4 | 5 | -\r\n'],
  ])('is read with %s', (_, text) => {
    expect(readGrid(text, table)).toEqual({
      cells: new Map(Object.entries(filled)),
      lost: new Map(),
      unclaimed: [],
    });
  });

  it.each([
    ['space between sizes', 'E1 3136 160 160x3136', ['3136', '160', '160x3136']],
    ['commas between brackets', 'E1, (16, 28), (16, 14), -', ['(16, 28)', '(16, 14)', '-']],
    ['commas between thousands', 'E1, 940,800, 0, 1,881,600', ['940,800', '0', '1,881,600']],
  ])('takes no %s for the end of a cell', (_, text, cells) => {
    expect(Object.values(cellsOf(text))).toEqual(cells);
  });

  it.each(['E1 940 800 1', 'E1 1 2', 'E1 16 x 28 x 28'])(
    'does not guess where the cells of %s end',
    (text) => {
      expect(readGrid(text, table).cells.size).toBe(0);
    },
  );

  it('leaves cells that are not there blank', () => {
    expect(cellsOf('E1 | 1 |  | 3\nE2 | 4')).toEqual({
      'E1.in': '1',
      'E1.out': '',
      'E1.w': '3',
      'E2.in': '4',
      'E2.out': '',
      'E2.w': '',
    });
  });

  it('keeps to the columns that the headings name', () => {
    expect(cellsOf('net | output\nE1 | 2\nE2 | 5')).toEqual({ 'E1.out': '2', 'E2.out': '5' });
  });

  it('takes a row with too many cells out, with its text', () => {
    const { lost, cells } = readGrid('E1 | 1 | 2 | 3 | 9\nE2 | 4 | 5 | -', table);
    expect([...lost]).toEqual(
      ['in', 'out', 'w'].map((column) => [`E1.${column}`, 'row net E1 has 4 cells, the table has 3 columns']),
    );
    expect(cells.get('E1.in')).toBe('1 | 2 | 3 | 9');
    expect(cells.get('E2.out')).toBe('5');
  });

  it('takes a row that is there twice out, with both texts', () => {
    const { lost, cells } = readGrid('E1 | 1 | 2 | 3\nE1 | 7 | 8 | 9', table);
    expect(lost.get('E1.out')).toBe('row net E1 is there twice');
    expect(cells.get('E1.out')).toBe('2\n7 | 8 | 9');
  });

  it.each([
    ['a row nobody knows', 'E1 | 1 | 2 | 3\nE9 | 4 | 5 | -', ['E9 | 4 | 5 | -']],
    ['a first row nobody knows: it is no heading', 'X1 | 1 | 2 | 3\nE2 | 4 | 5 | -', ['X1 | 1 | 2 | 3']],
    [
      'a first row without values',
      'pool | none | none | none\nE1 | 1 | 2 | 3',
      ['pool | none | none | none'],
    ],
    ['rows by order that do not add up', '1 | 2 | 3', ['1 | 2 | 3']],
    ['prose', 'see my picture', ['see my picture']],
    ['prose in lines', 'see\nmy picture', ['see', 'my picture']],
  ])('leaves %s to a person', (_, text, unclaimed) => {
    expect(readGrid(text, table).unclaimed).toEqual(unclaimed);
  });
});
