import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate, type EvaluateOptions } from '../../engine/worksheet.js';
import { conv2d } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => conv2d.worksheet(conv2d.given.parse(given));
const { homework } = samples;

const valueUnder = (step: string, options: EvaluateOptions = {}, given: unknown = homework): unknown =>
  evaluate(open(given), options).value(step);

const expectValues = (value: unknown, nested: Nested): void => {
  const wanted = fromNested(nested);
  expect((value as Tensor).shape).toEqual(wanted.shape);
  (value as Tensor).data.forEach((entry, offset) => expect(entry).toBeCloseTo(wanted.data[offset]!, 12));
};

const at = (...places: number[][]) => ({ places, origin: 0 });

// Worked by hand: Z[i, j] is the fall from column j to column j + 1, added up over rows i and i + 1.
describe('the edge detector of the homework', () => {
  test('has these values', () => {
    expectValues(valueUnder('z'), [
      [-3, 0, 0, 3],
      [-6, 0, 0, 6],
      [-6, 1, -1, 6],
      [-6, 2, -2, 6],
      [-3, 1, -1, 3],
    ]);
  });

  test.each([
    ['kernel-rows', { from: 0, to: 1 }],
    ['kernel-columns', { from: 0, to: 1 }],
    ['output-size', [5, 4]],
    ['maximum', 6],
    ['maximum-locations', at([1, 3], [2, 3], [3, 3])],
    ['minimum', -6],
    ['minimum-locations', at([1, 0], [2, 0], [3, 0])],
    ['nearest-to-zero-negative', -1],
    ['nearest-to-zero-negative-locations', at([2, 2], [4, 2])],
    ['zero-locations', at([0, 1], [0, 2], [1, 1], [1, 2])],
  ])('has %s', (step, value) => {
    expect(valueUnder(step)).toEqual(value);
  });

  test('looks for the place of the value that a student gave', () => {
    const carry = new Map([['maximum', () => 3]]);
    expect(valueUnder('maximum-locations', { carry })).toEqual(at([0, 3], [4, 3]));
  });

  test('says none where no value is negative or zero', () => {
    const given = {
      x: [
        [1, 2],
        [3, 4],
      ],
      w: [[1, 1]],
    };
    for (const step of ['nearest-to-zero-negative', 'nearest-to-zero-negative-locations', 'zero-locations'])
      expect(valueUnder(step, {}, given), step).toBe('none');
  });

  test.each<[string, string, unknown]>([
    ['reversed-kernel', 'maximum', 6],
    ['reversed-kernel', 'maximum-locations', at([1, 0], [2, 0], [3, 0])],
    ['took-negative-nearest-zero', 'minimum', -1],
    ['took-negative-nearest-zero', 'minimum-locations', at([2, 2], [4, 2])],
    ['counted-from-one', 'maximum-locations', at([2, 4], [3, 4], [4, 4])],
    ['swapped-row-and-column', 'minimum-locations', at([0, 1], [0, 2], [0, 3])],
    ['counted-from-one', 'kernel-rows', { from: 1, to: 2 }],
    ['included-the-size', 'kernel-columns', { from: 0, to: 2 }],
    ['ranged-over-the-input', 'kernel-rows', { from: 0, to: 5 }],
    ['padded-fully', 'output-size', [7, 6]],
    ['padded-to-same-size', 'output-size', [6, 5]],
    ['dropped-plus-one', 'output-size', [4, 3]],
    ['swapped-height-and-width', 'output-size', [4, 5]],
  ])('gives what a student gets who %s, at %s', (slip, step, value) => {
    expect(valueUnder(step, { slips: [{ slip }] })).toEqual(value);
  });

  test('with the kernel transposed finds what it computes from rows instead of columns', () => {
    const { data, shape } = valueUnder('z', { slips: [{ slip: 'transposed-kernel' }] }) as Tensor;
    expect(shape).toEqual([5, 4]);
    expect([data[0], data[16]]).toEqual([-3, 3]);
  });
});

// One kernel over a 1 × 3 row, all by hand: Z = (1·2 + 2·1, 1·1 + 2·0) + 1 = (5, 2).
describe('a row of three under a kernel of two', () => {
  const row = { x: [[2, 1, 0]], w: [[1, 2]], b: 1, dz: [[3, -1]] };
  test.each<[string, Nested | number]>([
    ['z', [[5, 2]]],
    ['dw', [[3 * 2 - 1 * 1, 3 * 1 - 1 * 0]]],
    ['db', 2],
    ['dx', [[3 * 1, 3 * 2 - 1 * 1, -1 * 2]]],
  ])('gives %s', (step, value) => {
    const found = valueUnder(step, {}, row);
    if (typeof value === 'number') expect(found).toBe(value);
    else expectValues(found, value);
  });

  test.each<[string, string, Nested | number]>([
    ['forgot-bias', 'z', [[4, 1]]],
    ['reversed-kernel', 'z', [[6, 3]]],
    ['averaged-over-positions', 'db', 1],
    ['averaged-over-positions', 'dw', [[2.5, 1.5]]],
    ['took-one-position', 'db', 3],
    ['reversed-kernel-gradient', 'dw', [[3, 5]]],
    ['kept-kernel-unreversed', 'dx', [[6, 1, -1]]],
    ['left-out-gradient-padding', 'dx', [[2 * 3 - 1]]],
  ])('gives what a student gets who %s, at %s', (slip, step, value) => {
    const found = valueUnder(step, { slips: [{ slip }] }, row);
    if (typeof value === 'number') expect(found).toBe(value);
    else expectValues(found, value);
  });
});

