import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromNested, matmul, toNested, zeros } from './tensor.js';

describe('matmul', () => {
  const sizes = fc.tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 5 }),
  );
  const matrix = (rows: number, columns: number) =>
    fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    });

  test('is rows times columns', () => {
    const pairs = sizes.chain(([m, k, n]) => fc.tuple(matrix(m, k), matrix(k, n)));
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const column = (index: number): number[] => b.map((row) => row[index]!);
        const dot = (u: number[], v: number[]): number =>
          u.reduce((sum, entry, place) => sum + entry * v[place]!, 0);
        const expected = a.map((row) => b[0]!.map((_, index) => dot(row, column(index))));
        const product = toNested(matmul(fromNested(a), fromNested(b))) as number[][];
        product.forEach((row, i) => row.forEach((entry, j) => expect(entry === expected[i]![j]).toBe(true)));
        expect([product.length, product[0]!.length]).toEqual([a.length, b[0]!.length]);
      }),
    );
  });

  test('takes a vector as a column', () => {
    const product = matmul(
      fromNested([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      fromNested([10, 1]),
    );
    expect(toNested(product)).toEqual([12, 34, 56]);
  });

  test.each([
    [[2, 3], [2, 3], 'a 2×3 matrix cannot multiply 2×3'],
    [[2, 3], [2], 'a 2×3 matrix cannot multiply 2'],
    [[3], [3, 1], 'a 3 matrix cannot multiply 3×1'],
  ])('refuses %j by %j and names both', (a, b, message) => {
    expect(() => matmul(zeros(a), zeros(b))).toThrow(message);
  });
});
