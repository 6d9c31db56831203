import { tensor } from '../engine/tensor.js';
import { tensorType } from './tensor-type.js';

/** A list of numbers, compared entry by entry; one row or one column is the same vector. */
export const vector = tensorType('vector', 'numbers such as [1, -2, 0.5]', [
  {
    key: tensor([3], [1, -2, 0.5]),
    accepts: [
      '[1, -2, 0.5]',
      '(1, -2, 0.5)',
      '1, -2, 0.5',
      '1 -2 .5',
      '[1 -2 0.5]',
      '[1; -2; 0.5]',
      '[[1], [-2], [0.5]]',
      '[[1, -2, 0.5]]',
      '{1, −2, 1/2}',
      '1\n-2\n0.5',
      'array([ 1. , -2. ,  0.5])',
      '\\begin{bmatrix} 1 \\\\ -2 \\\\ \\frac{1}{2} \\end{bmatrix}',
      '[1, -2, 0.5]^T',
      '$[1, -2, \\frac{1}{2}]$',
      'x = [1, -2, 2^-1]',
      '| 1 | -2 | 0.5 |',
      '1\t-2\t50%',
    ],
    rejects: [
      '[0.5, -2, 1]',
      '[1, -2]',
      '[1, -2, 0.5, 0]',
      '[1, , 0.5]',
      '[1, ?, 0.5]',
      '[1, -2, or]',
      'none',
      '5',
      '[1, -2, NaN]',
    ],
    unreadable: [
      'one, two',
      '[1, -2, 0.5',
      '[[1, -2], [0.5]]',
      '[]',
      '[a, b, c]',
      '1, -2, 0.5 or 1, -2, 0.6 ]',
      '[1\u200b, -2, 0.5]',
    ],
  },
  {
    key: tensor([2], [3136, 1]),
    accepts: ['[3,136, 1]', '[3136, 1]', '3136 1'],
    rejects: ['[3, 136]', '[1, 3136]'],
  },
  { key: tensor([3], [3, 136, 1]), accepts: ['[3,136, 1]', '[3, 136, 1]'], rejects: ['[3136, 1]'] },
  { key: tensor([1], [5]), accepts: ['5', '[5]', '(5)', '[[5]]', '10/2'], rejects: ['[5, 5]', '6'] },
  {
    key: tensor([2], [1.5, 2]),
    options: { decimal: 'comma' },
    accepts: ['[1,5; 2]', '1,5 2', '[1,5, 2,0]'],
    rejects: ['1,5 3'],
  },
  { key: 'none', accepts: ['none', '-'], rejects: ['[0, 0]'] },
]);
