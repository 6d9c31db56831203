import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from './domain-error.js';
import {
  at,
  fromNested,
  indexOf,
  isFinite,
  map,
  offsetOf,
  permute,
  slice,
  tensor,
  toNested,
  transpose,
  zeros,
  zip,
  type Nested,
  type Tensor,
} from './tensor.js';

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 4 });
const numbers = (length: number) =>
  fc.array(fc.double({ noNaN: true }), { minLength: length, maxLength: length });
const tensorOf = (shape: readonly number[]): fc.Arbitrary<Tensor> =>
  numbers(shape.reduce((size, axis) => size * axis, 1)).map((data) => tensor(shape, data));
const tensors = shapes.chain(tensorOf);

/** The entry of nested arrays at an index, as a reader would find it. */
const entryAt = (nested: Nested, index: readonly number[]): unknown =>
  index.reduce<unknown>((part, position) => (part as readonly unknown[])[position], nested);

const everyIndex = ({ shape, data }: Tensor): number[][] =>
  [...data.keys()].map((offset) => indexOf(shape, offset));

describe('nested arrays', () => {
  test('come back from a tensor as they went in', () => {
    fc.assert(
      fc.property(tensors, (value) => {
        expect(fromNested(toNested(value))).toEqual(value);
      }),
    );
  });

  test('hold every entry where its index says', () => {
    fc.assert(
      fc.property(tensors, (value) => {
        const nested = toNested(value);
        for (const index of everyIndex(value)) expect(entryAt(nested, index)).toBe(at(value, ...index));
      }),
    );
  });

  test.each<[string, Nested, RegExp]>([
    ['a short row', [[1, 2], [3]], /row \[1\] has 1 entries, the first has 2/],
    ['a number among rows', [[1, 2], 3], /row \[1\] has a single number, the first has 2/],
    ['a row among numbers', [1, [2, 3]], /entry \[1\] is deeper/],
    [
      'a short row deep inside',
      [
        [[1], [2]],
        [[3], []],
      ],
      /row \[1\]\[1\] has 0 entries, the first has 1/,
    ],
  ])('with %s are refused, the odd one named', (_, nested, message) => {
    expect(() => fromNested(nested)).toThrow(DomainError);
    expect(() => fromNested(nested)).toThrow(message);
  });

  test('keep the shape of nothing', () => {
    expect(fromNested([[], []]).shape).toEqual([2, 0]);
    expect(toNested(zeros([2, 0]))).toEqual([[], []]);
  });
});

test('offsets and indices undo each other', () => {
  fc.assert(
    fc.property(tensors, (value) => {
      for (const offset of value.data.keys())
        expect(offsetOf(value.shape, indexOf(value.shape, offset))).toBe(offset);
    }),
  );
});

test('values that do not fill a shape are refused with both numbers', () => {
  expect(() => tensor([2, 3], [1, 2])).toThrow('2 values do not fill the shape 2×3');
});

describe('permute', () => {
  const shuffled = tensors.chain((value) =>
    fc.tuple(
      fc.constant(value),
      fc.shuffledSubarray([...value.shape.keys()], { minLength: value.shape.length }),
    ),
  );

  test('moves every entry to its permuted index', () => {
    fc.assert(
      fc.property(shuffled, ([value, order]) => {
        const moved = permute(value, order);
        for (const index of everyIndex(value))
          expect(at(moved, ...order.map((axis) => index[axis]!))).toBe(at(value, ...index));
      }),
    );
  });

  test('is undone by the inverse order', () => {
    fc.assert(
      fc.property(shuffled, ([value, order]) => {
        const inverse = order.map((_, axis) => order.indexOf(axis));
        expect(permute(permute(value, order), inverse)).toEqual(value);
      }),
    );
  });

  test('transposes a matrix', () => {
    const matrix = fromNested([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(toNested(transpose(matrix))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });

  test.each([[[0]], [[0, 0]], [[0, 2]], [[0, 1, 2]]])('refuses the order %j for a matrix', (order) => {
    expect(() => permute(zeros([2, 3]), order)).toThrow('does not fit the shape 2×3');
  });
});

describe('zip', () => {
  test('combines entry by entry', () => {
    const a = fromNested([[1, 2]]);
    expect(toNested(zip(a, fromNested([[10, 20]]), (left, right) => left - right))).toEqual([[-9, -18]]);
  });

  test.each([
    [[2, 3], [3, 2], '2×3 and 3×2'],
    [[6], [2, 3], '6 and 2×3'],
    [[], [1], 'scalar and 1'],
  ])('names both of the shapes %j and %j', (a, b, named) => {
    expect(() => zip(zeros(a), zeros(b), (left) => left)).toThrow(named);
  });
});

describe('slice', () => {
  const cube = fromNested([
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [
      [7, 8],
      [9, 10],
      [11, 12],
    ],
  ]);
  test.each<[(number | null)[], Nested]>([
    [
      [1, null, null],
      [
        [7, 8],
        [9, 10],
        [11, 12],
      ],
    ],
    [
      [null, 2, 0],
      [5, 11],
    ],
    [
      [null, 0, null],
      [
        [1, 2],
        [7, 8],
      ],
    ],
    [[1, 1, 1], 10],
  ])('at %j is the part at those positions', (index, part) => {
    expect(toNested(slice(cube, index))).toEqual(part);
  });

  test('with every axis kept is the whole', () => {
    fc.assert(
      fc.property(tensors, (value) => {
        const whole = value.shape.map(() => null);
        expect(slice(value, whole)).toEqual(value);
      }),
    );
  });

  test.each<[(number | null)[], string]>([
    [[2, null, null], 'index 2 is outside axis 0 of the shape 2×3×2'],
    [[null, -1, null], 'index -1 is outside axis 1'],
    [[0.5, null, null], 'index 0.5 is outside axis 0'],
    [[null, null, Number.NaN], 'index NaN is outside axis 2'],
    [[0], '1 indices do not address the shape 2×3×2'],
  ])('refuses %j', (index, message) => {
    expect(() => slice(cube, index)).toThrow(message);
  });
});

test('map leaves its argument alone', () => {
  const value = fromNested([1, 2]);
  expect(toNested(map(value, (entry, offset) => entry * 10 + offset))).toEqual([10, 21]);
  expect(toNested(value)).toEqual([1, 2]);
});

test.each([
  [[1, 2], true],
  [[1, Number.NaN], false],
  [[Number.NEGATIVE_INFINITY], false],
])('isFinite of %j is %s', (data, finite) => {
  expect(isFinite(tensor([data.length], data))).toBe(finite);
});
