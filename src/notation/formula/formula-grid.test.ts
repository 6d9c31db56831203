import { expect, test } from 'vitest';
import { Unreadable } from '../unreadable.js';
import { readFormulaGrid } from './formula-grid.js';

const rowsOf = (text: string, width = 2): readonly (readonly string[])[] | string => {
  const grid = readFormulaGrid(text, width);
  return grid instanceof Unreadable ? grid.why : grid.rows;
};
const cells = [
  ['0', 'max(a, b)'],
  ['x_{1,2}', '-(y + 1)'],
];

test.each([
  '[[0, max(a, b)], [x_{1,2}, -(y + 1)]]',
  '[0, max(a, b)], [x_{1,2}, -(y + 1)]',
  '((0, max(a, b)), (x_{1,2}, -(y + 1)))',
  '[0, max(a, b); x_{1,2}, -(y + 1)]',
  '0, max(a, b)\nx_{1,2}, -(y + 1)',
  '0\tmax(a, b)\nx_{1,2}\t-(y + 1)',
  '\\begin{bmatrix} 0 & max(a, b) \\\\ x_{1,2} & -(y + 1) \\end{bmatrix}',
  '\\left[\\begin{array}{cc} 0 & max(a, b) \\\\ x_{1,2} & -(y + 1) \\\\ \\end{array}\\right]',
  '[[0, x_{1,2}], [max(a, b), -(y + 1)]]^T',
])('%j has the cells of a 2×2 matrix', (text) => {
  expect(rowsOf(text)).toEqual(cells);
});

test.each<[string, number, string[][]]>([
  [
    'w1 w2 0; 0 w1 w2',
    3,
    [
      ['w1', 'w2', '0'],
      ['0', 'w1', 'w2'],
    ],
  ],
  [
    'a + b c; -d 2 * e',
    2,
    [
      ['a + b', 'c'],
      ['-d', '2 * e'],
    ],
  ],
  [
    'a | b\nc | d',
    2,
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '[[a, ], [_, d]]',
    2,
    [
      ['a', ''],
      ['', 'd'],
    ],
  ],
  ['2 x', 1, [['2 x']]],
])('%j in %i columns', (text, width, expected) => {
  expect(rowsOf(text, width)).toEqual(expected);
});

test.each([
  ['[[a, b], [c]]', /row 2 has 1 entries, the first has 2/],
  ['[[a, b], [c, d]', /“\]” is missing/],
  ['a)', /closes what was not opened/],
  ['', /no entries/],
  ['\\begin{bmatrix} a & b', /not one complete LaTeX matrix/],
  ['['.repeat(100), /nest too deeply/],
  [`[[${'a,'.repeat(1200)}a]]`, /too many entries/],
])('%j is refused', (text, why) => {
  expect(rowsOf(text)).toMatch(why);
});
