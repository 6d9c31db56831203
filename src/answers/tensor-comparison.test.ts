import { describe, expect, it } from 'vitest';
import { tensor } from '../engine/tensor.js';
import type { AnswerType, ReadOptions } from './answer-type.js';
import { answerTypes } from './all-types.js';

const { matrix, shape, vector } = answerTypes;
const exact = { relative: 0, absolute: 0 };

function answer<A, V>(
  type: AnswerType<A, V>,
  written: string,
  like: V,
  options: Partial<ReadOptions> = {},
): A {
  const reading = type.read(written, { decimal: 'point', like, ...options });
  if (reading.state !== 'read') throw new Error(`${written} is ${JSON.stringify(reading)}`);
  return reading.answer;
}
const remark = <A, V>(type: AnswerType<A, V>, written: string, key: V): string | undefined =>
  type.compare(answer(type, written, key), key, exact).remark;

const key23 = tensor([2, 3], [1, 2, 3, 4, 5, 6]);

describe('entries of a matrix', () => {
  it('are judged one by one; blank and unreadable ones cost only themselves', () => {
    const written = answer(matrix, '[[1, , 3], [9, what, 6]]', key23);
    expect(matrix.compare(written, key23, exact)).toEqual({
      entries: ['correct', 'blank', 'correct', 'wrong', 'unreadable', 'correct'],
      distance: 5,
    });
  });

  it('are blank as a whole when nothing is filled in', () => {
    expect(matrix.read('[[ , ], [_, ?]]', { decimal: 'point', like: tensor([2, 2], [1, 2, 3, 4]) })).toEqual({
      state: 'blank',
    });
  });

  it('are all wrong in another shape, which is named with the one asked for', () => {
    expect(matrix.compare(answer(matrix, '[[1, 2], [3, 4], [5, 6]]', key23), key23, exact)).toEqual({
      entries: Array.from({ length: 6 }, () => 'wrong'),
      distance: null,
      remark: 'You wrote a 3×2 matrix where a 2×3 matrix is asked.',
    });
  });

  it('wait for a person where the shape is another one and an entry cannot be read', () => {
    expect(vector.read('1, 2 or 3, 4', { decimal: 'point', like: tensor([2], [1, 2]) }).state).toBe(
      'unreadable',
    );
  });
});

describe('a remark', () => {
  const square = tensor([2, 2], [1, 2, 3, 4]);
  const planes = tensor([2, 1, 2], [1, 2, 3, 4]);
  it.each([
    ['matrix', '1 4; 2 5; 3 6', key23, /transpose.*3×2/],
    ['matrix', '1 3; 2 4', square, /transpose/],
    ['matrix', '4 5 6; 1 2 3', key23, /rows in reverse/],
    ['matrix', '3 2 1; 6 5 4', key23, /columns in reverse/],
    ['matrix', '6 5 4; 3 2 1', key23, /180°/],
    ['vector', '3 2 1', tensor([3], [1, 2, 3]), /reverse order/],
    ['tensor', '[[[1, 3], [2, 4]]]', planes, /channels last/],
    ['tensor', '[[[2, 1]], [[4, 3]]]', planes, /turned by 180°/],
    ['vector', '1 2', tensor([3], [1, 2, 3]), /a vector of 2 where a vector of 3/],
  ] as const)('of %s on %s names what happened', (type, written, key, pattern) => {
    expect(remark(answerTypes[type] as AnswerType, written, key)).toMatch(pattern);
  });

  it.each([
    ['28x28x16', [16, 28, 28], /channels last/],
    ['28x16x30', [16, 28, 30], /another order/],
    ['16x1', [16], /size 1/],
    ['12544', [16, 28, 28], /number of entries is right/],
    ['16x28', [16, 28, 28], /2 sizes; this shape has 3/],
  ])('on the shape %s for %o names what happened', (written, key, pattern) => {
    expect(remark(shape, written, key)).toMatch(pattern);
  });

  it.each([
    ['matrix', '9 9 9; 9 9 9', key23],
    ['matrix', '1 2 3; 4 5 6', key23],
    ['shape', '16x28x29', [16, 28, 28]],
    ['integer', '7', 8],
  ] as const)('is not made where nothing has a name', (type, written, key) => {
    expect(remark(answerTypes[type] as AnswerType, written, key)).toBeUndefined();
  });
});
