import { expect, test } from 'vitest';
import type { EntryVerdict } from '../../answers/answer-type.js';
import { zeros } from '../../engine/tensor.js';
import { entryWords } from './entry-words.js';

const entries = (marks: string): EntryVerdict[] =>
  [...marks].map(
    (mark) =>
      (({ '+': 'correct', '~': 'rounded', '-': 'wrong', _: 'blank', '?': 'unreadable' }) as const)[
        mark as '+'
      ],
  );

test.each([
  ['+++++-+++++-', [3, 4], '10 of 12 entries are right; not right: (row 2, column 2) and (row 3, column 4).'],
  ['+-', [2], '1 of 2 entries is right; not right: entry 2.'],
  [
    '~+_?',
    [2, 2],
    '2 of 4 entries are right; left empty: (row 2, column 1); could not be read: (row 2, column 2).',
  ],
  [
    '+-------',
    [8],
    '1 of 8 entries is right; not right: entry 2, entry 3, entry 4, entry 5, entry 6 and 2 more.',
  ],
  ['+++++++-', [2, 2, 2], '7 of 8 entries are right; not right: (entry [2, 2, 2]).'],
  ['+-+', [3, 1], '2 of 3 entries are right; not right: entry 2.'],
])('says which entries of %s in shape %j are not right', (marks, shape, words) => {
  expect(entryWords({ entries: entries(marks), distance: null }, zeros(shape))).toBe(words);
});

test('counts along where the answer has another shape than the key', () => {
  expect(entryWords({ entries: entries('+-'), distance: null }, zeros([2, 2]))).toContain('entry 2');
});

test('calls entries by their names where they have some', () => {
  const names = ['each layer fits', 'kernels of size 5', 'the order of the layers'];
  expect(entryWords({ entries: entries('+--'), distance: null, names }, null)).toBe(
    '1 of 3 requirements is met; not met: kernels of size 5 and the order of the layers.',
  );
});

test('counts rows and columns in a matrix of formulas, too', () => {
  const like = {
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    symbols: undefined,
  };
  expect(entryWords({ entries: entries('++-+'), distance: null }, like)).toBe(
    '3 of 4 entries are right; not right: (row 2, column 1).',
  );
});
