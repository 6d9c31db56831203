import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPer, foldPer, meanPer, shapePer, squaredDeviationPer, zipPer } from './statistics.js';
import { fromNested, slice, tensor, toNested, zeros } from './tensor.js';

const matrix = fromNested([
  [1, 2, 6],
  [4, 8, 3],
]);

describe('one statistic per position along the kept axes', () => {
  test.each([
    ['rows', [0], [3, 5]],
    ['columns', [1], [2.5, 5, 4.5]],
    ['nothing', [], [4]],
  ])('takes the mean for each of the %s', (_, axes, means) => {
    expect(toNested(meanPer(matrix, axes))).toEqual(means);
  });

  test('orders the statistics as the kept axes are named', () => {
    expect(shapePer([2, 3, 4], [2, 0])).toEqual([4, 2]);
    expect(toNested(meanPer(matrix, [1, 0]))).toEqual([
      [1, 4],
      [2, 8],
      [6, 3],
    ]);
  });

  test('counts the entries behind each', () => {
    expect(countPer([2, 3, 4], [1])).toBe(8);
    expect(countPer([2, 3, 4], [])).toBe(24);
    expect(countPer([2, 3], [0, 1])).toBe(1);
  });

  test('folds by any rule', () => {
    expect(toNested(foldPer(matrix, [0], -Infinity, Math.max))).toEqual([6, 8]);
  });

  test('divides the squared deviations by what it is told', () => {
    const mean = meanPer(matrix, [0]);
    expect(toNested(squaredDeviationPer(matrix, mean, [0], 1))).toEqual([14, 14]);
    expect(toNested(squaredDeviationPer(matrix, mean, [0], 2))).toEqual([7, 7]);
  });

  test('agrees with slicing the part out, for any axis of any shape', () => {
    const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    const drawn = shape.chain((sizes) => {
      const size = sizes.reduce((product, axis) => product * axis, 1);
      const data = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: size, maxLength: size });
      return fc.tuple(
        data.map((entries) => tensor(sizes, entries)),
        fc.nat(sizes.length - 1),
      );
    });
    fc.assert(
      fc.property(drawn, ([value, axis]) => {
        meanPer(value, [axis]).data.forEach((mean, position) => {
          const part = slice(
            value,
            value.shape.map((_, other) => (other === axis ? position : null)),
          ).data;
          expect(mean).toBeCloseTo(part.reduce((sum, entry) => sum + entry, 0) / part.length, 9);
        });
      }),
    );
  });
});

describe('zipPer', () => {
  test('repeats the statistic along the axes it lacks', () => {
    const minus = (entry: number, statistic: number): number => entry - statistic;
    expect(toNested(zipPer(matrix, fromNested([10, 20, 30]), [1], minus))).toEqual([
      [-9, -18, -24],
      [-6, -12, -27],
    ]);
    expect(toNested(zipPer(matrix, fromNested([1]), [], minus))).toEqual([
      [0, 1, 5],
      [3, 7, 2],
    ]);
  });

  test('names all shapes where the statistic does not fit', () => {
    expect(() => zipPer(matrix, zeros([3]), [0], (entry) => entry)).toThrow(
      /3 does not fit 2 along the shape 2×3/,
    );
  });
});
