import { none, type None } from '../../engine/none.js';
import type { Places } from '../../engine/places.js';
import type { Example } from '../answer-type.js';

/** Places as people write them, for keys counted from 0 and from 1. */
export const locationExamples: readonly Example<Places | None>[] = [
  {
    key: {
      places: [
        [1, 3],
        [2, 3],
      ],
      origin: 0,
    },
    accepts: [
      '(1,3)',
      '[1, 3]',
      '1, 3',
      '1 3',
      '(2, 3)',
      '{1, 3}',
      'i=1, j=3',
      'j = 3, i = 1',
      '(i, j) = (1, 3)',
      '(i=1, j=3)',
      'row 1, column 3',
      'column 3, row 1',
      'row 1 col 3',
      'Row: 2; Column: 3',
      'Z[1,3]',
      'Z[1][3]',
      'Z[1, 3] = 6',
      '$(1, 3)$',
      '$Z_{1,3}$',
      '\\left(1, 3\\right)',
      'at (1, 3)',
      '(1,3) and (2,3)',
      '[(1, 3), (2, 3)]',
      '1,3; 2,3',
      'location (1,3)',
    ],
    rejects: [
      '(2,4)',
      '(3,1)',
      '(3, 3)',
      '(1,3), (1,1)',
      '1',
      '(1, 3, 0)',
      '(-1, 3)',
      'none',
      'row 3, column 1',
    ],
    unreadable: [
      '(1, 3',
      'the corner',
      '1.5, 3',
      'row 1',
      'i=1, i=3',
      '(1, 3) = (2, 3) = ?',
      '(a, b)',
      '()',
      'everywhere',
      '(1,3) but not (2,3)',
    ],
  },
  {
    key: { places: [[0, 0]], origin: 1 },
    accepts: ['(1, 1)', 'row 1, column 1'],
    rejects: ['(0, 0)', '(2, 2)'],
  },
  {
    key: { places: [[0, 2, 1]], origin: 0 },
    accepts: ['(0, 2, 1)', 'Z[0][2][1]', '0 2 1'],
    rejects: ['(2, 1)'],
  },
  {
    key: { places: [[3], [5]], origin: 0 },
    accepts: ['3', '(5)', '3, 5', '[3, 5]'],
    rejects: ['4', '3, 4'],
  },
  { key: none, accepts: ['none', '-'], rejects: ['(0, 0)'], unreadable: ['no'] },
];
