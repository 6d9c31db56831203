import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGrid, type GridNotation } from './grid.js';
import { Unreadable } from './unreadable.js';

const point: GridNotation = { decimal: 'point' };
const grid = (
  text: string,
  notation = point,
): { shape: readonly number[]; cells: readonly string[] } | string => {
  const read = readGrid(text, notation);
  return read instanceof Unreadable ? read.why : { shape: read.shape, cells: read.cells };
};
const asking = (...like: number[]): GridNotation => ({ decimal: 'point', like });

describe('the text of a grid', () => {
  it.each([
    '[[1, 2], [3, 4]]',
    '[[1,2],[3,4]]',
    '[[1 2]\n [3 4]]',
    '[1 2; 3 4]',
    '[1, 2; 3, 4;]',
    '1 2; 3 4',
    '1 2\n3 4',
    '  1   2 \r\n  3   4 \r\n',
    '1, 2\n3, 4',
    'y1 = 1 2\ny2 = 3 4',
    '1\t2\n3\t4',
    '1 | 2\n3 | 4',
    '| 1 | 2 |\n|---|--:|\n| 3 | 4 |',
    '{{1,2},{3,4}}',
    '((1, 2), (3, 4))',
    '[(1, 2), (3, 4)]',
    '[1, 2], [3, 4]',
    '(1, 2), (3, 4)',
    'array([[1, 2],\n       [3, 4]])',
    'np.array([[1, 2], [3, 4]], dtype=np.float32)',
    "torch.tensor([[1, 2], [3, 4]], device='cuda:0', requires_grad=True)",
    '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}',
    '$\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$',
    '\\left[\\begin{array}{cc} 1 & 2 \\\\ 3 & 4 \\\\ \\end{array}\\right]',
    'Z = [[1, 2], [3, 4]]',
    '1 2 # first\n3 4 # second',
    '[[1, 3], [2, 4]]^T',
    '\\begin{bmatrix} 1 & 3 \\\\ 2 & 4 \\end{bmatrix}^{\\top}',
  ])('%j has the rows 1 2 and 3 4', (text) => {
    expect(grid(text)).toEqual({ shape: [2, 2], cells: ['1', '2', '3', '4'] });
  });

  it.each([
    ['[1, 2, 3]', [3], ['1', '2', '3']],
    ['1, 2, 3', [3], ['1', '2', '3']],
    ['1 2 3', [3], ['1', '2', '3']],
    ['(1, 2, 3)', [3], ['1', '2', '3']],
    ['[1 2\n 3]', [3], ['1', '2', '3']],
    ['[1; 2; 3]', [3, 1], ['1', '2', '3']],
    ['1\n2\n3', [3, 1], ['1', '2', '3']],
    ['[1, 2, 3]^T', [3, 1], ['1', '2', '3']],
    ['5', [1], ['5']],
    ['[-1 1/2 3 × 4 5 %]', [4], ['-1', '1/2', '3×4', '5%']],
    ['[(1+2)/3, 2*(4-1)]', [2], ['(1+2)/3', '2*(4-1)']],
    ['[\\frac{1}{2}, 2^{3}]', [2], ['\\frac{1}{2}', '2^{3}']],
    ['[[ 1. -1.]\n [ 2.  3.]]', [2, 2], ['1.', '-1.', '2.', '3.']],
    ['[[[1, 2]], [[3, 4]]]', [2, 1, 2], ['1', '2', '3', '4']],
    ['[1 2; 3 4], [5 6; 7 8]', [2, 2, 2], ['1', '2', '3', '4', '5', '6', '7', '8']],
    ['[[1, , 3]]', [1, 3], ['1', '', '3']],
    ['1 | | 3', [3], ['1', '', '3']],
    ['[_, ?, 3]', [3], ['', '', '3']],
    ['(32,)', [1], ['32']],
    ['1, 2]', [2], ['1', '2]']],
  ])('%j has the shape %o', (text, shape, cells) => {
    expect(grid(text)).toEqual({ shape, cells });
  });

  it.each([
    ['[3,136, 1]', asking(2), [2], ['3136', '1']],
    ['[3,136, 1]', asking(3), [3], ['3', '136', '1']],
    ['[[1,000, 2,000], [3, 4]]', asking(2, 2), [2, 2], ['1000', '2000', '3', '4']],
    ['[[111, 211, 0], [112, 212, 0]]^T', asking(3, 2), [3, 2], ['111', '112', '211', '212', '0', '0']],
    ['[1, 2, ]', asking(3), [3], ['1', '2', '']],
    ['[1, 2, ]', asking(2), [2], ['1', '2']],
    ['[1 2\n 3 4]', asking(2, 2), [2, 2], ['1', '2', '3', '4']],
    ['[1 2\n 3 4]', asking(4), [4], ['1', '2', '3', '4']],
    ['1 2\n\n3 4', asking(2, 1, 2), [2, 1, 2], ['1', '2', '3', '4']],
    ['1 2\n\n3 4', asking(2, 2), [2, 2], ['1', '2', '3', '4']],
  ])('%j asked as %o has the shape %o', (text, notation, shape, cells) => {
    expect(grid(text, notation)).toEqual({ shape, cells });
  });

  it('keeps decimal commas in their cells', () => {
    expect(grid('[1,5, 2; 3, 4,25]', { decimal: 'comma' })).toEqual({
      shape: [2, 2],
      cells: ['1,5', '2', '3', '4,25'],
    });
  });

  it.each([
    ['[[1, 2], [3]]', /row 2 has 1 entry, the first has 2 entries/],
    ['1 2\n3 4 5', /row 2 has 3 entries/],
    ['[[[1, 2], [3, 4]], [[5, 6], [7]]]', /row 2\.2 has 1 entry/],
    ['[[1, 2], 3]', /not a row/],
    ['[[1, 2], [[3, 4]]]', /nested deeper|row/],
    ['[[1, 2] and [3, 4]]', /not a row/],
    ['[[1, 2], [3, 4]] or 5', /not a row/],
    ['[1, 2', /not closed/],
    ['[1, 2)', /not opened/],
    ['[]', /no entries/],
    ['[[], []]', /no entries/],
    ['[[[[[[[[[1]]]]]]]]]', /nested deeper than 8/],
    ['['.repeat(70), /nested deeper than 60/],
    ['\\begin{bmatrix} 1 & 2', /complete LaTeX matrix/],
    ['\\begin{bmatrix} 1 \\end{bmatrix} + 1', /after the LaTeX matrix/],
    ['\\begin{verbatim}1\\end{verbatim}', /complete LaTeX matrix/],
    ['1 '.repeat(10_001), /longer than 20000/],
    [`[${','.repeat(15_000)}]`, /more than 5000 entries/],
    ['[1\u200b]', /U\+200B/],
  ])('%j is refused with the reason', (text, why) => {
    expect(grid(text)).toMatch(why);
  });

  it('reads back any grid written as nested brackets, lines, or LaTeX', () => {
    const rows = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
      .chain(([height, width]) =>
        fc.array(fc.array(fc.integer().map(String), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    const ways: ((rows: string[][]) => string)[] = [
      (table) => `[${table.map((row) => `[${row.join(',')}]`).join(',')}]`,
      (table) => table.map((row) => row.join(' ')).join('\n'),
      (table) => table.map((row) => row.join(' | ')).join('\n'),
      (table) => table.map((row) => row.join('\t')).join('\n'),
      (table) => `\\begin{bmatrix}${table.map((row) => row.join(' & ')).join(' \\\\ ')}\\end{bmatrix}`,
    ];
    fc.assert(
      fc.property(rows, fc.constantFrom(...ways), (table, write) => {
        expect(grid(write(table))).toEqual({ shape: [table.length, table[0]!.length], cells: table.flat() });
      }),
    );
  });
});
