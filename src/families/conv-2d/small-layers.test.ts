import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate, type EvaluateOptions } from '../../engine/evaluate.js';
import { conv2d } from './index.js';

const valueUnder = (step: string, options: EvaluateOptions, given: unknown): unknown =>
  evaluate(conv2d.worksheet(conv2d.given.parse(given)), options).value(step);

const expectValues = (value: unknown, nested: Nested): void => {
  const wanted = fromNested(nested);
  expect((value as Tensor).shape).toEqual(wanted.shape);
  (value as Tensor).data.forEach((entry, offset) => expect(entry).toBeCloseTo(wanted.data[offset]!, 12));
};

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
