import { tensor as tensorOf } from '../engine/tensor.js';
import { tensorType } from './tensor-type.js';

/** A tensor of any rank, compared entry by entry. */
export const tensor = tensorType('tensor', 'nested rows such as [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]', [
  {
    key: tensorOf([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]),
    accepts: [
      '[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]',
      '[[[1. 2.]\n  [3. 4.]]\n\n [[5. 6.]\n  [7. 8.]]]',
      '1 2\n3 4\n\n5 6\n7 8',
      '{{{1,2},{3,4}},{{5,6},{7,8}}}',
      '[[1 2; 3 4], [5 6; 7 8]]',
      'tensor([[[1, 2], [3, 4]],\n\n        [[5, 6], [7, 8]]])',
    ],
    rejects: [
      '[[[1, 5], [2, 6]], [[3, 7], [4, 8]]]',
      '[1, 2, 3, 4, 5, 6, 7, 8]',
      '[[1, 2], [3, 4], [5, 6], [7, 8]]',
      '[[[1, 2], [3, 4]], [[5, 6], [7, _]]]',
      'none',
    ],
    unreadable: ['[[[1, 2], [3, 4]], [[5, 6], [7]]]', '[[[1, 2], [3, 4]], [5, 6]]', '[[[1, 2], [3, 4]]'],
  },
  {
    key: tensorOf([1, 2, 2], [1, 2, 3, 4]),
    accepts: ['[[[1, 2], [3, 4]]]', '1 2; 3 4'],
    rejects: ['1 3; 2 4'],
  },
  { key: tensorOf([], [5]), accepts: ['5', '[5]'], rejects: ['6', '[5, 5]'] },
  { key: 'none', accepts: ['none'], rejects: ['[[[0]]]'] },
]);