// Two channels of one pixel each, two filters of one tap each: Z = W x + b.
describe('one pixel of two channels', () => {
  const pixel = {
    x: [[[2]], [[3]]],
    w: [
      [[[1]], [[4]]],
      [[[-1]], [[0]]],
    ],
    b: [1, 0],
    dz: [[[1]], [[2]]],
  };
  test.each<[string, string | undefined, Nested]>([
    ['z', undefined, [[[15]], [[-2]]]],
    ['dx', undefined, [[[1 - 2]], [[4]]]],
    ['z', 'kept-channels-apart', [[[3]], [[-2]], [[13]], [[0]]]],
    ['z', 'swapped-input-and-output-channels', [[[2 - 3 + 1]], [[8]]]],
    ['dx', 'kept-channels-unswapped', [[[1 + 8]], [[-1]]]],
  ])('gives %s under %s', (step, slip, value) => {
    expectValues(valueUnder(step, slip === undefined ? {} : { slips: [{ slip }] }, pixel), value);
  });
});

// X = (1, 0, 2, 1), W = (1, 1), stride 2: Z = (1, 3); ∂J/∂Z = (1, 10).
describe('a stride of two', () => {
  const strided = { x: [[1, 0, 2, 1]], w: [[1, 3]], stride: [1, 2], dz: [[1, 10]] };
  test.each<[string, string | undefined, Nested]>([
    ['z', undefined, [[1, 5]]],
    ['dx', undefined, [[1, 3, 10, 30]]],
    ['dw', undefined, [[1 + 20, 0 + 10]]],
    ['z', 'ignored-stride', [[1, 6, 5]]],
    ['dx', 'left-out-stride-zeros', [[1, 3 + 10, 30]]],
    ['dw', 'ignored-stride-going-back', [[1 + 0, 0 + 20]]],
  ])('gives %s under %s', (step, slip, value) => {
    expectValues(valueUnder(step, slip === undefined ? {} : { slips: [{ slip }] }, strided), value);
  });
});

// X = (1, 2) padded to (0, 1, 2, 0), W = (1, 3): Z = (3, 7, 2); ∂J/∂Z = (1, 2, 4).
describe('a padding of one', () => {
  const padded = { x: [[1, 2]], w: [[1, 3]], padding: [0, 1], dz: [[1, 2, 4]] };
  test.each<[string, string | undefined, Nested]>([
    ['z', undefined, [[3, 7, 2]]],
    ['dw', undefined, [[2 + 8, 1 + 4]]],
    ['dx', undefined, [[3 + 2, 6 + 4]]],
    ['z', 'ignored-padding', [[7]]],
    ['z', 'padded-one-side', [[3, 7]]],
    ['dx', 'kept-padding-on-gradient', [[1, 5, 10, 12]]],
    ['dw', 'left-padding-out-of-gradient', [[1 + 4, 2]]],
  ])('gives %s under %s', (step, slip, value) => {
    expectValues(valueUnder(step, slip === undefined ? {} : { slips: [{ slip }] }, padded), value);
  });
});

// One pixel, Z = 0 and U = σ(0) = ½, then Z = 1 for the ReLU.
describe('the slope of the activation', () => {
  const pixel = (activation: string, x: number) => ({ x: [[x]], w: [[1]], activation, du: [[8]] });
  const sigmoidOfHalf = 1 / (1 + Math.exp(-0.5));
  test.each<[string, number, string | undefined, number]>([
    ['sigmoid', 0, undefined, 2],
    ['sigmoid', 0, 'forgot-activation-derivative', 8],
    ['sigmoid', 0, 'used-sigmoid-for-its-derivative', 4],
    ['sigmoid', 0, 'differentiated-at-the-output', 8 * sigmoidOfHalf * (1 - sigmoidOfHalf)],
    ['tanh', 0, undefined, 8],
    ['tanh', 2, 'squared-z-in-tanh-derivative', -24],
    ['relu', 3, undefined, 8],
    ['relu', 3, 'multiplied-by-z-for-relu-slope', 24],
    ['relu', 0, undefined, 0],
    ['relu', -3, undefined, 0],
  ])('of %s at %d under %s', (activation, x, slip, dz) => {
    expectValues(valueUnder('dz', slip === undefined ? {} : { slips: [{ slip }] }, pixel(activation, x)), [
      [dz],
    ]);
  });

  test('is taken from the U that a student found', () => {
    const carry = new Map([['u', () => ({ shape: [1, 1], data: Float64Array.of(0.25) })]]);
    expectValues(valueUnder('dz', { carry }, pixel('sigmoid', 0)), [[8 * 0.25 * 0.75]]);
  });
});

test('a true convolution reverses the kernel, and one who does not is found', () => {
  const given = { x: [[1, 2, 4]], w: [[1, 10]], operation: 'convolution' };
  expectValues(valueUnder('z', {}, given), [[12, 24]]);
  expectValues(valueUnder('z', { slips: [{ slip: 'left-kernel-unreversed' }] }, given), [[21, 42]]);
});
